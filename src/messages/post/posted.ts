import type { Language } from '../../language.ts';
import { tell } from '../locale.ts';
import { type AnswerOf, COLOURS, compose, type Rendered } from '../message.ts';
import { channelMention } from '../parts/subscription.ts';
import { linkTo } from './subscriptions.ts';

/** What came of posting at once. */
export function renderPosted({ subscription, result }: AnswerOf<'posted'>, locale: Language): Rendered {
  const channel = channelMention(subscription.channelId);
  if (result.kind === 'suspended') {
    const reason = result.subscription.suspendedFor ?? 'refused';
    const problem = { markdown: tell(`subscription.problems.${reason}`, locale) };
    const description = tell('subscription.status.suspended', locale, { problem });
    return compose({ embeds: [{ description, color: COLOURS.error }] });
  }
  const where = linkTo(subscription, 'messageId' in result ? result.messageId : null, locale);
  const description = tell(`subscription.posted.${result.kind}`, locale, {
    channel,
    date: result.edition,
    where,
  });
  return compose({ embeds: [{ description, color: COLOURS.info }] });
}
