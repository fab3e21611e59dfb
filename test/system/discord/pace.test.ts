import fc from 'fast-check';
import { expect, test } from 'vitest';
import { call } from '../../../packages/discord-sandbox/test/support/discord.ts';
import { Pace } from '../../../src/discord/out/pace.ts';
import { openSandbox } from '../../support/bot.ts';
import { ignore, postTo, publisherFor } from '../../support/post.ts';

const PER_SECOND = 45;
/** What Discord allows. */
const LIMIT = 50;

/** When turns come that are asked for one after another, each after a pause; timers come late by so much. */
function turns(pace: Pace, pauses: readonly number[], late: readonly number[] = []): number[] {
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

test('no second has more turns than allowed, however they are asked for and however late timers are', () => {
  const pauses = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 300, noNaN: true })), {
    minLength: 60,
    maxLength: 300,
  });
  fc.assert(
    fc.property(pauses, pauses, (times, late) => {
      const taken = turns(new Pace(PER_SECOND), times, late);
      for (const [place, begin] of taken.entries()) {
        // A hair less than a second: sums of fractions are not exact.
        const within = taken.slice(place).filter((turn) => turn < begin + 999.999);
        expect(within.length).toBeLessThanOrEqual(PER_SECOND);
      }
    }),
  );
});

test('all turns that are allowed are there to be taken', () => {
  expect(turns(new Pace(PER_SECOND), MANY).at(-1)).toBeLessThanOrEqual(20_000);
});

test('timers that are late, now and then by much, leave 42 turns a second', () => {
  const late = MANY.map((_, place) => (place % PER_SECOND === 7 ? 80 : 1));
  expect(turns(new Pace(PER_SECOND), MANY, late).at(-1)).toBeLessThanOrEqual((MANY.length * 1000) / 42);
});

test('without a limit nobody waits', () => {
  const pace = new Pace(Number.POSITIVE_INFINITY);
  expect(turns(pace, [0, 0, 5, 0])).toEqual([0, 0, 5, 5]);
});

test('a bot that was refused waits, and does not run into the limit second after second', async () => {
  const sandbox = await openSandbox();
  const refused: number[] = [];
  const publisher = publisherFor(sandbox, { onRateLimit: () => refused.push(performance.now()) });
  const channels = Array.from({ length: 160 }, (_, place) => sandbox.addChannel({ name: `c-${place}` }));
  sandbox.events.once('message', () => {
    // Another process of the same bot takes what is left.
    for (let taken = 0; taken < LIMIT; taken += 1) void call(sandbox, 'GET', '/users/@me');
  });
  const posts = channels.map((channelId) =>
    publisher.post(postTo(sandbox, { channelId }), ignore, Date.now()),
  );
  const outcomes = await Promise.all(posts);
  expect(outcomes.filter(({ kind }) => kind !== 'delivered')).toEqual([]);
  const [first = Number.NaN] = refused;
  expect(first).toBeGreaterThan(0);
  // What was on its way is refused as well; a busy machine may be a moment late once more.
  expect(refused.filter((at) => at > first + 1000).length).toBeLessThan(3);
});
