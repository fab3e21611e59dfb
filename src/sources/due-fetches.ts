import type { Day } from '../archive/paper.ts';
import { DAY_LENGTH, dayOf, startOf } from '../text/dates/instants.ts';

/** The last complete read of a day's list. */
export interface Fetch {
  /** When the read began, in milliseconds since 1970. */
  readonly at: number;
  /** Papers on the list. */
  readonly papers: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Milliseconds from the start of a UTC day until its list counts as final: 23:30. A list read in the morning lacks 44% of
 * the papers that it has at 23:00.
 */
const SETTLES = 23 * HOUR + 30 * MINUTE;

/** Milliseconds by which fetch periods are shifted: they begin at half past, so the first final list is read at 23:30. */
const HALF = 30 * MINUTE;

/** Days to fetch at the first run, today included. */
const DAYS_AT_FIRST = 14;

/** Days after a list's own day during which papers are still added (`LATE`), and votes still grow (`VOTES`). */
const LATE = 3;
const VOTES = 14;

/** The oldest day to fetch at the first run. */
export function firstDay(now: number): Day {
  return dayOf(now - (DAYS_AT_FIRST - 1) * DAY_LENGTH);
}

/** Whether a list read at `at` is final: only late papers and votes can still change it. */
export function isFinal(day: Day, at: number): boolean {
  return at >= startOf(day) + SETTLES;
}

/** Whether the day is too long past for late papers. */
export function hasSettled(day: Day, now: number): boolean {
  return now >= startOf(day) + (LATE + 1) * DAY_LENGTH;
}

/**
 * The days to fetch now: all days since `since`, minus those fetched recently enough, so an outage needs no rule of its
 * own. Today and yesterday come first because people wait for them; then the oldest.
 *
 * A day is read hourly until the end of the next day, every six hours while late papers come, and daily while votes grow.
 * This holds for an empty list too, since the server may have been wrong. An older day is read once.
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
  // Compare with `!==`, not `>`: a fetch noted by a clock that ran ahead must not block the next one.
  return every !== null && periodOf(now, every) !== periodOf(last.at, every);
}

/** Milliseconds between two reads of a day; null when it is not read again. */
function intervalOf(day: Day, { at }: Fetch, now: number): number | null {
  const age = Math.floor((now - startOf(day)) / DAY_LENGTH);
  if (age <= 1 || !isFinal(day, at)) return HOUR;
  if (age <= LATE) return 6 * HOUR;
  return age <= VOTES ? 24 * HOUR : null;
}

/** The number of the period that an instant is in. Counting from the last fetch instead would add up small delays. */
function periodOf(instant: number, length: number): number {
  return Math.floor((instant - HALF) / length);
}
