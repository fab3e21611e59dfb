import { fold } from '../../text/fold.ts';
import { typedLine } from '../../text/typed-line.ts';
import type { Weekday } from '../subscriptions/subscription.ts';

export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
const WEEKEND: readonly Weekday[] = [6, 7];

const GROUPS: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ...['every day', 'everyday', 'daily', 'all', 'all days', '매일', '모든 요일', '날마다'].map(
    (word): [string, readonly Weekday[]] => [word, EVERY_DAY],
  ),
  ...['weekdays', 'weekday', 'every weekday', 'workdays', 'working days', '평일', '주중'].map(
    (word): [string, readonly Weekday[]] => [word, WEEKDAYS],
  ),
  ...['weekend', 'weekends', '주말'].map((word): [string, readonly Weekday[]] => [word, WEEKEND]),
]);

const ENGLISH = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const KOREAN = '월화수목금토일';
/** With the spaces around it, which separate nothing. */
const RANGE = / ?(?:[-–—~]|\b(?:to|through|thru)\b|부터) ?/g;
const SEPARATOR = / ?(?:[,;/·&+、]|\band\b) ?| /;

/**
 * Reads weekdays in English or Korean: `every day`, `weekdays`, `mon, wed, fri`, `mon-fri`, `매일`, `평일`, `월수금`,
 * `월-금`. A range may cross the end of the week.
 *
 * @returns ascending, without repeats; null for anything else
 */
export function readDays(text: string): readonly Weekday[] | null {
  const typed = fold(typedLine(text))
    .replace(/^매주\s*|까지$/g, '')
    .replace(/요일/g, '');
  const group = GROUPS.get(typed);
  if (group !== undefined) return group;
  const days = new Set<Weekday>();
  for (const part of typed.replace(RANGE, '-').split(SEPARATOR)) {
    const read = GROUPS.get(part) ?? rangeOf(part) ?? daysOf(part);
    if (read === null) return null;
    for (const day of read) days.add(day);
  }
  return days.size === 0 ? null : EVERY_DAY.filter((day) => days.has(day));
}

/** `mon-fri`, `금-월`. */
function rangeOf(part: string): readonly Weekday[] | null {
  const [first = '', last = '', ...more] = part.split('-');
  const from = weekdayOf(first);
  const to = weekdayOf(last);
  if (from === null || to === null || more.length > 0) return null;
  const length = (to - from + 7) % 7;
  return EVERY_DAY.filter((day) => (day - from + 7) % 7 <= length);
}

/** One day, or Korean days written together: `월수금`. */
function daysOf(part: string): readonly Weekday[] | null {
  const day = weekdayOf(part);
  if (day !== null) return [day];
  const days = [...part].map((letter) => (KOREAN.includes(letter) ? weekdayOf(letter) : null));
  return days.length > 0 && days.every((one) => one !== null) ? days : null;
}

/** `mon`, `tues`, `Fridays`, `월`. */
function weekdayOf(word: string): Weekday | null {
  const korean = word.length === 1 ? KOREAN.indexOf(word) : -1;
  const english = word.length >= 3 ? ENGLISH.findIndex((day) => `${day}s`.startsWith(word)) : -1;
  return EVERY_DAY[Math.max(korean, english)] ?? null;
}

/** The last day of every month. */
const LAST = 31;
const LAST_WORDS: ReadonlySet<string> = new Set(['last', 'last day', 'end', '말일', '마지막', '마지막 날']);
/** `1`, `1st`, `the 15th`, `15일`, `매월 15일`. */
const NUMBER = /^(?:the |매월 ?|매달 ?)?(\d{1,2})(?:st|nd|rd|th|일)?$/;

/** Reads a day of the month in English or Korean: `1`, `15th`, `last`, `15일`, `말일`. 31 is the last day of any month. */
export function readMonthDay(text: string): number | null {
  const typed = fold(typedLine(text));
  if (LAST_WORDS.has(typed)) return LAST;
  const day = Number(NUMBER.exec(typed)?.[1] ?? 0);
  return day >= 1 && day <= LAST ? day : null;
}
