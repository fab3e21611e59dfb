import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { RequestPace } from '../../../src/discord/out/pace.ts';
import { openSandbox } from '../../support/bot.ts';
import { ignore, postTo, publisherFor } from '../../support/post.ts';

const PER_SECOND = 45;

/** When turns come that are asked for one after another, each after a pause; timers come late by so much. */
function turns(pace: RequestPace, pauses: readonly number[], late: readonly number[] = []): number[] {
  let now = 0;
  return pauses.map((pause, place) => {
    now += pause;
    const wait = pace.wait(now);
    if (wait > 0) now += wait + (late[place] ?? 0);
    pace.take(now);
    return now;
  });
}

const MANY: readonly number[] = Array(PER_SECOND * 20).fill(0);

test('no second has more turns than allowed, whatever the requests and however late the timers', () => {
  const pauses = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 300, noNaN: true })), {
    minLength: 60,
    maxLength: 300,
  });
  fc.assert(
    fc.property(pauses, pauses, (times, late) => {
      const taken = turns(new RequestPace(PER_SECOND), times, late);
      for (const [place, begin] of taken.entries()) {
        // A hair less than a second: sums of fractions are not exact.
        const within = taken.slice(place).filter((turn) => turn < begin + 999.999);
        expect(within.length).toBeLessThanOrEqual(PER_SECOND);
      }
    }),
  );
});

test('all allowed turns can be taken', () => {
  expect(turns(new RequestPace(PER_SECOND), MANY).at(-1)).toBeLessThanOrEqual(20_000);
});

test('timers that are late, sometimes by much, still allow 42 turns a second', () => {
  const late = MANY.map((_, place) => (place % PER_SECOND === 7 ? 80 : 1));
  expect(turns(new RequestPace(PER_SECOND), MANY, late).at(-1)).toBeLessThanOrEqual(
    (MANY.length * 1000) / 42,
  );
});

test('without a limit nobody waits', () => {
  const pace = new RequestPace(Number.POSITIVE_INFINITY);
  expect(turns(pace, [0, 0, 5, 0])).toEqual([0, 0, 5, 5]);
});

test('while a refused request waits, no other goes before it, and they do not all go at once after it', () => {
  const pace = new RequestPace(PER_SECOND);
  const before = turns(pace, Array(PER_SECOND).fill(0));
  const refused = before.at(-1) ?? 0;
  pace.hold(1_000, refused);
  let now = refused;
  const after = MANY.map(() => {
    now += pace.wait(now);
    pace.take(now);
    return now;
  });
  const [first = 0] = after;
  expect(first).toBeGreaterThanOrEqual(refused + 1_000);
  // The one that was refused goes then as well.
  for (const begin of after)
    expect(after.filter((turn) => turn >= begin && turn < begin + 999.999).length).toBeLessThanOrEqual(
      PER_SECOND,
    );
  expect(after.filter((turn) => turn < first + 100).length).toBeLessThan(PER_SECOND / 4);
});

test('a publisher over the global limit holds its other posts back, and sends them all later', async () => {
  const hold = vi.spyOn(RequestPace.prototype, 'hold');
  onTestFinished(() => hold.mockRestore());
  const sandbox = await openSandbox({ rateLimits: { global: { limit: 5, windowMs: 500 } } });
  let refused = 0;
  const publisher = publisherFor(sandbox, { onRateLimit: () => (refused += 1) });
  const channels = Array.from({ length: 15 }, (_, place) => sandbox.addChannel({ name: `c-${place}` }));
  const posts = channels.map((channelId) =>
    publisher.post(postTo(sandbox, { channelId }), ignore, Date.now()),
  );
  const outcomes = await Promise.all(posts);
  expect(outcomes.filter(({ kind }) => kind !== 'delivered')).toEqual([]);
  expect(refused).toBeGreaterThan(0);
  expect(hold.mock.calls.map(([wait]) => wait > 0)).toEqual(Array(refused).fill(true));
});
