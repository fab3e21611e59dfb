import type { Language } from '../../language.ts';
import { tell, tellPlain } from '../locale.ts';
import { type AnswerOf, COLOURS, compose, type Rendered } from '../message.ts';
import type { Row } from '../parts/controls/components.ts';
import { channelMention, relative, settingsText } from '../parts/subscription.ts';

/** What became of a subscription, how it is set now, and when it posts next. */
export function renderSubscription(answer: AnswerOf<'subscription'>, locale: Language): Rendered {
  const { event, subscription, next } = answer;
  const channel = channelMention(subscription.channelId);
  const lines = [tell(`subscription.events.${event}`, locale, { channel, name: subscription.name })];
  if (event !== 'removed') lines.push(settingsText(subscription, locale));
  if (event !== 'removed' && event !== 'confirm-removal' && next !== null) {
    lines.push(tell('subscription.next', locale, { time: relative(next) }));
  }
  return compose({
    embeds: [{ description: lines.join('\n'), color: COLOURS.info }],
    rows: [rowOf(answer, locale)],
  });
}

function rowOf({ event, subscription }: AnswerOf<'subscription'>, locale: Language): Row {
  const options = { channel: subscription.channelId, name: subscription.name };
  if (event === 'removed') return [];
  if (event === 'confirm-removal') {
    return [
      {
        label: tellPlain('subscription.buttons.remove', locale),
        invocation: { command: 'digest unsubscribe', options: { ...options, sure: 'true' }, here: true },
      },
      {
        label: tellPlain('subscription.buttons.pause', locale),
        invocation: { command: 'digest pause', options, here: true },
      },
    ];
  }
  return [
    {
      label: tellPlain('subscription.buttons.preview', locale),
      invocation: { command: 'digest preview', options },
    },
    { label: tellPlain('subscription.buttons.now', locale), invocation: { command: 'digest now', options } },
    {
      label: tellPlain('subscription.buttons.status', locale),
      invocation: { command: 'digest status', options: {} },
    },
  ];
}
