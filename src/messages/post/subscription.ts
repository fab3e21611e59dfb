import type { AnswerOf, SubscriptionStatus } from '../../answers/answer.ts';
import { PASSING_LIMITS, type Subscription } from '../../delivery/subscriptions/subscription.ts';
import type { Language } from '../../language.ts';
import { tell, tellPlain } from '../locale.ts';
import { COLOURS, card, type Rendered } from '../message.ts';
import { button, type Row } from '../parts/controls/components.ts';
import { pageButtons } from '../parts/list.ts';
import { channelMention, messageLink, relative, settingsText } from '../parts/subscription.ts';
import { renderPost } from './post.ts';

/** What happened to a subscription, its settings, and when it posts next. */
export function renderSubscription(answer: AnswerOf<'subscription'>, locale: Language): Rendered {
  const { event, subscription, next } = answer;
  const channel = channelMention(subscription.channelId);
  const lines = [tell(`subscription.events.${event}`, locale, { channel, name: subscription.name })];
  if (event !== 'removed') lines.push(settingsText(subscription, locale));
  if (event !== 'removed' && event !== 'confirm-removal' && next !== null)
    lines.push(tell('subscription.next', locale, { time: relative(next) }));
  return card({ description: lines.join('\n'), color: COLOURS.info }, [rowOf(answer, locale)]);
}

function rowOf({ event, subscription }: AnswerOf<'subscription'>, locale: Language): Row {
  const options = { channel: subscription.channelId, name: subscription.name };
  if (event === 'removed') return [];
  const label = (key: 'remove' | 'pause' | 'preview' | 'now' | 'status') =>
    tellPlain(`subscription.buttons.${key}`, locale);
  if (event === 'confirm-removal')
    return [
      button(label('remove'), 'digest unsubscribe', { ...options, sure: 'true' }, 'here'),
      button(label('pause'), 'digest pause', options, 'here'),
    ];
  return [
    button(label('preview'), 'digest preview', options),
    button(label('now'), 'digest now', options),
    button(label('status'), 'digest status'),
  ];
}

/** A server's subscriptions: the settings of each, its last and next post, and its problems. */
export function renderSubscriptions({ page, again }: AnswerOf<'subscriptions'>, locale: Language): Rendered {
  const title = tell('subscription.status.title', locale);
  const description = page.items.map((item) => statusText(item, locale)).join('\n\n');
  return card({ title, description, color: COLOURS.info }, [pageButtons(page, again, 'page', locale)]);
}

function statusText(item: SubscriptionStatus, locale: Language): string {
  const { next, role } = item;
  const subscription = role === 'gone' ? { ...item.subscription, roleId: null } : item.subscription;
  const lines = [
    tell('subscription.status.channel', locale, { channel: channelMention(subscription.channelId) }),
    settingsText(subscription, locale),
    lastText(item, locale),
  ];
  if (role === 'gone' || role === 'silent') {
    const mention = { markdown: `<@&${subscription.roleId}>` };
    lines.push(tell(`subscription.roles.${role}`, locale, { role: mention }));
  }
  if (subscription.state === 'paused') lines.push(tell('subscription.status.paused', locale));
  if (subscription.suspendedFor !== null) lines.push(problemText(subscription.suspendedFor, locale));
  if (next !== null) lines.push(tell('subscription.next', locale, { time: relative(next) }));
  return lines.join('\n');
}

function lastText({ subscription, last }: SubscriptionStatus, locale: Language): string {
  if (last === null) return tell('subscription.status.never', locale);
  if (last.state === 'skipped') return tell('subscription.status.thin', locale, { date: last.edition });
  if (last.state !== 'delivered') {
    const limit = PASSING_LIMITS.find((one) => one === last.reason);
    const why = { markdown: limit === undefined ? '' : ` ${tell(`subscription.limits.${limit}`, locale)}` };
    return tell('subscription.status.trying', locale, { date: last.edition, why });
  }
  return tell('subscription.status.delivered', locale, {
    date: last.edition,
    where: linkTo(subscription, last.messageIds[0] ?? null, locale),
  });
}

/** A link to a post; empty if its message is not known. */
function linkTo(
  { guildId, channelId }: SubscriptionStatus['subscription'],
  messageId: string | null,
  locale: Language,
): { markdown: string } {
  if (messageId === null) return { markdown: '' };
  const url = { markdown: messageLink(guildId, channelId, messageId) };
  return { markdown: tell('subscription.link', locale, { url }) };
}

function problemText(reason: NonNullable<Subscription['suspendedFor']>, locale: Language): string {
  const problem = { markdown: tell(`subscription.problems.${reason}`, locale) };
  return tell('subscription.status.suspended', locale, { problem });
}

/** The result of `/digest now`. */
export function renderPosted({ subscription, result }: AnswerOf<'posted'>, locale: Language): Rendered {
  if (result.kind === 'suspended') {
    const description = problemText(result.subscription.suspendedFor ?? 'refused', locale);
    return card({ description, color: COLOURS.error });
  }
  const channel = channelMention(subscription.channelId);
  const where = linkTo(subscription, 'messageId' in result ? result.messageId : null, locale);
  const values = { channel, date: result.edition, where };
  return card({
    description: tell(`subscription.posted.${result.kind}`, locale, values),
    color: COLOURS.info,
  });
}

/** A remark in the asker's language, then the post as the channel would get it, in the channel's language. */
export function renderPreview({ subscription, post }: AnswerOf<'preview'>, locale: Language): Rendered {
  const { messages, keep } = renderPost(post, subscription.locale);
  const remark = tell('subscription.preview', locale, { channel: channelMention(subscription.channelId) });
  const head = { content: remark, embeds: [], components: [], allowed_mentions: { parse: [] } };
  return { messages: [head, ...messages], keep };
}

/** The permissions that the bot lacks in a channel, and how to grant them. */
export function renderPermissions(answer: AnswerOf<'permissions'>, locale: Language): Rendered {
  const names = answer.missing.map((name) => `**${tell(`subscription.permissions.names.${name}`, locale)}**`);
  const values = { channel: channelMention(answer.channelId), names: { markdown: names.join(', ') } };
  const missing = tell('subscription.permissions.missing', locale, values);
  const fix = tell('subscription.permissions.fix', locale);
  return card({ description: `${missing}\n${fix}`, color: COLOURS.error });
}
