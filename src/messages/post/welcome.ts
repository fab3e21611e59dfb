import type { Language } from '../../language.ts';
import { tell, tellPlain } from '../locale.ts';
import { COLOURS, compose, type MessageJson } from '../message.ts';
import type { Row } from '../parts/controls/components.ts';

/**
 * What a server is told when the bot joins it.
 *
 * @param where `channel`: with a button that subscribes that channel; `direct`: a direct message, where none can be
 */
export function renderWelcome(where: 'channel' | 'direct', locale: Language): MessageJson {
  const description = [
    tell('subscription.welcome.about', locale),
    tell(`subscription.welcome.${where}`, locale),
  ].join('\n\n');
  const setUp = { command: 'digest subscribe', options: {} };
  const row: Row =
    where === 'direct'
      ? []
      : [
          { label: tellPlain('subscription.welcome.setUp', locale), invocation: setUp, primary: true },
          {
            label: tellPlain('subscription.welcome.help', locale),
            invocation: { command: 'help', options: {} },
          },
        ];
  const embed = { title: tell('subscription.welcome.title', locale), description, color: COLOURS.info };
  const { messages } = compose({ embeds: [embed], rows: [row] });
  const [message] = messages;
  if (message === undefined) throw new Error('nothing was composed');
  return message;
}
