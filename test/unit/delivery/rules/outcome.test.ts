import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal, outcomeOf } from '../../../../src/delivery/rules/outcome.ts';

describe('what comes of a failed attempt', () => {
  test.each([
    [403, 50001, 'missing-access'],
    [403, 50013, 'missing-permissions'],
    [404, 10003, 'unknown-channel'],
    [404, 10004, 'unknown-guild'],
    [400, 50008, 'wrong-channel'],
    [400, 50024, 'wrong-channel'],
    [400, 50035, 'invalid-form'],
    [400, 50083, 'thread-closed'],
    [400, 160005, 'thread-closed'],
    [400, 40067, 'needs-tag'],
    [403, 40066, 'needs-tag'],
    [404, 10007, 'unknown-guild'],
    [400, 40058, 'wrong-channel'],
    [400, 50006, 'invalid-form'],
    [413, 40005, 'invalid-form'],
    [400, 200000, 'blocked-content'],
    [400, 240000, 'blocked-content'],
    [400, 99999, 'refused'],
    [404, 10008, 'refused'],
  ])('%i with code %i suspends: %s', (status, code, reason) => {
    expect(outcomeOf({ status, code, attempts: 1 })).toEqual({ kind: 'suspend', reason });
  });

  test('a 429 is retried after the wait that it asks for', () => {
    expect(outcomeOf({ status: 429, retryAfter: 1_337, attempts: 9 })).toEqual({
      kind: 'retry',
      after: 1_337,
      reason: 'HTTP 429',
    });
    expect(outcomeOf({ status: 429, retryAfter: 1_000, attempts: 1 }, 0.5)).toMatchObject({ after: 1_250 });
    const hour = { status: 429, retryAfter: 3_600_000, attempts: 1 };
    expect(outcomeOf(hour, 1)).toMatchObject({ after: 3_630_000 });
  });

  test.each([
    { status: 502 },
    { status: 500, code: 0 },
    { status: 429 },
    { network: 'ECONNRESET' },
    { network: 'timeout' },
    { status: 400, code: 20028 },
    { status: 403, code: 40004 },
    { status: 400, code: 160006 },
    { status: 400, code: 160007 },
    { status: 400, code: 40062 },
    {},
  ])('%o is tried again after 1 s, doubled each time up to 5 min', (failure) => {
    const waits = [0, 1, 2, 3, 4, 9, 10, 50, 5_000].map((attempts) => {
      const outcome = outcomeOf({ ...failure, attempts });
      return outcome.kind === 'retry' ? outcome.after / 1_000 : null;
    });
    expect(waits).toEqual([1, 1, 2, 4, 8, 256, 300, 300, 300]);
  });

  test.each([
    { status: 401 },
    { status: 401, code: 0 },
    { status: 401, code: 50001 },
    { status: 403, code: 40333 },
    { status: 403 },
    { status: 400, code: 50041 },
  ])('%o refuses the bot, not the channel: 3 minutes later, and it suspends nothing', (failure) => {
    expect(isRefusal(failure)).toBe(true);
    expect(outcomeOf({ ...failure, attempts: 1 })).toMatchObject({ kind: 'retry', after: 180_000 });
  });

  test.each([{ status: 404 }, { status: 404, code: 0 }, { status: 405, code: 0 }])(
    '%o is not of Discord: an hour later, and it suspends nothing',
    (failure) => {
      expect(isRefusal(failure)).toBe(false);
      expect(outcomeOf({ ...failure, attempts: 1 })).toMatchObject({ kind: 'retry', after: 3_600_000 });
    },
  );

  test.each([
    [400, 160006, 'active-threads'],
    [400, 160007, 'active-threads'],
    [429, 20016, 'slow-mode'],
    [429, 20028, 'write-limit'],
    [403, 20029, 'write-limit'],
  ])('%i with code %i is a limit that passes, with a reason of its own: %s', (status, code, reason) => {
    expect(outcomeOf({ status, code, attempts: 1 })).toEqual({ kind: 'retry', after: 1_000, reason });
  });

  test('the reason names what is known', () => {
    expect(outcomeOf({ network: 'ECONNRESET', attempts: 1 })).toMatchObject({ reason: 'ECONNRESET' });
    expect(outcomeOf({ status: 503, attempts: 1 })).toMatchObject({ reason: 'HTTP 503' });
    expect(outcomeOf({ status: 400, code: 130000, attempts: 1 })).toMatchObject({
      reason: 'HTTP 400, code 130000',
    });
    expect(outcomeOf({ attempts: 1 })).toMatchObject({ reason: 'no answer' });
  });

  test('whatever fails, a wait is positive and jitter adds at most half of it, and at most 30 s', () => {
    const failure = fc.record({
      status: fc.integer({ min: 300, max: 599 }),
      code: fc.integer({ min: 0, max: 300_000 }),
      attempts: fc.nat(1_000),
    });
    fc.assert(
      fc.property(failure, fc.double({ min: 0, max: 1, noNaN: true }), (failed, jitter) => {
        const plain = outcomeOf(failed);
        const spread = outcomeOf(failed, jitter);
        if (plain.kind === 'suspend' || spread.kind === 'suspend') {
          expect(spread).toEqual(plain);
          return;
        }
        expect(plain.after).toBeGreaterThanOrEqual(1_000);
        expect(spread.after).toBeGreaterThanOrEqual(plain.after);
        expect(spread.after).toBeLessThanOrEqual(plain.after + Math.min(plain.after / 2, 30_000));
      }),
    );
  });
});
