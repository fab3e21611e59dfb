import type { Day } from '../../archive/paper.ts';
import { lastOfMonth } from '../../text/dates/day.ts';
import { DAY_LENGTH, dayOf, startOf } from '../../text/dates/instants.ts';
import type { Edition, EditionKey, Every } from '../subscriptions/subscription.ts';

export interface StoredDay {
  readonly day: Day;
  /** When its list was final, milliseconds since 1970, UTC. */
  readonly storedAt: number;
}

const HOUR = 3_600_000;
/** How long a week or month waits for a list of its last day after its end, ms. */
const QUIET = HOUR;
/** How long a week or month waits for a list that is not final after its end, ms. */
const GIVEN_UP = 36 * HOUR;
const WEEK = /^(\d{4})-W(\d{2})$/;

/** The edition of a day: `2026-08-20`, `2026-W34` (ISO 8601) or `2026-08`. */
export function editionOf(day: Day, every: Every): EditionKey {
  if (every === 'day') return day;
  if (every === 'month') return day.slice(0, 7);
  // A week belongs to the year of its Thursday.
  const thursday = mondayOf(day) + 3 * DAY_LENGTH;
  const year = dayOf(thursday).slice(0, 4);
  const week = Math.floor((thursday - startOf(`${year}-01-01`)) / (7 * DAY_LENGTH)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

export function everyOf(key: EditionKey): Every {
  if (WEEK.test(key)) return 'week';
  return key.length === 'YYYY-MM'.length ? 'month' : 'day';
}

/** Both days included. */
export function editionSpan(key: EditionKey): Pick<Edition, 'from' | 'to'> {
  const week = WEEK.exec(key);
  if (week !== null) {
    const [, year = '', number = ''] = week;
    // 4 January is always in the first week.
    const monday = mondayOf(`${year}-01-04`) + (Number(number) - 1) * 7 * DAY_LENGTH;
    return { from: dayOf(monday), to: dayOf(monday + 6 * DAY_LENGTH) };
  }
  if (everyOf(key) === 'month') return { from: `${key}-01`, to: lastOfMonth(key) };
  return { from: key, to: key };
}

/**
 * The editions of stored days, newest first.
 *
 * A day is an edition as soon as its list is final. A week or month is one when it has ended, all its lists are final,
 * and its last day has a list or an hour has passed; a list that does not become final delays it for 36 hours at most.
 *
 * @param days with a final list, newest first
 * @param open days with a list that is not final
 * @param now milliseconds since 1970, UTC
 */
export function editionsOf(
  every: Every,
  days: readonly StoredDay[],
  open: readonly Day[],
  now: number,
): readonly Edition[] {
  if (every === 'day')
    return days.map(({ day, storedAt }) => ({ key: day, from: day, to: day, days: [day], storedAt }));
  const held = Map.groupBy(days, ({ day }) => editionOf(day, every));
  const waiting = new Set(open.map((day) => editionOf(day, every)));
  return [...held].flatMap(([key, stored]) => {
    const { from, to } = editionSpan(key);
    const end = startOf(to) + DAY_LENGTH;
    const lists = Math.max(...stored.map(({ storedAt }) => storedAt));
    const isLastHeld = stored.some(({ day }) => day === to);
    const quiet = Math.max(lists, isLastHeld ? 0 : end + QUIET);
    const storedAt = waiting.has(key) ? Math.max(lists, end + GIVEN_UP) : quiet;
    return storedAt <= now ? [{ key, from, to, days: stored.map(({ day }) => day), storedAt }] : [];
  });
}

/**
 * Whether the week or month before the local date `firing` may still be completed, so that `key` must not be posted in
 * its place.
 */
export function isAwaited(key: EditionKey, every: Every, firing: Day, now: number): boolean {
  if (every === 'day') return false;
  const own = editionOf(dayOf(startOf(editionSpan(editionOf(firing, every)).from) - DAY_LENGTH), every);
  return key !== own && now < startOf(editionSpan(own).to) + DAY_LENGTH + GIVEN_UP;
}

/** Milliseconds since 1970, UTC. */
function mondayOf(day: Day): number {
  const start = startOf(day);
  // 1 January 1970 was a Thursday, three days after a Monday.
  return start - ((start / DAY_LENGTH + 3) % 7) * DAY_LENGTH;
}
