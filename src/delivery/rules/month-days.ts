import { fold } from '../../text/fold.ts';
import { typedLine } from '../../text/typed-line.ts';

/** In every month the last day. */
const LAST = 31;
const LAST_WORDS: ReadonlySet<string> = new Set(['last', 'last day', 'end', '말일', '마지막', '마지막 날']);
/** `1`, `1st`, `the 15th`, `15일`, `매월 15일`. */
const NUMBER = /^(?:the |매월 ?|매달 ?)?(\d{1,2})(?:st|nd|rd|th|일)?$/;

/**
 * Reads a day of the month as people type it in English or Korean: `1`, `15th`, `last`, `15일`, `말일`.
 *
 * @returns 1 to 31, which is the last day of a shorter month; null for anything else
 */
export function readMonthDay(text: string): number | null {
  const typed = fold(typedLine(text));
  if (LAST_WORDS.has(typed)) return LAST;
  const day = Number(NUMBER.exec(typed)?.[1] ?? 0);
  return day >= 1 && day <= LAST ? day : null;
}
