import { describe, expect, test } from 'vitest';
import { SourceError } from '../../../../src/sources/failure.ts';
import { HuggingFace } from '../../../../src/sources/huggingface/client.ts';
import type { Fault } from '../../../support/huggingface.ts';
import { Replay } from '../../../support/huggingface.ts';
import { entries, entry, openReplay, world } from '../samples.ts';

const DAY = '2026-08-18';
/** How long an attempt may take in these tests, in milliseconds. */
const TIMEOUT = 100;

async function open(count = 3) {
  const replay = await openReplay((day) => (day === DAY ? entries(count) : []));
  const around = world();
  const source = new HuggingFace(replay.url, around, { timeout: TIMEOUT });
  return { replay, around, source };
}

const failureOf = (work: Promise<unknown>): Promise<SourceError> =>
  work.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => (error instanceof SourceError ? error : Promise.reject(error)),
  );

describe('a day of Hugging Face', () => {
  test.each([0, 1, 49, 50, 51, 99, 100, 101, 150, 200, 337])(
    'with %i papers is read whole',
    async (count) => {
      const { replay, source } = await open(count);
      for (const size of [100, 50]) {
        for (const countsByLimit of [false, true]) {
          Object.assign(replay, { pageSize: size, countsByLimit });
          const { listings } = await source.day(DAY);
          expect(listings.map(({ paperId }) => paperId)).toEqual(entries(count).map(({ paper }) => paper.id));
        }
      }
    },
  );

  test('is read completely if a page before the last one is short', async () => {
    const { replay, source } = await open(45);
    replay.pageSize = 20;
    expect((await source.day(DAY)).listings).toHaveLength(45);
  });

  test('is read once if the server has no paging', async () => {
    const { replay, source } = await open(100);
    replay.knowsPages = false;
    const { listings, warnings } = await source.day(DAY);
    expect(listings).toHaveLength(100);
    expect(warnings).toEqual([]);
    expect(replay.asked).toHaveLength(2);
  });

  test('with only unreadable entries ends the requests', async () => {
    const { replay, source } = await open();
    replay.knowsPages = false;
    replay.days = () => [7, null, { paper: {} }];
    const { kind, values } = await failureOf(source.day(DAY));
    expect(kind).toBe('odd');
    expect(values.reason).toBe('3 of 3 entries cannot be read, the first in place 1: 7');
    expect(replay.asked).toHaveLength(2);
  });

  test('with too many entries is refused', async () => {
    const { replay, source } = await open();
    replay.answer = Array.from({ length: 3_001 }, () => 0);
    const { kind, values } = await failureOf(source.day(DAY));
    expect(kind).toBe('large');
    expect(values.reason).toBe('3001 entries, at most 3000 are read');
    expect(replay.asked).toHaveLength(1);
  });

  test('ends after a number of pages, even if each has new papers', async () => {
    const { replay, source } = await open();
    let next = 1;
    replay.pageSize = 1;
    replay.days = () => Array.from({ length: 1000 }, () => entry(`2608.${String(next++).padStart(5, '0')}`));
    expect((await source.day(DAY)).listings).toHaveLength(30);
  });

  test('loses no paper that moves to an earlier page while pages are read', async () => {
    const { replay, source } = await open();
    const before = entries(6);
    replay.pageSize = 3;
    // Between the first two answers the last paper becomes the first.
    replay.days = () => (replay.asked.length === 1 ? before : [...before.slice(5), ...before.slice(0, 5)]);
    const { listings } = await source.day(DAY);
    expect(listings.map(({ paperId }) => paperId).toSorted()).toEqual(before.map(({ paper }) => paper.id));
  });

  test('counts as empty if the server sends the list of another day', async () => {
    const { replay, source } = await open();
    const on = (day: string) => ({ submittedOnDailyAt: `${day}T07:00:00.000Z` });
    const yesterday = entries(3).map(({ paper }) => entry(paper.id, on('2026-08-17')));
    replay.days = () => yesterday;
    expect(await source.day(DAY)).toEqual({
      listings: [],
      warnings: [{ line: 1, rule: 'other-day', text: '2026-08-17' }],
    });
    const first = entry('2608.00009', on(DAY));
    for (const list of [
      [...yesterday, first],
      [...yesterday, ...entries(3, 10)],
    ]) {
      replay.days = () => list;
      expect((await source.day(DAY)).listings).toHaveLength(list.length);
    }
  });

  test('without papers is an empty list, not a failure', async () => {
    const { source } = await open();
    expect(await source.day('2026-08-15')).toEqual({ listings: [], warnings: [] });
  });

  test('has the requested date, whatever publication dates its papers have', async () => {
    const { replay, source } = await open();
    await source.day(DAY);
    expect(replay.asked[0]).toBe('/api/daily_papers?date=2026-08-18&limit=100&p=0');
  });
});

const status = (code: number, headers: Record<string, string> = {}): Fault => ({
  kind: 'status',
  status: code,
  headers,
});

describe('a request', () => {
  test.each<[string, Fault]>([
    ['500', status(500)],
    ['502', status(502)],
    ['503', status(503)],
    ['408', status(408)],
    ['429', status(429)],
    ['a body that is cut', { kind: 'cut' }],
    ['a page of HTML', { kind: 'html' }],
    ['a connection that breaks', { kind: 'reset' }],
    ['no answer', { kind: 'hang' }],
    ['an answer that stops half way', { kind: 'hang-body' }],
  ])('is repeated, with growing waits, after %s', async (_what, fault) => {
    const { replay, around, source } = await open();
    replay.faults.push(fault, fault, fault);
    expect((await source.day(DAY)).listings).toHaveLength(3);
    expect(around.slept).toEqual([750, 1500, 3000]);
  });

  test.each<[string, Fault, string, number]>([
    ['an error of the server', status(500), 'broken', 5],
    ['a lasting 429', status(429), 'limited', 5],
    ['an answer that never comes', { kind: 'hang' }, 'unreachable', 5],
    ['a page of HTML', { kind: 'html' }, 'odd', 5],
    ['something else than a list', { kind: 'error' }, 'odd', 1],
    ['a redirect', status(302, { location: 'http://127.0.0.1:1/' }), 'refused', 1],
    ['404', status(404), 'refused', 1],
    ['403', status(403), 'refused', 1],
  ])('fails in the end with %s', async (_what, fault, kind, attempts) => {
    const { replay, source } = await open();
    replay.broken.set(DAY, fault);
    const error = await failureOf(source.day(DAY));
    expect(error).toMatchObject({ kind, key: `errors.source.${kind}` });
    expect(replay.asked).toHaveLength(attempts);
  });

  test('for an invalid date is not repeated', async () => {
    const { replay, source } = await open();
    const error = await failureOf(source.day('2026-02-31'));
    expect(error.values).toMatchObject({ reason: '400' });
    expect(replay.asked).toHaveLength(1);
  });

  test('without a server fails as unreachable, with the reason', async () => {
    const replay = await new Replay(() => []).listen();
    await replay.close();
    const error = await failureOf(new HuggingFace(replay.url, world()).day(DAY));
    expect(error.kind).toBe('unreachable');
    expect(error.values.reason).toMatch(/ECONNREFUSED/);
  });

  test('for a list over the size limit fails as too large', async () => {
    const { replay, around } = await open();
    replay.days = () => [entry('2608.00001', { summary: 'x'.repeat(10_000) })];
    const error = await failureOf(new HuggingFace(replay.url, around, { largest: 5_000 }).day(DAY));
    expect(error.kind).toBe('large');
  });

  test.each<[string, Record<string, string>, number]>([
    ['RateLimit', { ratelimit: '"api";r=0;t=42' }, 42_750],
    ['Retry-After in seconds', { 'retry-after': '30' }, 30_750],
    ['Retry-After as a date', { 'retry-after': 'Tue, 18 Aug 2026 12:01:00 GMT' }, 60_750],
    ['neither', {}, 750],
    ['nonsense', { 'retry-after': 'soon', ratelimit: 'x' }, 750],
  ])('over the rate limit waits as long as the server asks: %s', async (_what, headers, wait) => {
    const { replay, around, source } = await open();
    replay.faults.push(status(429, headers));
    await source.day(DAY);
    expect(around.slept).toEqual([wait]);
  });

  test('does not wait for a limit of hours', async () => {
    const { replay, around, source } = await open();
    replay.faults.push(status(429, { 'retry-after': '7200' }));
    expect((await failureOf(source.day(DAY))).kind).toBe('limited');
    expect(around.slept).toEqual([]);
  });

  test.each(['hang', 'hang-body'] as const)('ends at once on an abort: %s', async (kind) => {
    const { replay, around } = await open();
    replay.faults.push({ kind });
    const end = new AbortController();
    const reading = new HuggingFace(replay.url, around).day(DAY, end.signal);
    const ended = expect(reading).rejects.toThrow('stop');
    await expect.poll(() => replay.asked).toHaveLength(1);
    end.abort(new Error('stop'));
    await ended;
    expect(replay.asked).toHaveLength(1);
  });
});
