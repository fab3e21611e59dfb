import type { Calendar } from './calendar.ts';
import { type DatePart, type Days, daysOf } from './parts.ts';

/** A date that was found: days counted from today, or a date as written. */
export type Dated =
  | { readonly days: Days; readonly part: null }
  | { readonly days: null; readonly part: DatePart };

/** The days of a date. Without a year it is the latest that the archive covers, else the latest before today. */
export function resolve(date: Dated | undefined, calendar: Calendar): Days | null {
  if (date === undefined) return null;
  const { days, part } = date;
  if (part === null) return days;
  return part.year === null ? lastSuch((year) => daysOf({ ...part, year }), calendar) : daysOf(part);
}

/** From the first date to the second. A date without a year takes the other's year, or the year next to it. */
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

/** For periods with at least one end counted from today; a start without a year is before the end. */
function withRelative(
  start: DatePart | null,
  from: Dated,
  end: DatePart | null,
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

/** In `3 to 9 December` the start takes its month from the end. */
function completed(one: DatePart | null, other: DatePart | null): DatePart | null {
  const isDay = one !== null && one.month === null && one.day !== null;
  return isDay && other !== null ? { ...one, month: other.month, year: one.year ?? other.year } : one;
}

/** Null if the end is before the start. */
function join(start: Days | null, end: Days | null): Days | null {
  return start && end && start.from <= end.to ? { from: start.from, to: end.to } : null;
}

/** Of yearly days, the latest that the archive covers, else the latest that began before today. */
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
