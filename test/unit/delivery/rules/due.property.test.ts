import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activeSinceAfter, firingAt } from '../../../../src/delivery/rules/firing.ts';
import { WEEKDAYS } from '../../../../src/delivery/rules/weekdays.ts';
import { ZONES } from '../../../../src/delivery/rules/zones.ts';
import type { Weekday } from '../../../../src/delivery/subscriptions/subscription.ts';
import { World } from './ledger.ts';
import { addDays, at, closesAt, DAY, HOUR, iso, MINUTE, subscription } from './samples.ts';

const zone = fc.constantFrom(
  ...ZONES,
  // More often those in which something happens in spring 2026.
  ...Array.from({ length: 40 }, () => [
    'America/New_York',
    'Europe/London',
    'Africa/Cairo',
    'Asia/Beirut',
  ]).flat(),
  ...Array.from({ length: 40 }, () => ['Australia/Lord_Howe', 'Antarctica/Troll', 'America/Nuuk']).flat(),
);
const time = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map(
    (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
  );
const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const days = fc.oneof(
  fc.constant<readonly Weekday[]>([1, 2, 3, 4, 5, 6, 7]),
  fc.constant(WEEKDAYS),
  fc.uniqueArray(weekday, { minLength: 1 }).map((chosen) => chosen.sort((one, other) => one - other)),
);
const plan = fc.record({ zone, time, days, every: fc.constant('day' as const), monthDay: fc.constant(1) });

const event = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('run'), hours: fc.integer({ min: 1, max: 40 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('sleep'), hours: fc.integer({ min: 1, max: 24 * 10 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('set clock back'), hours: fc.integer({ min: 1, max: 60 }) }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('digest'), ago: fc.integer({ min: -1, max: 12 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('change'), plan }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pause') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('resume') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('by hand') }) },
);

const START = at('2026-03-20T12:00Z');

describe('whatever happens: outages, late digests, a clock set back, changes, pauses', () => {
  // A second row for a digest or a firing makes the World throw.
  test('each digest and each firing is posted at most once, the newest first', () => {
    fc.assert(
      fc.property(plan, fc.array(event, { minLength: 10, maxLength: 60 }), (first, events) => {
        let now = START;
        const world = new World(subscription({ ...first, activeSince: now }));
        const poll = (): void => {
          const post = world.poll(now);
          if (post === null) return;
          expect(world.poll(now)).toBeNull();
          expectRight(world, post);
        };
        for (const one of events) {
          if (one.kind === 'run') for (let step = 0; step < one.hours; step++, now += HOUR) poll();
          else if (one.kind === 'sleep') now += one.hours * HOUR;
          else if (one.kind === 'set clock back') now -= one.hours * HOUR;
          else if (one.kind === 'digest') world.store(addDays(iso(now).slice(0, 10), -one.ago), now);
          else if (one.kind === 'by hand') world.postByHand(now);
          else if (one.kind === 'pause') world.subscription = { ...world.subscription, state: 'paused' };
          else if (one.kind === 'resume')
            world.subscription = { ...world.subscription, state: 'active', activeSince: now };
          else if ('plan' in one) {
            const activeSince = activeSinceAfter(world.subscription, one.plan, now);
            world.subscription = { ...world.subscription, ...one.plan, activeSince };
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  function expectRight(
    world: World,
    { now, firing, edition: digest, first, skipped, open }: World['posts'][number],
  ): void {
    const { zone, time, activeSince, state } = world.subscription;
    expect(state).toBe('active');
    const day = firing ?? '';
    const closes = closesAt(day, zone);
    const planned = firingAt(day, time, zone);
    expect(planned).toBeLessThanOrEqual(now);
    expect(planned).toBeGreaterThanOrEqual(activeSince);
    expect(digest <= iso(now).slice(0, 10)).toBe(true);
    if (!first) expect(digest >= addDays(day, -7)).toBe(true);
    const newest = open.find((edition) => edition.key <= iso(now).slice(0, 10));
    expect(digest).toBe(newest?.key);
    expect(now < closes || (newest?.storedAt ?? now) < closes).toBe(true);
    expect(skipped).toEqual(
      open.map((edition) => edition.key).filter((other) => other < digest && other >= addDays(day, -7)),
    );
  }
});

describe('a process that runs on', () => {
  const DAYS = 24;
  /** For each UTC day after the start: how many hours after its beginning its digest comes; null: never. */
  const arrivals = fc.array(fc.option(fc.integer({ min: 0, max: 60 * 60 }), { freq: 4 }), {
    minLength: DAYS,
    maxLength: DAYS,
  });

  test('delivers in a firing whenever a digest is in the store while the firing is open', () => {
    fc.assert(
      fc.property(plan, arrivals, fc.integer({ min: 7, max: 59 }), (settings, minutes, step) => {
        const world = new World(subscription({ ...settings, activeSince: START }));
        const coming = minutes
          .map((minute, n) => ({
            day: addDays('2026-03-20', n),
            at: at('2026-03-20') + n * DAY + (minute ?? 0) * MINUTE,
          }))
          .filter((_, n) => minutes[n] !== null)
          .sort((one, other) => one.at - other.at);
        const missed: string[] = [];
        for (let now = START; now < START + DAYS * DAY; now += step * MINUTE) {
          while (coming[0] !== undefined && coming[0].at <= now) {
            const { day, at: storedAt } = coming.shift() ?? { day: '', at: 0 };
            world.store(day, storedAt);
          }
          const postable = openFiring(settings, now, world);
          world.poll(now);
          if (postable !== null && !world.firings.has(postable)) missed.push(`${postable} at ${iso(now)}`);
        }
        expect(missed).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  /** The local date whose firing is open and for which there is a digest, found by trying dates. */
  function openFiring(
    settings: Pick<World['subscription'], 'zone' | 'time' | 'days'>,
    now: number,
    world: World,
  ): string | null {
    for (let near = -2; near <= 2; near++) {
      const day = addDays(iso(now).slice(0, 10), near);
      const planned = firingAt(day, settings.time, settings.zone);
      const weekday = new Date(at(day)).getUTCDay() || 7;
      if (!settings.days.some((one) => one === weekday) || world.firings.has(day)) continue;
      if (planned < START || planned > now || now >= closesAt(day, settings.zone)) continue;
      const fresh = world.editions.some(
        (edition) =>
          !world.keys.has(edition.key) &&
          edition.key <= iso(now).slice(0, 10) &&
          (world.posts.length === 0 || edition.key >= addDays(day, -7)),
      );
      if (fresh) return day;
    }
    return null;
  }

  test('and sleeps for three days posts one digest, the newest, when it is awake again', () => {
    fc.assert(
      fc.property(zone, time, fc.integer({ min: 0, max: 23 }), (zone, time, hour) => {
        const world = new World(subscription({ zone, time, activeSince: START }));
        const asleep = START + 3 * DAY;
        const awake = START + 6 * DAY + hour * HOUR;
        for (let now = START; now < asleep; now += HOUR) {
          world.store(iso(now).slice(0, 10), now);
          world.poll(now);
        }
        const before = world.posts.length;
        // The source still has the days that were slept through; after them comes nothing more.
        for (let n = 0; n <= 6; n++) world.store(addDays('2026-03-20', n), awake);
        for (let now = awake; now < awake + 26 * HOUR; now += 5 * MINUTE) world.poll(now);
        expect(world.posts.slice(before).map(({ edition }) => edition)).toEqual(['2026-03-26']);
        expect(world.posts.at(-1)?.skipped).toContain('2026-03-25');
      }),
    );
  });
});
