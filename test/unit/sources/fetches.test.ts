import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueFetches, type Fetch, firstDay, hasSettled, isFinal } from '../../../src/sources/due-fetches.ts';
import { DAY_LENGTH, dayOf, startOf } from '../../../src/text/dates/instants.ts';

const at = (text: string) => Date.parse(text);
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** What was fetched: each day with the moment and the number of papers. */
const held = (...fetched: [day: string, moment: string, papers?: number][]): Map<string, Fetch> =>
  new Map(fetched.map(([day, moment, papers = 20]) => [day, { at: at(moment), papers }]));

describe('the days to fetch', () => {
  test('are fourteen at the first run: the newest two first, then the oldest', () => {
    const now = at('2026-11-20T09:00:00Z');
    expect(firstDay(now)).toBe('2026-11-07');
    const due = dueFetches(firstDay(now), new Map(), now);
    expect(due).toHaveLength(14);
    expect(due.slice(0, 4)).toEqual(['2026-11-20', '2026-11-19', '2026-11-07', '2026-11-08']);
  });

  test.each([
    ['09:10', '09:29', false],
    ['09:10', '09:31', true],
    ['23:29', '23:30', true],
    ['23:31', '23:59', false],
    ['00:05', '00:29', false],
  ])('hold today once an hour, at half past: read at %s, due at %s: %s', (last, now, due) => {
    const fetched = held(['2026-11-20', `2026-11-20T${last}:00Z`]);
    const days = dueFetches('2026-11-20', fetched, at(`2026-11-20T${now}:00Z`));
    expect(days).toEqual(due ? ['2026-11-20'] : []);
  });

  test.each([
    [1, 1, true],
    [2, 1, false],
    [2, 6, true],
    [3, 6, true],
    [4, 6, false],
    [4, 24, true],
    [14, 24, true],
    [15, 24, false],
  ])('hold one of %i days ago that was final when read %i h ago: %s', (age, hours, due) => {
    const now = at('2026-11-20T13:30:00Z');
    const day = dayOf(now - age * DAY_LENGTH);
    const fetched = new Map([[day, { at: now - hours * HOUR, papers: 9 }]]);
    expect(dueFetches(day, fetched, now).includes(day)).toBe(due);
  });

  test('include a day whose list was empty, since that may have been a mistake', () => {
    const readAt = (day: string, now: string, last: string) =>
      dueFetches(day, held([day, last, 0]), at(now)).includes(day);
    expect(readAt('2026-11-14', '2026-11-17T12:30:00Z', '2026-11-17T00:30:00Z')).toBe(true);
    expect(readAt('2026-11-14', '2026-11-18T12:30:00Z', '2026-11-17T00:30:00Z')).toBe(true);
    expect(readAt('2026-11-14', '2026-11-29T12:30:00Z', '2026-11-28T00:30:00Z')).toBe(false);
  });

  test('include an old day once if it was never read completely', () => {
    const now = at('2026-11-20T09:00:00Z');
    const early = held(['2026-08-01', '2026-08-01T10:00:00Z', 0], ['2026-08-02', '2026-08-03T10:00:00Z', 0]);
    const due = dueFetches('2026-08-01', early, now);
    expect(due).toContain('2026-08-01');
    expect(due).not.toContain('2026-08-02');
    expect(due).toContain('2026-08-03');
  });

  test('include a day whose fetch was noted by a clock that ran ahead', () => {
    const fetched = held(['2026-11-20', '2031-01-01T00:00:00Z']);
    expect(dueFetches('2026-11-20', fetched, at('2026-11-20T09:00:00Z'))).toEqual(['2026-11-20']);
  });

  test('a day is final from 23:30 UTC, and settled when late papers no longer come', () => {
    expect(isFinal('2026-11-20', at('2026-11-20T23:29:59.999Z'))).toBe(false);
    expect(isFinal('2026-11-20', at('2026-11-20T23:30:00Z'))).toBe(true);
    expect(hasSettled('2026-11-20', at('2026-11-23T23:59:59Z'))).toBe(false);
    expect(hasSettled('2026-11-20', at('2026-11-24T00:00:00Z'))).toBe(true);
  });
});

/** A piece of time: how long it lasts, and whether the bot looks every five minutes or is down. */
interface Piece {
  readonly minutes: number;
  readonly up: boolean;
  /** Of a hundred fetches, so many fail. */
  readonly failing: number;
}

interface Made {
  readonly day: string;
  readonly at: number;
}

/** Lives through the pieces with a look every five minutes, as the worker does. */
function live(
  pieces: readonly Piece[],
  start: number,
  papersOf: (day: string) => number,
  dice: () => number,
) {
  const fetched = new Map<string, Fetch>();
  const made: Made[] = [];
  const since = firstDay(start);
  let now = start;
  for (const { minutes, up, failing } of pieces) {
    const end = now + minutes * MINUTE;
    for (; now < end; now += 5 * MINUTE) {
      if (!up) continue;
      for (const day of dueFetches(since, fetched, now)) {
        if (dice() < failing) continue;
        made.push({ day, at: now });
        fetched.set(day, { at: now, papers: papersOf(day) });
      }
    }
  }
  return { fetched, made, since, now };
}

const pieces = fc.array(
  fc.record({
    // From minutes to four weeks, as outages are.
    minutes: fc.oneof(fc.integer({ min: 5, max: 600 }), fc.integer({ min: 600, max: 40_000 })),
    up: fc.boolean(),
    failing: fc.constantFrom(0, 0, 30, 100),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Two good hours after whatever was. */
const well: Piece = { minutes: 120, up: true, failing: 0 };

describe('after any sequence of outages', () => {
  const lives = fc.tuple(pieces, fc.integer({ min: 0, max: DAY_LENGTH }), fc.integer());
  const lived = (check: (life: ReturnType<typeof live>) => void) =>
    fc.assert(
      fc.property(lives, ([all, offset, seed]) => {
        let state = seed | 0;
        const dice = () => {
          state = (Math.imul(state, 1664525) + 1013904223) | 0;
          return (state >>> 8) % 100;
        };
        const papersOf = (day: string) => (startOf(day) % (7 * DAY_LENGTH) === 0 ? 0 : 20);
        check(live([...all, well], at('2026-03-01T00:00:00Z') + offset, papersOf, dice));
      }),
      { numRuns: 20 },
    );

  test('every day since the first is read completely once the bot is back', () => {
    lived(({ fetched, since, now }) => {
      const last = startOf(dayOf(now - HOUR));
      for (let begin = startOf(since); begin < last; begin += DAY_LENGTH) {
        const day = dayOf(begin);
        expect(isFinal(day, fetched.get(day)?.at ?? 0), day).toBe(true);
      }
    });
  });

  test('no day is read twice in one hour, counted from half past', () => {
    lived(({ made }) => {
      const keys = made.map(({ day, at: moment }) => `${day} ${Math.floor((moment - 30 * MINUTE) / HOUR)}`);
      expect(new Set(keys).size).toBe(keys.length);
    });
  });

  test('requests to Hugging Face are bounded: 70 lists a day, and one for each missed day', () => {
    lived(({ made, since, now }) => {
      const days = (now - startOf(since)) / DAY_LENGTH + 1;
      expect(made.length).toBeLessThanOrEqual(days * 70);
      const newest = new Map<string, number>();
      for (const { day } of made) newest.set(day, (newest.get(day) ?? 0) + 1);
      expect(Math.max(0, ...newest.values())).toBeLessThanOrEqual(48 + 8 + 12 + 2);
    });
  });
});
