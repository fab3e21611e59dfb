import type { Day } from '../archive/paper.ts';
import { DAY_LENGTH, dayOf, startOf } from '../text/dates/instants.ts';

/** The last complete read of a day. */
export interface Fetch {
  /** Start of the read, milliseconds since 1970. */
  readonly at: number;
  readonly papers: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A list is final from 23:30 UTC of its day. At 9:00 it lacks 44% of the papers that it has at 23:00. */
const SETTLES = 23 * HOUR + 30 * MINUTE;
/** Periods begin at half past, so that the first final list is read at 23:30. */
const HALF = 30 * MINUTE;
/** Today included. */
const DAYS_AT_FIRST = 14;
/** Days during which papers are still added (`LATE`), and votes still grow (`VOTES`). */
const LATE = 3;
const VOTES = 14;

/** The oldest day of the first run. */
export function firstDay(now: number): Day {
  return dayOf(now - (DAYS_AT_FIRST - 1) * DAY_LENGTH);
}

/** Whether only late papers and votes can still change a list that was read at `at`. */
export function isFinal(day: Day, at: number): boolean {
  return at >= startOf(day) + SETTLES;
}

/** Whether no late papers can come. */
export function hasSettled(day: Day, now: number): boolean {
  return now >= startOf(day) + (LATE + 1) * DAY_LENGTH;
}

/**
 * The days to fetch now: all since `since`, minus those fetched recently enough. Today and yesterday come first, since people
 * wait for them; then the oldest. A day is read hourly until the end of the next day, six-hourly while late papers come,
 * daily while votes grow, and an older one once. This holds for empty lists too: the server may have been wrong.
 */
export function dueFetches(since: Day, fetched: ReadonlyMap<Day, Fetch>, now: number): readonly Day[] {
  const today = startOf(dayOf(now));
  const due: Day[] = [];
  for (let begin = startOf(since); begin <= today; begin += DAY_LENGTH) {
    const day = dayOf(begin);
    if (isDue(day, fetched.get(day), now)) due.push(day);
  }
  const recent = dayOf(today - DAY_LENGTH);
  return [...due.filter((day) => day >= recent).toReversed(), ...due.filter((day) => day < recent)];
}

function isDue(day: Day, last: Fetch | undefined, now: number): boolean {
  if (last === undefined) return true;
  const every = intervalOf(day, last, now);
  // Not `>`: a fetch noted by a clock that was ahead must not block the next one.
  return every !== null && periodOf(now, every) !== periodOf(last.at, every);
}

/** Milliseconds between two reads; null if the day is not read again. */
function intervalOf(day: Day, { at }: Fetch, now: number): number | null {
  const age = Math.floor((now - startOf(day)) / DAY_LENGTH);
  if (age <= 1 || !isFinal(day, at)) return HOUR;
  if (age <= LATE) return 6 * HOUR;
  return age <= VOTES ? 24 * HOUR : null;
}

/** Periods instead of the time since the last fetch, which would add up small delays. */
function periodOf(instant: number, length: number): number {
  return Math.floor((instant - HALF) / length);
}
