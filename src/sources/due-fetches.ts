import type { Day } from '../archive/paper.ts';
import { DAY_LENGTH, dayOf, startOf } from '../text/dates/instants.ts';

/** The last time a day's list was read to its end. */
export interface Fetch {
  /** When it was begun, in milliseconds since 1970. */
  readonly at: number;
  /** Papers on the list. */
  readonly papers: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * From when on a day's list counts as settled, after the day's beginning: 23:30 UTC. A capture of the morning misses
 * 44% of what stands at 23:00.
 */
const SETTLES = 23 * HOUR + 30 * MINUTE;

/** Hours begin at half past, so that the first fetch that can be final is not an hour late. */
const HALF = 30 * MINUTE;

/** Days that are followed when there is nothing yet. */
const DAYS_AT_FIRST = 14;

/** For so many days after its own papers still come late; for so many its votes still grow. */
const LATE = 3;
const VOTES = 14;

/** The day with which following begins at the first run. */
export function firstDay(now: number): Day {
  return dayOf(now - (DAYS_AT_FIRST - 1) * DAY_LENGTH);
}

/** Whether a list read then is final: nothing but late papers and votes is to come. */
export function isFinal(day: Day, at: number): boolean {
  return at >= startOf(day) + SETTLES;
}

/** Whether the day is so long past that late papers no longer come. */
export function hasSettled(day: Day, now: number): boolean {
  return now >= startOf(day) + (LATE + 1) * DAY_LENGTH;
}

/**
 * The days to fetch now: a set difference of the days since `since` and what was fetched of them, so that an outage
 * needs no rule of its own. Today and yesterday come first, for people wait for them; then the oldest.
 *
 * A day is read once an hour until the day after it is over, every six hours while late papers come, and daily while
 * votes grow, also where its list was empty: that may have been a mistake of the server. One that is older is read only
 * until it was read once.
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
  // Not `>`: what a clock that went ahead has noted must not keep a day from being read.
  return every !== null && periodOf(now, every) !== periodOf(last.at, every);
}

/** How often a day is read, in milliseconds; null: no more. */
function intervalOf(day: Day, { at }: Fetch, now: number): number | null {
  const age = Math.floor((now - startOf(day)) / DAY_LENGTH);
  if (age <= 1 || !isFinal(day, at)) return HOUR;
  if (age <= LATE) return 6 * HOUR;
  return age <= VOTES ? 24 * HOUR : null;
}

/** Periods instead of the time since the last fetch: looks that come a little late do not add up to a lost one. */
function periodOf(instant: number, length: number): number {
  return Math.floor((instant - HALF) / length);
}
