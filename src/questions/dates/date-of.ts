import type { Calendar } from '../../text/dates/calendar.ts';
import type { Day } from '../../text/dates/day.ts';
import {
  type DatePart,
  type Days,
  daysBefore,
  daysOf,
  isMonday,
  unitBefore,
  weekdayBefore,
} from '../../text/dates/parts.ts';
import { type Dated, resolve } from '../../text/dates/resolve.ts';

/** Parts of a date; neighbouring parts make one date, in any order. */
export interface Part extends DatePart {
  /** 0 for Monday. */
  readonly weekday?: number;
  /** Early, middle or late part of the rest: 0 to 2. */
  readonly third?: number;
  /** Which week of a month, from 0; -1 for the last. */
  readonly week?: number;
  /** Counted from today. */
  readonly days?: Days;
}

/** The date of all parts: `Tuesday` and `last week`, `early` and `October 2024`; null if it does not exist. */
export function dateOf(all: Part, calendar: Calendar): Dated | null {
  const { year, month, day, months, weekday, third, week, days } = all;
  const isWritten = month !== undefined || (days === undefined && (year ?? day) !== undefined);
  const written = { year, month, day, months };
  if (!isWritten && days === undefined)
    return weekday === undefined ? null : oneDay(weekdayBefore(calendar.today, weekday));
  if (isWritten && (weekday ?? third ?? week) === undefined) return written;
  // `late this year` counts from the whole year, not only from the days up to today.
  const counted = year !== undefined && third !== undefined ? daysOf({ year }) : days;
  const whole = isWritten ? resolve(written, calendar) : counted;
  if (!whole) return null;
  if (week !== undefined) return weekIn(whole, week);
  if (third !== undefined) return thirdIn(whole, third);
  if (day === undefined) return weekday === undefined ? whole : weekdayIn(whole, weekday);
  return isWritten ? whole : daysOf({ ...monthOf(whole.from), day });
}

const oneDay = (day: Day): Days => ({ from: day, to: day });
const monthOf = (day: Day) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) });
const isInOneMonth = ({ from, to }: Days): boolean => from.slice(0, 7) === to.slice(0, 7);

/** Days 1 to 7, 8 to 14 … of a month; -1 for its last seven. */
function weekIn(whole: Days, index: number): Days | null {
  if (!isInOneMonth(whole)) return null;
  const { to } = unitBefore('month', whole.from);
  return index < 0 ? { from: daysBefore(to, 6), to } : daysOfMonth(whole.from, 1 + index * 7, 7 + index * 7);
}

/** Days 1 to 10, 11 to 20 and the rest of a month; four months each of a year. */
function thirdIn(whole: Days, index: number): Days | null {
  return isInOneMonth(whole)
    ? daysOfMonth(whole.from, 1 + index * 10, index === 2 ? 31 : 10 + index * 10)
    : daysOf({ year: monthOf(whole.from).year, month: 1 + index * 4, months: 4 });
}

/** Some days of the month of `day`; null if it has none of them. */
function daysOfMonth(day: Day, first: number, last: number): Days | null {
  const { from, to } = unitBefore('month', day);
  const end = daysBefore(from, 1 - last);
  const days = { from: daysBefore(from, 1 - first), to: end < to ? end : to };
  return days.from > days.to ? null : days;
}

/** That weekday of a week from Monday on; in another period the last such weekday. */
function weekdayIn({ from, to }: Days, index: number): Days | null {
  const isWeek = isMonday(from) && daysBefore(to, 6) <= from;
  const day = isWeek ? daysBefore(from, -index) : weekdayBefore(daysBefore(to, -1), index);
  return day < from ? null : oneDay(day);
}
