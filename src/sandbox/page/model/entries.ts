import type { Message } from '../../types.ts';
import type { Attempt } from './state.ts';

/** Discord's message flags. @see Discord docs, Message, Message Flags */
const SUPPRESS_EMBEDS = 4;
const EPHEMERAL = 64;
const LOADING = 128;

export const isEphemeral = ({ flags }: Message): boolean => (flags & EPHEMERAL) !== 0;
export const isThinking = ({ flags }: Message): boolean => (flags & LOADING) !== 0;
export const showsEmbeds = ({ flags }: Message): boolean => (flags & SUPPRESS_EMBEDS) === 0;

/** Messages of one author that stand closer than this share their author's line. */
const TOGETHER = 7 * 60_000;

/** What stands in a channel, one below the other. */
export type Entry =
  | { readonly kind: 'day'; readonly id: string; readonly at: string }
  /** `head`: with its author's line, not gathered under the message above. */
  | { readonly kind: 'message'; readonly id: string; readonly message: Message; readonly head: boolean }
  | { readonly kind: 'attempt'; readonly id: string; readonly attempt: Attempt };

/** Messages and attempts in the order they happened, days apart. */
export function entriesOf(
  messages: readonly Message[],
  attempts: readonly Attempt[],
  dismissed: ReadonlySet<string>,
): Entry[] {
  const shown = messages
    .filter(({ id }) => !dismissed.has(id))
    .map((message) => ({ at: message.timestamp, message }));
  const tried = attempts.map((attempt) => ({ at: attempt.at, attempt }));
  const entries: Entry[] = [];
  let day = '';
  let above: Message | null = null;
  for (const one of [...shown, ...tried].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const itsDay = new Date(one.at).toDateString();
    if (itsDay !== day) {
      entries.push({ kind: 'day', id: `day ${itsDay}`, at: one.at });
      above = null;
    }
    day = itsDay;
    if ('message' in one) {
      const { message } = one;
      entries.push({
        kind: 'message',
        id: message.id,
        message,
        head: above === null || !together(above, message),
      });
      above = message;
    } else {
      entries.push({ kind: 'attempt', id: one.attempt.id, attempt: one.attempt });
      above = null;
    }
  }
  return entries;
}

function together(above: Message, message: Message): boolean {
  return (
    above.author.id === message.author.id &&
    message.interaction_metadata === undefined &&
    message.message_reference === undefined &&
    isEphemeral(above) === isEphemeral(message) &&
    Date.parse(message.timestamp) - Date.parse(above.timestamp) < TOGETHER
  );
}
