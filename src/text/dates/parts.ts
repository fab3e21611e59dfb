import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.ts';

/** A date as it is written, perhaps without its year (`December`, `6 Dec`); `null` days or months stand for all. */
export interface Part {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** How many months from that month on, where it is not one: three of a quarter. */
  readonly months?: number;
}

export interface Days {
  readonly from: Day;
  readonly to: Day;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** @returns 1 to 12 for the English name of a month or its beginning, else null */
export function monthOf(name: string): number | null {
  const place = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return place < 0 ? null : place + 1;
}

/** The days of a part that has its year; null where there is no such day or month. */
export function daysOf({ year, month, day, months = 1 }: Part): Days | null {
  if (year === null || (month === null && day !== null)) return null;
  try {
    const from = Temporal.PlainDate.from({ year, month: month ?? 1, day: day ?? 1 }, { overflow: 'reject' });
    const length = month === null ? { years: 1 } : day === null ? { months } : { days: 1 };
    return { from: from.toString(), to: from.add(length).subtract({ days: 1 }).toString() };
  } catch {
    return null;
  }
}

/** A day so many days before another. */
export function daysBefore(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).subtract({ days }).toString();
}

/** Monday to Sunday of the week that lies so many weeks before a day's. */
export function weekBefore(day: Day, weeks: number): Days {
  const date = Temporal.PlainDate.from(day);
  const monday = date.subtract({ days: date.dayOfWeek - 1 + 7 * weeks });
  return { from: monday.toString(), to: monday.add({ days: 6 }).toString() };
}

/** The month that lies so many months before a day's. */
export function monthBefore(day: Day, months: number): Days {
  const first = Temporal.PlainDate.from(day).with({ day: 1 }).subtract({ months });
  return { from: first.toString(), to: first.add({ months: 1 }).subtract({ days: 1 }).toString() };
}

export function yearBefore(day: Day, years: number): Days {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, '0');
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** A quarter of a year: that of a day, or so many before it. */
export function quarterBefore(day: Day, quarters: number): Days {
  const date = Temporal.PlainDate.from(day);
  const first = date
    .with({ day: 1, month: date.month - ((date.month - 1) % 3) })
    .subtract({ months: 3 * quarters });
  return { from: first.toString(), to: first.add({ months: 3 }).subtract({ days: 1 }).toString() };
}

/** Saturday and Sunday of the week that lies so many weeks before a day's. */
export function weekendBefore(day: Day, weeks: number): Days {
  const { to } = weekBefore(day, weeks);
  return { from: daysBefore(to, 1), to };
}

/** The period of so many days, weeks, months or years that ends with a day. */
export function ending(day: Day, length: Temporal.DurationLike): Days {
  const from = Temporal.PlainDate.from(day).subtract(length).add({ days: 1 });
  return { from: from.toString(), to: day };
}
