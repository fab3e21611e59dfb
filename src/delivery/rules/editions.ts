import type { Day } from '../../archive/paper.ts';
import { lastOfMonth } from '../../text/dates/day.ts';
import { DAY_LENGTH, dayOf, startOf } from '../../text/dates/instants.ts';
import type { Edition, EditionKey, Every } from '../subscriptions/subscription.ts';

/** A stored day with papers. */
export interface StoredDay {
  readonly day: Day;
  /** When its list was final in the store, milliseconds since 1970, UTC. */
  readonly storedAt: number;
}

/** The days that an edition covers, both included. */
interface Span {
  readonly from: Day;
  readonly to: Day;
}

const HOUR = 3_600_000;

/** How long after the end of a week or month a last day without a list is waited for, in milliseconds. */
const QUIET = HOUR;

/** How long after its end a list that is not final holds a week or month back, in milliseconds. */
const GIVEN_UP = 36 * HOUR;

const WEEK = /^(\d{4})-W(\d{2})$/;

/** The key of the edition that a day belongs to: `2026-08-20`, `2026-W34` (ISO 8601) or `2026-08`. */
export function editionOf(day: Day, every: Every): EditionKey {
  if (every === 'day') return day;
  if (every === 'month') return day.slice(0, 7);
  // The Thursday of a week says which year it belongs to.
  const thursday = mondayOf(day) + 3 * DAY_LENGTH;
  const year = dayOf(thursday).slice(0, 4);
  const week = Math.floor((thursday - startOf(`${year}-01-01`)) / (7 * DAY_LENGTH)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** What a key stands for. */
export function everyOf(key: EditionKey): Every {
  if (WEEK.test(key)) return 'week';
  return key.length === 'YYYY-MM'.length ? 'month' : 'day';
}

/** The days that an edition covers. */
export function editionSpan(key: EditionKey): Span {
  const week = WEEK.exec(key);
  if (week !== null) {
    const [, year = '', number = ''] = week;
    // The 4th of January is always in the first week.
    const monday = mondayOf(`${year}-01-04`) + (Number(number) - 1) * 7 * DAY_LENGTH;
    return { from: dayOf(monday), to: dayOf(monday + 6 * DAY_LENGTH) };
  }
  if (everyOf(key) === 'month') return { from: `${key}-01`, to: lastOfMonth(key) };
  return { from: key, to: key };
}

/**
 * The editions that stored days make, newest first.
 *
 * A day is one as soon as its list is final. A week or a month is one when nothing of it is to come: it has ended, its
 * last day is final (or has had no list for an hour since its end), and so is every other of its days that has a list. A
 * list that does not become final holds it back for 36 hours. `storedAt` is when that was so.
 *
 * @param days with a final list, newest first
 * @param open days whose list is not final
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
  const held = new Map<EditionKey, StoredDay[]>();
  for (const one of days) {
    const key = editionOf(one.day, every);
    const others = held.get(key);
    if (others === undefined) held.set(key, [one]);
    else others.push(one);
  }
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
 * Whether the week or month before a date may still become an edition: an older one is not to be posted in its place.
 *
 * @param firing the planned local date
 * @param now milliseconds since 1970, UTC
 */
export function isAwaited(key: EditionKey, every: Every, firing: Day, now: number): boolean {
  if (every === 'day') return false;
  const own = editionOf(dayOf(startOf(editionSpan(editionOf(firing, every)).from) - DAY_LENGTH), every);
  return key !== own && now < startOf(editionSpan(own).to) + DAY_LENGTH + GIVEN_UP;
}

/** The beginning of the Monday of a day's week, milliseconds since 1970, UTC. */
function mondayOf(day: Day): number {
  const start = startOf(day);
  // 1970 began on a Thursday, three days after a Monday.
  return start - ((start / DAY_LENGTH + 3) % 7) * DAY_LENGTH;
}
