import type { Calendar } from './calendar.ts';
import { type DatePart, type Days, daysOf } from './parts.ts';

/** A date that was found: as written, or days counted from today. */
export type Dated = DatePart | Days;

/** Whether a date is as written, and not counted from today. */
export function isWritten(date: Dated): date is DatePart {
  return !('from' in date);
}

/** The days of a date. Without a year it is the latest that the archive covers, else the latest before today. */
export function resolve(date: Dated, calendar: Calendar): Days | null {
  if (!isWritten(date)) return date;
  return date.year === undefined ? lastSuch((year) => daysOf({ ...date, year }), calendar) : daysOf(date);
}

/** From the first date to the second. A date without a year takes the other's year, or the year next to it. */
export function between(start: Dated, end: Dated, calendar: Calendar): Days | null {
  if (!isWritten(start) || !isWritten(end)) return withRelative(start, end, calendar);
  const wraps = (start.month ?? 1) > (end.month ?? 12);
  const ending = (year: number) =>
    join(daysOf({ ...start, year: start.year ?? year - Number(wraps) }), daysOf({ ...end, year }));
  if (end.year !== undefined) return ending(end.year);
  if (start.year !== undefined) return ending(start.year + Number(wraps));
  return lastSuch(ending, calendar);
}

/** For periods with at least one end counted from today; a start without a year is before the end. */
function withRelative(start: Dated, end: Dated, calendar: Calendar): Days | null {
  const last = resolve(end, calendar);
  if (last === null || !isWritten(start) || start.year !== undefined)
    return join(resolve(start, calendar), last);
  const year = Number(last.from.slice(0, 4));
  const sameYear = daysOf({ ...start, year });
  const isLater = sameYear !== null && sameYear.from > last.to;
  return join(isLater ? daysOf({ ...start, year: year - 1 }) : sameYear, last);
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
