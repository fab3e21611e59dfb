import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dueOf } from '../../../../src/delivery/rules/due.ts';
import { editionOf, editionSpan, editionsOf } from '../../../../src/delivery/rules/editions.ts';
import { firingAt, nextFiring } from '../../../../src/delivery/rules/firing.ts';
import { ZONES } from '../../../../src/delivery/rules/zones.ts';
import type {
  Edition,
  Every,
  Subscription,
  Weekday,
} from '../../../../src/delivery/subscriptions/subscription.ts';
import { addDays, at, closesAt, HOUR, iso, MINUTE, subscription } from './samples.ts';

const FIRST = '2026-01-01';
/** All days with papers of two years: those of the week, as the source has them. */
const PAPERS = Array.from({ length: 730 }, (_, n) => addDays(FIRST, n)).filter(
  (day) => ![0, 6].includes(new Date(day).getUTCDay()),
);
/** Each final half an hour before its end. */
const STORED = PAPERS.toReversed().map((day) => ({ day, storedAt: at(`${day}T23:30Z`) }));

/** The moments at which the clocks of a zone change in the two years, and its distance from UTC after each. */
function clockOf(zone: string): string {
  const changes: string[] = [];
  let time: Temporal.ZonedDateTime | null = Temporal.Instant.from(`${FIRST}T00:00Z`).toZonedDateTimeISO(zone);
  for (
    ;
    time !== null && time.epochMilliseconds < at('2028-01-01');
    time = time.getTimeZoneTransition('next')
  )
    changes.push(`${time.epochMilliseconds} ${time.offset}`);
  return changes.join();
}

/** One zone of all whose clocks agree in the two years. */
const CLOCKS = [...new Map(ZONES.map((zone) => [clockOf(zone), zone])).values()];

interface Post {
  readonly key: string;
  readonly firing: string;
  readonly now: number;
}

const made = new Map<string, readonly Edition[]>();

/** What the store holds at a moment: lists become final, and weeks complete, at full and half hours. */
function editionsAt(every: Every, now: number): readonly Edition[] {
  const key = `${every} ${Math.floor(now / (30 * MINUTE))}`;
  const held = made.get(key);
  if (held !== undefined) return held;
  const first = STORED.findIndex(({ storedAt }) => storedAt <= now);
  const editions = first < 0 ? [] : editionsOf(every, STORED.slice(first, first + 100), [], now);
  made.set(key, editions);
  return editions;
}

/** A worker that looks at these moments, and what it posts. */
function run(order: Subscription, moments: Iterable<number>): { posts: Post[]; skipped: string[] } {
  const [editions, firings] = [new Set<string>(), new Set<string>()];
  const posts: Post[] = [];
  const skipped: string[] = [];
  for (const now of moments) {
    const due = dueOf(order, editionsAt(order.every, now), { editions, firings, any: posts.length > 0 }, now);
    if (due === null) continue;
    for (const key of [due.edition, ...due.skipped]) {
      if (editions.has(key)) throw new Error(`a second row for ${key}`);
      editions.add(key);
    }
    if (firings.has(due.firing)) throw new Error(`a second row for the firing of ${due.firing}`);
    firings.add(due.firing);
    posts.push({ key: due.edition, firing: due.firing, now });
    skipped.push(...due.skipped);
  }
  return { posts, skipped };
}

/** The keys of a stretch of two years, in order. */
function keysOf(every: Every, from: string, to: string): string[] {
  const keys = new Set<string>();
  for (let day = from; day <= to; day = addDays(day, 1)) keys.add(editionOf(day, every));
  return [...keys];
}

const TIMES = ['00:00', '02:30', '09:00', '23:59'];

describe.each(['week', 'month'] as const)('a subscription to each %s', (every) => {
  const planOf = (index: number, zone: string) => ({
    every,
    zone,
    time: TIMES[index % TIMES.length] ?? '09:00',
    days: [((index % 7) + 1) as Weekday],
    monthDay: (index % 31) + 1,
  });

  test('gets each edition of two years once, by every clock, on its day, when that is over', () => {
    CLOCKS.forEach((zone, index) => {
      const order = subscription({ ...planOf(index, zone), activeSince: at('2026-02-01') });
      // The moments at which something can become due: firings, and once a day what has come meanwhile.
      const moments = Array.from({ length: 700 }, (_, n) => at(addDays('2026-01-30', n)) + 90 * MINUTE);
      for (let firing = nextFiring(order, at('2026-01-30')); firing.at < at('2027-12-31'); ) {
        moments.push(firing.at - 1, firing.at);
        firing = nextFiring(order, firing.at);
      }
      const { posts, skipped } = run(
        order,
        moments.toSorted((one, other) => one - other),
      );
      const got = posts.map(({ key }) => key);
      const [first = '', last = ''] = [got.at(0), got.at(-1)];
      expect([zone, got]).toEqual([zone, keysOf(every, editionSpan(first).from, editionSpan(last).to)]);
      expect(posts.length).toBeGreaterThan(every === 'week' ? 96 : 21);
      // What was before the set-up is not made up for.
      expect(skipped.every((key) => key < first)).toBe(true);
      const wrong = posts.filter(({ key, firing, now }) => {
        const isItsDay =
          every === 'week'
            ? (new Date(firing).getUTCDay() || 7) === order.days[0]
            : Number(firing.slice(8)) === Math.min(order.monthDay, Number(lastOf(firing)));
        // Nothing is later than the end of its local date and the hour that the last list is waited for.
        const isInTime =
          now >= firingAt(firing, order.time, zone) && now <= closesAt(firing, zone) + 16 * HOUR;
        return !isItsDay || !isInTime || editionSpan(key).to >= firing;
      });
      expect([zone, wrong]).toEqual([zone, []]);
    });
  });

  test('gets only the newest edition after an outage', () => {
    const asleep = fc.record({
      from: fc.integer({ min: 40, max: 300 }),
      days: fc.integer({ min: 1, max: 80 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.nat(200), asleep, (zone, index, { from, days }) => {
        const order = subscription({ ...planOf(index, zone), activeSince: at('2026-01-10') });
        const hours = Array.from({ length: 500 * 6 }, (_, n) => at('2026-01-10') + n * 4 * HOUR);
        const [falls, wakes] = [at(addDays(FIRST, from)), at(addDays(FIRST, from + days))];
        const { posts } = run(
          order,
          hours.filter((now) => now < falls || now >= wakes),
        );
        // Of the firings that were planned meanwhile, or before, one is made up for.
        const after = posts.filter(
          ({ now, firing }) => now >= wakes && firingAt(firing, order.time, order.zone) < wakes,
        );
        expect(after.length).toBeLessThanOrEqual(1);
        for (const { key, now } of after) {
          const newest = editionsAt(every, now).find(({ to }) => to < (after[0]?.firing ?? ''));
          expect(key).toBe(newest?.key);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('a week without papers leaves its firing unused, and the next week comes on its own day', () => {
  const order = subscription({
    every: 'week',
    days: [5],
    zone: 'UTC',
    time: '09:00',
    activeSince: at('2026-02-01'),
  });
  const empty = editionSpan('2026-W08');
  const days = STORED.filter(({ day }) => day < empty.from || day > empty.to);
  const posts: string[] = [];
  const [editions, firings] = [new Set<string>(), new Set<string>()];
  for (let now = at('2026-02-01'); now < at('2026-03-20'); now += HOUR) {
    const known = days.filter(({ storedAt }) => storedAt <= now);
    const due = dueOf(
      order,
      editionsOf('week', known, [], now),
      { editions, firings, any: posts.length > 0 },
      now,
    );
    if (due === null) continue;
    for (const key of [due.edition, ...due.skipped]) editions.add(key);
    firings.add(due.firing);
    posts.push(`${due.edition} ${iso(now)}`);
  }
  expect(posts.slice(1)).toEqual([
    '2026-W06 2026-02-13T09:00Z',
    '2026-W07 2026-02-20T09:00Z',
    '2026-W09 2026-03-06T09:00Z',
    '2026-W10 2026-03-13T09:00Z',
  ]);
});

function lastOf(day: string): string {
  return editionSpan(day.slice(0, 7)).to.slice(8);
}
