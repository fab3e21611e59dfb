import { expect, test } from 'vitest';
import { Buckets } from '../../../src/bot/rate-limit.ts';

const KEYS_MAX = 10_000;
const SECOND = 1_000;

test('of too many keys that wait the oldest is forgotten, so that memory is bounded', () => {
  const buckets = new Buckets({ burst: 1, every: SECOND });
  for (let key = 0; key <= KEYS_MAX; key += 1) buckets.take(String(key), 0);
  expect(buckets.wait('0', 0)).toBe(0);
  for (const key of ['1', '2', String(KEYS_MAX)]) expect(buckets.wait(key, 0)).toBe(SECOND);
});

test('keys that may ask as often as at first are forgotten before one that waits', () => {
  const buckets = new Buckets({ burst: 2, every: SECOND });
  for (let times = 0; times < 3; times += 1) buckets.take('busy', 0);
  for (let key = 1; key < KEYS_MAX; key += 1) buckets.take(String(key), 0);
  buckets.take('last', SECOND);
  expect(buckets.wait('busy', SECOND)).toBe(SECOND);
  expect(buckets.wait('1', SECOND)).toBe(0);
});
