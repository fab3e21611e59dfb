import type { Message } from '../../state/types.ts';
import type { Attempt } from './state.ts';

/** Discord's message flags. @see Discord docs, Message, Message Flags */
const SUPPRESS_EMBEDS = 4;
const EPHEMERAL = 64;
const LOADING = 128;

export const isEphemeral = ({ flags }: Message): boolean => (flags & EPHEMERAL) !== 0;
export const isThinking = ({ flags }: Message): boolean => (flags & LOADING) !== 0;
export const showsEmbeds = ({ flags }: Message): boolean => (flags & SUPPRESS_EMBEDS) === 0;

/** Milliseconds; messages of one author within this time share one author line. */
const TOGETHER = 7 * 60_000;

/** The entries of a channel's log. */
export type Entry =
  /** A new day; `content` is the time of its first entry. */
  | { readonly kind: 'day'; readonly id: string; readonly content: string }
  /** `head`: with an author line of its own, not grouped with the message above. */
  | { readonly kind: 'message'; readonly id: string; readonly content: Message; readonly head: boolean }
  | { readonly kind: 'attempt'; readonly id: string; readonly content: Attempt };

/** Messages and attempts in order of time, with an entry before each new day. */
export function entriesOf(
  messages: readonly Message[],
  attempts: readonly Attempt[],
  dismissed: ReadonlySet<string>,
): Entry[] {
  const shown = messages.filter((message) => !dismissed.has(message.id));
  const entries: Entry[] = [];
  let day = '';
  let above: Message | null = null;
  for (const content of [...shown, ...attempts].toSorted(
    (a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp),
  )) {
    const { id, timestamp } = content;
    const itsDay = new Date(timestamp).toDateString();
    if (itsDay !== day) {
      entries.push({ kind: 'day', id: itsDay, content: timestamp });
      above = null;
    }
    day = itsDay;
    if ('author' in content) {
      entries.push({ kind: 'message', id, content, head: above === null || !together(above, content) });
      above = content;
    } else {
      entries.push({ kind: 'attempt', id, content });
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
