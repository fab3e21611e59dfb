import type { Subscription } from '../../delivery/subscriptions/subscription.ts';
import type { Language } from '../../language.ts';
import { tell } from '../locale.ts';
import { COLOURS, compose, type MessageJson } from '../message.ts';
import { channelMention } from '../parts/subscription.ts';

/** What a server's admins are told, once, when its channel cannot be posted to. */
export function renderTold({ channelId, suspendedFor }: Subscription, locale: Language): MessageJson {
  const lines = [
    `**${tell('subscription.told.title', locale, { channel: channelMention(channelId) })}**`,
    tell(`subscription.problems.${suspendedFor ?? 'refused'}`, locale),
    tell('subscription.told.fix', locale),
  ];
  const { messages } = compose({ embeds: [{ description: lines.join('\n'), color: COLOURS.error }] });
  const [message] = messages;
  if (message === undefined) throw new Error('nothing was composed');
  return message;
}
