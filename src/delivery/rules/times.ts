import { UserError } from '../../errors.ts';
import { fold } from '../../text/fold.ts';
import { typedLine } from '../../text/typed-line.ts';

const WORDS: ReadonlyMap<string, string> = new Map([
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['정오', '12:00'],
  ['midnight', '00:00'],
  ['자정', '00:00'],
]);

const HALVES: ReadonlyMap<string, boolean> = new Map([
  ...['am', '오전', '아침', '새벽'].map((word): [string, boolean] => [word, false]),
  ...['pm', '오후', '저녁'].map((word): [string, boolean] => [word, true]),
]);

const BEFORE = /^(오전|아침|새벽|오후|저녁|am|pm)\s*/;
const AFTER = / ?([ap])\.?m\.?$/;
/** `9`, `9:00`, `09.30`. */
const CLOCK = /^(\d{1,2})(?:[:.](\d{2}))?$/;
/** `0930`. */
const DIGITS = /^(\d{2})(\d{2})$/;
/** `21시`, `9시 30분`, `9시 반`. */
const KOREAN = /^(\d{1,2})\s*시(?:\s*(\d{1,2})\s*분|\s*(반))?$/;

/**
 * Reads a time of day in English or Korean: `9`, `09:00`, `9:30 pm`, `21시`, `오후 9시 30분`.
 *
 * @returns `HH:MM`; null for anything else and for impossible times (24:00, 오전 21시)
 */
export function readTime(text: string): string | null {
  const typed = fold(typedLine(text));
  const word = WORDS.get(typed);
  if (word !== undefined) return word;
  const before = BEFORE.exec(typed);
  const after = before === null ? AFTER.exec(typed) : null;
  const clock = typed.slice(before?.[0].length ?? 0, after?.index);
  const match = CLOCK.exec(clock) ?? DIGITS.exec(clock) ?? KOREAN.exec(clock);
  if (match === null) return null;
  const second = HALVES.get(before?.[1] ?? (after === null ? '' : `${after[1]}m`));
  const hour = hourOf(Number(match[1]), second);
  const minute = match[3] === undefined ? Number(match[2] ?? 0) : 30;
  if (hour === null || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** A time of day as `HH:MM`. @throws UserError for anything else */
export function timeTyped(typed: string): string {
  const time = readTime(typed);
  if (time === null) throw new UserError('errors.time.unreadable', { value: typed });
  return time;
}

/** @param second second half of the day; undefined for a 24-hour clock */
function hourOf(hour: number, second: boolean | undefined): number | null {
  if (hour > 23) return null;
  if (second === undefined) return hour;
  // People say 오후 21시; 오전 21시 is a mistake.
  if (hour > 12) return second ? hour : null;
  return (hour % 12) + (second ? 12 : 0);
}
