import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.ts';

/** A date as written, perhaps without its year (`December`, `6 Dec`); without a day or month, all of them. */
export interface DatePart {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** Length in months if it is not one: 3 for a quarter. */
  readonly months?: number | undefined;
}

export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** The days of a date with a year; null if the day or month does not exist. */
export function daysOf({ year, month, day, months = 1 }: DatePart): Days | null {
  if (year === undefined || (month === undefined && day !== undefined)) return null;
  try {
    const from = Temporal.PlainDate.from({ year, month: month ?? 1, day: day ?? 1 }, { overflow: 'reject' });
    const length = month === undefined ? { years: 1 } : day === undefined ? { months } : { days: 1 };
    return { from: from.toString(), to: from.add(length).subtract({ days: 1 }).toString() };
  } catch {
    return null;
  }
}

/** The day `days` days before `day`. */
export function daysBefore(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).subtract({ days }).toString();
}

/** Units that people count time in, with their lengths. */
const UNITS = {
  day: ['days', 1],
  week: ['days', 7],
  weekend: ['days', 7],
  month: ['months', 1],
  quarter: ['months', 3],
  half: ['months', 6],
  year: ['months', 12],
} as const;
export type TimeUnit = keyof typeof UNITS;

export function isUnit(text: string): text is TimeUnit {
  return text in UNITS;
}

/** The length of `count` units. */
export function lengthOf(count: number, unit: TimeUnit): Temporal.DurationLike {
  const [name, length] = UNITS[unit];
  return { [name]: count * length };
}

/** The week from Monday on, weekend, month … that is `count` units before the one of `day`. */
export function unitBefore(unit: TimeUnit, day: Day, count = 0): Days {
  const date = Temporal.PlainDate.from(day).subtract(lengthOf(count, unit));
  const [name, length] = UNITS[unit];
  const first =
    name === 'months'
      ? date.with({ day: 1, month: date.month - ((date.month - 1) % length) })
      : date.subtract({ days: unit === 'day' ? 0 : date.dayOfWeek - 1 });
  const last = first.add(lengthOf(1, unit)).subtract({ days: 1 });
  return { from: (unit === 'weekend' ? last.subtract({ days: 1 }) : first).toString(), to: last.toString() };
}

/** The period of this length that ends on `day`. */
export function ending(day: Day, length: Temporal.DurationLike): Days {
  const from = Temporal.PlainDate.from(day).subtract(length).add({ days: 1 });
  return { from: from.toString(), to: day };
}

export function isMonday(day: Day): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek === 1;
}

/** The last weekday of this kind before a day. @param index 0 for Monday */
export function weekdayBefore(day: Day, index: number): Day {
  const date = Temporal.PlainDate.from(day);
  const back = (date.dayOfWeek - 1 - index + 7) % 7;
  return date.subtract({ days: back === 0 ? 7 : back }).toString();
}

/** The days of an ISO 8601 week; of a week without its year, the latest that began by today. Null if the year has no such week. */
export function weekOfYear(week: number, year: number | undefined, today: Day): Days | null {
  const thisYear = Number(today.slice(0, 4));
  const found = (year === undefined ? [thisYear, thisYear - 1] : [year]).map((one) => {
    const first = unitBefore('week', `${one}-01-04`).from;
    const { from, to } = unitBefore('week', first, 1 - week);
    return daysBefore(from, -3).startsWith(`${one}`) ? { from, to } : null;
  });
  return found.find((days) => days !== null && (year !== undefined || days.from <= today)) ?? null;
}
