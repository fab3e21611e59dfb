import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.ts';

/** A date as written, perhaps without a year (`December`, `6 Dec`); a month or day of null means all of them. */
export interface DatePart {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** Length in months if it is not one: 3 for a quarter. */
  readonly months?: number;
}

export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** The days of a date with a year; null if the day or month does not exist. */
export function daysOf({ year, month, day, months = 1 }: DatePart): Days | null {
  if (year === null || (month === null && day !== null)) return null;
  try {
    const from = Temporal.PlainDate.from({ year, month: month ?? 1, day: day ?? 1 }, { overflow: 'reject' });
    const length = month === null ? { years: 1 } : day === null ? { months } : { days: 1 };
    return { from: from.toString(), to: from.add(length).subtract({ days: 1 }).toString() };
  } catch {
    return null;
  }
}

/** The day `days` days before `day`. */
export function daysBefore(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).subtract({ days }).toString();
}

/** Monday to Sunday, `weeks` weeks before the week of `day`. */
export function weekBefore(day: Day, weeks: number): Days {
  const date = Temporal.PlainDate.from(day);
  const monday = date.subtract({ days: date.dayOfWeek - 1 + 7 * weeks });
  return { from: monday.toString(), to: monday.add({ days: 6 }).toString() };
}

/** The month `months` months before the month of `day`. */
export function monthBefore(day: Day, months: number): Days {
  const first = Temporal.PlainDate.from(day).with({ day: 1 }).subtract({ months });
  return { from: first.toString(), to: first.add({ months: 1 }).subtract({ days: 1 }).toString() };
}

export function yearBefore(day: Day, years: number): Days {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, '0');
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The quarter `quarters` quarters before the quarter of `day`. */
export function quarterBefore(day: Day, quarters: number): Days {
  const date = Temporal.PlainDate.from(day);
  const first = date
    .with({ day: 1, month: date.month - ((date.month - 1) % 3) })
    .subtract({ months: 3 * quarters });
  return { from: first.toString(), to: first.add({ months: 3 }).subtract({ days: 1 }).toString() };
}

/** Saturday and Sunday, `weeks` weeks before the week of `day`. */
export function weekendBefore(day: Day, weeks: number): Days {
  const { to } = weekBefore(day, weeks);
  return { from: daysBefore(to, 1), to };
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
