import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pace, readRateLimit } from '../../../../src/sources/huggingface/pace.ts';
import { world } from '../samples.ts';

const PERIOD = 5 * 60 * 1000;

describe('the pace of requests', () => {
  test('lets a day’s requests through at once', async () => {
    const around = world();
    const pace = new Pace(around);
    for (let call = 0; call < 200; call += 1) await pace.turn();
    expect(around.slept).toEqual([]);
  });

  test('never allows more than 400 requests in any five minutes', async () => {
    const gaps = fc.array(fc.nat({ max: 20_000 }), { minLength: 300, maxLength: 900 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(gaps, fc.constant(new Array(1200).fill(0))), async (waits) => {
        const around = world();
        const pace = new Pace(around);
        const calls: number[] = [];
        for (const wait of waits) {
          around.time += wait;
          await pace.turn();
          calls.push(around.time);
        }
        const most = Math.max(
          ...calls.map((from) => calls.filter((at) => at >= from && at < from + PERIOD).length),
        );
        expect(most).toBeLessThanOrEqual(401);
      }),
      { numRuns: 20 },
    );
  });

  test('waits for the rest of the period when the server says that few requests are left', async () => {
    const around = world();
    const pace = new Pace(around);
    pace.note(readRateLimit('"api";r=480;t=120'));
    await pace.turn();
    pace.note(readRateLimit('"api";r=5;t=120'));
    await pace.turn();
    pace.note({ remaining: 0, resetsIn: 1e9 });
    await pace.turn();
    expect(around.slept).toEqual([120_000, 300_000]);
  });

  test('goes on after the clock was set back', async () => {
    const around = world();
    const pace = new Pace(around);
    await pace.turn();
    around.time -= 24 * 60 * 60 * 1000;
    for (let call = 0; call < 199; call += 1) await pace.turn();
    expect(around.slept).toEqual([]);
    await pace.turn();
    expect(around.slept).toEqual([1500]);
  });

  test.each([
    ['"api";r=480;t=120', { remaining: 480, resetsIn: 120 }],
    ['"pages";r=90;t=7, "api"; r=3 ;t=9', { remaining: 3, resetsIn: 9 }],
    ['"api";t=9', null],
    ['', null],
    [null, null],
  ])('reads the rest of a limit from %j', (header, limit) => {
    expect(readRateLimit(header)).toEqual(limit);
  });
});
