import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../text/dates/calendar.ts';
import type { Day } from '../../text/dates/day.ts';
import {
  type DatePart,
  type Days,
  daysBefore,
  daysOf,
  ending,
  isMonday,
  unitBefore,
  weekdayBefore,
  weekOfYear,
} from '../../text/dates/parts.ts';
import { type Dated, resolve } from '../../text/dates/resolve.ts';

/** Parts of a date; neighbouring parts make one date, in any order. */
export interface Part extends DatePart {
  /** 0 for Monday. */
  readonly weekday?: number;
  /** One of some parts of the rest that are equally long: `early` is [0, 3], `second half` [1, 2]. */
  readonly slice?: readonly [index: number, count: number];
  /** Which seven days of a month, from 0. */
  readonly week?: number;
  /** So much of the beginning or end of the rest. */
  readonly edge?: { readonly length: Temporal.DurationLike; readonly isLast: boolean };
  /** Which of the weekdays of a month, from 0; -1 for the last. */
  readonly nth?: number;
  /** A weekday and the day after it. */
  readonly isWeekend?: boolean;
  /** ISO 8601. */
  readonly calendarWeek?: number;
  /** The week of a day. */
  readonly isAround?: boolean;
  /** Counted from today. */
  readonly days?: Days;
  /** How long they are, if nothing else. */
  readonly length?: Temporal.DurationLike;
  /** Those days with what is still to come of them. */
  readonly whole?: Days;
}

/** The date of all parts: `Tuesday` and `last week`, `early` and `October 2024`; null if it does not exist. */
export function dateOf(all: Part, calendar: Calendar): Dated | null {
  const { year, month, day, months, days, weekday, slice, week, edge, nth, isAround, isWeekend } = all;
  if (all.calendarWeek !== undefined) return weekOfYear(all.calendarWeek, year, calendar.today);
  if (day !== undefined && (year ?? month ?? days) === undefined) return latestDay(day, calendar.today);
  // A half without a month is one of a year.
  if (slice?.[1] === 2 && month === undefined && (days === undefined || year !== undefined))
    return { year, month: 1 + slice[0] * 6, months: 6 };
  // `2025년 한 해 동안` is that year, not the last twelve months.
  const isCounted = days !== undefined && (all.whole !== undefined || year === undefined);
  const isWritten = month !== undefined || (!isCounted && (year ?? day) !== undefined);
  const written = { year, month, day, months };
  if (!isWritten && days === undefined)
    return weekday === undefined ? null : withNext(weekdayBefore(calendar.today, weekday), isWeekend);
  const isPlain = [weekday, slice, week, edge, nth, isAround].every((one) => one === undefined);
  if (isPlain && isWritten) return written;
  if (isPlain && days !== undefined && day === undefined) return days;
  const whole = isWritten ? resolve(written, calendar) : (all.whole ?? days);
  if (!whole) return null;
  if (isAround) return whole.from === whole.to ? unitBefore('week', whole.from) : null;
  if (nth !== undefined) return nthIn(whole, nth, all);
  if (edge !== undefined) return edgeOf(whole, edge);
  const part = week !== undefined ? weekIn(whole, week) : slice === undefined ? whole : sliceOf(whole, slice);
  if (part === null) return null;
  if (day === undefined) return weekday === undefined ? part : weekdayIn(part, weekday, isWeekend);
  return isWritten ? whole : daysOf({ ...monthOf(whole.from), day });
}

/** The latest such day of a month: one of three months in a row has it. */
function latestDay(day: number, today: Day): Days | null {
  const months = [0, 1, 2].map((count) => monthOf(unitBefore('month', today, count).from));
  return (
    months.map((month) => daysOf({ ...month, day })).find((days) => days !== null && days.from <= today) ??
    null
  );
}

/** A day; of a weekend both. */
const withNext = (day: Day, isWeekend = false): Days => ({
  from: day,
  to: isWeekend ? daysBefore(day, -1) : day,
});
const monthOf = (day: Day) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) });

/** `the last ten days` of a period. */
export function edgeOf({ from, to }: Days, { length, isLast }: NonNullable<Part['edge']>): Days {
  if (isLast) return ending(to, length);
  return { from, to: Temporal.PlainDate.from(from).add(length).subtract({ days: 1 }).toString() };
}

/** Days 1 to 7, 8 to 14 … of a period. */
function weekIn(whole: Days, index: number): Days | null {
  const [from, end] = [daysBefore(whole.from, -7 * index), daysBefore(whole.from, -7 * index - 6)];
  return from > whole.to ? null : { from, to: end < whole.to ? end : whole.to };
}

/** A part of a period: days 1 to 10, 11 to 20 and the rest of a month; four months each of a year. */
function sliceOf(whole: Days, [index, count]: NonNullable<Part['slice']>): Days {
  const start = Temporal.PlainDate.from(whole.from);
  const days = start.until(whole.to).days + 1;
  const months = Math.round(days / 30.4);
  const isOfMonths = days > 31 && months % count === 0;
  const length = Math.floor((isOfMonths ? months : days < 28 || days > 31 ? days : 30) / count);
  const after = (parts: number) => start.add({ [isOfMonths ? 'months' : 'days']: parts * length });
  const to =
    index === count - 1
      ? whole.to
      : after(index + 1)
          .subtract({ days: 1 })
          .toString();
  return { from: after(index).toString(), to };
}

/** A weekday of a period, counted from its beginning; `isWeekend`: with the day after it. */
function nthIn({ from, to }: Days, index: number, { weekday = 0, isWeekend }: Part): Days | null {
  const first =
    index < 0 ? weekdayBefore(daysBefore(to, -1), weekday) : weekdayBefore(daysBefore(from, -7), weekday);
  const day = index < 0 ? first : daysBefore(first, -7 * index);
  return day < from || day > to ? null : withNext(day, isWeekend);
}

/** That weekday of a week from Monday on; in another period the last such weekday, and no weekend. */
function weekdayIn({ from, to }: Days, index: number, isWeekend?: boolean): Days | null {
  const isWeek = isMonday(from) && daysBefore(to, 6) <= from;
  const day = isWeek ? daysBefore(from, -index) : weekdayBefore(daysBefore(to, -1), index);
  return day < from || (isWeekend && !isWeek) ? null : withNext(day, isWeekend);
}
