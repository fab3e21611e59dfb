import type { Calendar } from './calendar.ts';
import { type Days, daysOf, type Part } from './parts.ts';

/** A date that was found: days counted from today, or what was written of it. */
export type Dated =
  | { readonly days: Days; readonly part: null }
  | { readonly days: null; readonly part: Part };

/** The days of a date; one without its year is the last that the archive reaches into, else the last before today. */
export function resolve(date: Dated | undefined, calendar: Calendar): Days | null {
  if (date === undefined) return null;
  const { days, part } = date;
  if (part === null) return days;
  return part.year === null ? lastSuch((year) => daysOf({ ...part, year }), calendar) : daysOf(part);
}

/** From the first of two dates to the second; a year that one of them leaves out is the other's, or the one next to it. */
export function between(from: Dated | undefined, to: Dated | undefined, calendar: Calendar): Days | null {
  if (from === undefined || to === undefined) return null;
  const start = completed(from.part, to.part);
  const end = completed(to.part, from.part);
  if (start === null || end === null) return withRelative(start, from, end, to, calendar);
  const wraps = (start.month ?? 1) > (end.month ?? 12);
  const ending = (year: number) =>
    join(daysOf({ ...start, year: start.year ?? year - Number(wraps) }), daysOf({ ...end, year }));
  if (end.year !== null) return ending(end.year);
  if (start.year !== null) return ending(start.year + Number(wraps));
  return lastSuch(ending, calendar);
}

/** One end at least is counted from today; a start without its year lies before the end. */
function withRelative(
  start: Part | null,
  from: Dated,
  end: Part | null,
  to: Dated,
  calendar: Calendar,
): Days | null {
  const last = end === null ? to.days : resolve({ days: null, part: end }, calendar);
  if (start === null || last === null) return join(from.days, last);
  if (start.year !== null) return join(daysOf(start), last);
  const year = Number(last.from.slice(0, 4));
  const sameYear = daysOf({ ...start, year });
  const isLater = sameYear !== null && sameYear.from > last.to;
  return join(isLater ? daysOf({ ...start, year: year - 1 }) : sameYear, last);
}

/** `3 to 9 December`: what one end of a period leaves out, the other has. */
function completed(one: Part | null, other: Part | null): Part | null {
  const isDay = one !== null && one.month === null && one.day !== null;
  return isDay && other !== null ? { ...one, month: other.month, year: one.year ?? other.year } : one;
}

function join(start: Days | null, end: Days | null): Days | null {
  return start && end && { from: start.from, to: end.to };
}

/** Of the days that every year has, the last that the archive reaches into, else the last that began before today. */
function lastSuch(daysIn: (year: number) => Days | null, { today, first, last }: Calendar): Days | null {
  const thisYear = Number(today.slice(0, 4));
  let recent: Days | null = null;
  for (let year = thisYear; year >= Number(first.slice(0, 4)) - 1 && year > thisYear - 100; year--) {
    const days = daysIn(year);
    if (days === null || days.from > today) continue;
    recent ??= days;
    if (days.to >= first && days.from <= last) return days;
  }
  return recent;
}
