import type { Subscription } from '../../delivery/subscriptions/subscription.ts';
import type { Language } from '../../language.ts';
import { tell, tellPlain } from '../locale.ts';
import { COLOURS, card, type MessageJson } from '../message.ts';
import { button } from '../parts/controls/components.ts';
import { channelMention } from '../parts/subscription.ts';

/**
 * The first message to a server, sent when the bot joins it.
 *
 * @param where `channel`: with a button that subscribes that channel; `direct`: a direct message, which can have none
 */
export function renderWelcome(where: 'channel' | 'direct', locale: Language): MessageJson {
  const title = tell('subscription.welcome.title', locale);
  const about = tell('subscription.welcome.about', locale);
  const description = `${about}\n\n${tell(`subscription.welcome.${where}`, locale)}`;
  const setUp = button(tellPlain('subscription.welcome.setUp', locale), 'digest subscribe');
  const help = button(tellPlain('subscription.welcome.help', locale), 'help');
  const rows = where === 'direct' ? [] : [[{ ...setUp, primary: true }, help]];
  return card({ title, description, color: COLOURS.info }, rows).messages[0];
}

/** The notice to a server's admins that the bot cannot post in a channel; sent once. */
export function renderTold({ channelId, suspendedFor }: Subscription, locale: Language): MessageJson {
  const lines = [
    `**${tell('subscription.told.title', locale, { channel: channelMention(channelId) })}**`,
    tell(`subscription.problems.${suspendedFor ?? 'refused'}`, locale),
    tell('subscription.told.fix', locale),
  ];
  return card({ description: lines.join('\n'), color: COLOURS.error }).messages[0];
}
