import { expect, test } from 'vitest';
import { Breaker } from '../../../src/discord/out/rest/breaker.ts';
import { keptLog } from '../../support/bot.ts';

const MINUTE = 60_000;

function open() {
  const clock = { now: 0 };
  const { log, lines } = keptLog();
  return { clock, breaker: new Breaker(log, () => clock.now), lines };
}

test('no request is sent for the given time, then one probes', () => {
  const { clock, breaker } = open();
  breaker.refuse('HTTP 401', MINUTE);
  expect([breaker.wait, breaker.refusal]).toEqual([MINUTE, 'HTTP 401']);
  clock.now = MINUTE;
  expect(breaker.wait).toBe(0);
  const probe = breaker.enter();
  expect(breaker.wait).toBeGreaterThan(0);
  breaker.accept(probe);
  expect([breaker.wait, breaker.refusal]).toEqual([0, null]);
});

test('a probe without an answer is followed by another', () => {
  const { clock, breaker } = open();
  breaker.refuse('HTTP 401', MINUTE);
  clock.now = MINUTE;
  breaker.enter();
  clock.now += breaker.wait;
  expect(breaker.wait).toBe(0);
  expect(breaker.refusal).toBe('HTTP 401');
});

test('an answer to a request sent before the refusal does not open it', () => {
  const { breaker } = open();
  const early = breaker.enter();
  breaker.refuse('HTTP 429', MINUTE);
  breaker.accept(early);
  expect(breaker.refusal).toBe('HTTP 429');
});

test('logs once that Discord refuses the bot, and once that it no longer does', () => {
  const { clock, breaker, lines } = open();
  for (let time = 0; time < 5; time += 1) breaker.refuse('HTTP 403', MINUTE);
  clock.now = MINUTE;
  breaker.accept(breaker.enter());
  breaker.accept(breaker.enter());
  expect(lines.map(({ msg, reason }) => [msg, reason])).toEqual([
    ['Discord refuses the bot', 'HTTP 403'],
    ['Discord takes requests of the bot again', undefined],
  ]);
});

test('invalid requests in ten minutes stay well below the number at which Discord blocks an address', () => {
  const { clock, breaker } = open();
  const sent: number[] = [];
  // A hundred requests a second that Discord refuses, each for a reason of its own.
  for (clock.now = 0; clock.now < 60 * MINUTE; clock.now += 10) {
    if (breaker.wait > 0) continue;
    breaker.enter();
    sent.push(clock.now);
    breaker.countInvalid();
  }
  const most = sent.map((begin, place) => {
    const end = sent.findIndex((at) => at > begin + 10 * MINUTE);
    return (end === -1 ? sent.length : end) - place;
  });
  expect(Math.max(...most.filter((_, place) => place % 50 === 0))).toBeLessThan(9_000);
});
