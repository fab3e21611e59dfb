import { describe, expect, test } from 'vitest';
import { dueOf } from '../../../src/delivery/rules/due.ts';
import { firingAt, latestFiring, nextFiring } from '../../../src/delivery/rules/firing.ts';
import { ZONES } from '../../../src/delivery/rules/zones.ts';
import {
  addDays,
  at,
  closesAt,
  DAY,
  edition,
  HOUR,
  MINUTE,
  settings,
  subscription,
} from '../../unit/delivery/rules/samples.ts';

const TIMES = ['00:00', '00:30', '02:30', '09:00', '23:59'];
const FIRST = '2025-01-01';
const DAYS = 730;
const LAST = addDays(FIRST, DAYS - 1);

/** Local time as Intl shows it, as if it were UTC: a second opinion, which shares nothing with the code under test. */
function intlClock(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
    hour: 'numeric',
  });
  return (instant) => {
    const match = /GMT([+-])(\d\d):(\d\d)/.exec(format.format(instant));
    const minutes = match ? Number(`${match[1]}1`) * (Number(match[2]) * 60 + Number(match[3])) : 0;
    return instant + minutes * MINUTE;
  };
}

/** Days on which clocks change with the ones around them, and every 29th other day. */
function sampledDays(local: (instant: number) => number, seed: number): readonly string[] {
  const days = new Set<string>();
  const away = (n: number): number => local(at(FIRST) + n * DAY) - (at(FIRST) + n * DAY);
  for (let n = 1; n < DAYS - 2; n++) {
    if (n % 29 === seed % 29) days.add(addDays(FIRST, n));
    if (away(n) !== away(n + 1)) for (let near = -1; near <= 2; near++) days.add(addDays(FIRST, n + near));
  }
  return [...days];
}

describe(`in every zone (${ZONES.length}), over two years`, () => {
  test('a planned time is the first instant at which the clocks show it or a later one', () => {
    const wrong: string[] = [];
    ZONES.forEach((zone, index) => {
      const local = intlClock(zone);
      for (const day of sampledDays(local, index)) {
        for (const time of [...TIMES, '24:00']) {
          const planned = at(day) + Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)) * MINUTE;
          const instant = time === '24:00' ? closesAt(day, zone) : firingAt(day, time, zone);
          if (local(instant) < planned || local(instant - 1) >= planned) wrong.push(`${day} ${time} ${zone}`);
        }
      }
    });
    expect(wrong).toEqual([]);
  });

  test.each(TIMES)('each local date fires exactly once at %s', (time) => {
    for (const zone of ZONES) {
      const plan = settings({ zone, time });
      let now = firingAt(FIRST, time, zone);
      const fired = [FIRST];
      while (fired.length < DAYS) {
        const next = nextFiring(plan, now);
        fired.push(next.day);
        now = next.at;
      }
      // Consecutive as the count and both ends agree and every step is later than the last.
      expect([zone, fired.at(-1), new Set(fired).size]).toEqual([zone, LAST, DAYS]);
    }
  });

  test('stepping through time posts once for each local date, at its time', () => {
    ZONES.forEach((zone, index) => {
      const time = TIMES[index % TIMES.length] ?? '09:00';
      const order = subscription({ zone, time, activeSince: firingAt(FIRST, time, zone) });
      const firings = new Set<string>();
      let posts = 0;
      const post = (now: number, expected: boolean): void => {
        // A fresh digest every day: what it is does not matter here, so the ledger holds firings only.
        const editions = [edition(new Date(now).toISOString().slice(0, 10), 0)];
        const due = dueOf(order, editions, { editions: new Set(), firings, any: true }, now);
        if ((due !== null) !== expected) throw new Error(`${zone} ${time} ${new Date(now).toISOString()}`);
        if (due !== null) {
          posts++;
          firings.add(due.firing);
        }
      };
      for (let n = 0; n < DAYS; n++) {
        const due = firingAt(addDays(FIRST, n), time, zone);
        post(due - 1, false);
        post(due, true);
        // At any time before the next: the shortest date has 22 hours (Antarctica/Troll).
        post(due + ((n * 7919) % (22 * 60)) * MINUTE, false);
      }
      expect([zone, posts, firings.size, firings.has(LAST)]).toEqual([zone, DAYS, DAYS, true]);
    });
  });

  test('the latest firing is the next one, seen from behind', () => {
    ZONES.forEach((zone, index) => {
      const plan = settings({ zone, time: TIMES[index % TIMES.length] ?? '09:00', days: [1, 3, 6] });
      for (let n = 0; n < 100; n++) {
        const now = at(FIRST) + (n * 7 * DAY + n * 5 * HOUR + index * 13 * MINUTE);
        const next = nextFiring(plan, now);
        expect(latestFiring(plan, next.at)).toEqual(next);
        expect(latestFiring(plan, next.at - 1)?.at).toBeLessThanOrEqual(now);
      }
    });
  });
});
