import type { Day } from './day.ts';

export const DAY_LENGTH = 86_400_000;

/** Cached dates: 100,000 subscriptions ask three times each for the same few. */
const written = new Map<number, Day>();
const MOST_WRITTEN = 1_000;

/** The UTC date of an instant, milliseconds since 1970. */
export function dayOf(instant: number): Day {
  const number = Math.floor(instant / DAY_LENGTH);
  const known = written.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * DAY_LENGTH).toISOString().slice(0, 10);
  if (written.size >= MOST_WRITTEN) written.clear();
  written.set(number, day);
  return day;
}

/** The beginning of a date in UTC, milliseconds since 1970. */
export function startOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
