import type { Language } from '../../language.ts';
import { tell } from '../locale.ts';
import { type AnswerOf, COLOURS, compose, type Rendered } from '../message.ts';
import { channelMention } from '../parts/subscription.ts';

/** Names what the bot lacks in a channel, and how to give it. */
export function renderPermissions(
  { channelId, missing }: AnswerOf<'permissions'>,
  locale: Language,
): Rendered {
  const names = missing
    .map((name) => `**${tell(`subscription.permissions.names.${name}`, locale)}**`)
    .join(', ');
  const values = { channel: channelMention(channelId), names: { markdown: names } };
  const lines = [
    tell('subscription.permissions.missing', locale, values),
    tell('subscription.permissions.fix', locale),
  ];
  return compose({ embeds: [{ description: lines.join('\n'), color: COLOURS.error }] });
}
