import type { SubscriptionStatus } from '../../answers/answer.ts';
import { PASSING_LIMITS } from '../../delivery/subscriptions/subscription.ts';
import type { Language } from '../../language.ts';
import { tell } from '../locale.ts';
import { type AnswerOf, COLOURS, compose, type Rendered } from '../message.ts';
import { pageButtons } from '../parts/list.ts';
import { channelMention, messageLink, relative, settingsText } from '../parts/subscription.ts';

/** All of a server's subscriptions: how each is set, what was posted last, what comes next, what is wrong. */
export function renderSubscriptions(answer: AnswerOf<'subscriptions'>, locale: Language): Rendered {
  const { page, again } = answer;
  return compose({
    embeds: [
      {
        title: tell('subscription.status.title', locale),
        description: page.items.map((item) => standing(item, locale)).join('\n\n'),
        color: COLOURS.info,
      },
    ],
    rows: [pageButtons(page, again, 'page', locale)],
  });
}

function standing(item: SubscriptionStatus, locale: Language): string {
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
  if (subscription.suspendedFor !== null) {
    const problem = { markdown: tell(`subscription.problems.${subscription.suspendedFor}`, locale) };
    lines.push(tell('subscription.status.suspended', locale, { problem }));
  }
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

/** A link to a post, or nothing where its message is not known. */
export function linkTo(
  { guildId, channelId }: SubscriptionStatus['subscription'],
  messageId: string | null,
  locale: Language,
): { markdown: string } {
  if (messageId === null) return { markdown: '' };
  const url = { markdown: messageLink(guildId, channelId, messageId) };
  return { markdown: tell('subscription.link', locale, { url }) };
}
