import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attempt, estimate, plan, totalsOf, type WantedSummary } from '../../../src/summaries/plan.ts';
import { summaryKey } from '../../../src/summaries/write.ts';
import { ROBOT, ZIP } from './papers.ts';

const TODAY = '2026-11-20';
const zip: WantedSummary = { source: ZIP, language: 'ko' };
const robot: WantedSummary = { source: ROBOT, language: 'ko' };

const attempt = ({ source, language }: WantedSummary, more: Partial<Attempt> = {}): Attempt => ({
  key: summaryKey(source, language),
  day: '2026-11-19',
  outcome: 'failed',
  tokens: { in: 1000, out: 500 },
  ...more,
});

describe('a plan', () => {
  test('has each paper once in each language, and again if its abstract changed', () => {
    const english: WantedSummary = { ...zip, language: 'en' };
    const changed: WantedSummary = { ...zip, source: { ...ZIP, abstract: `${ZIP.abstract} More.` } };
    const done = [attempt(zip, { outcome: 'written' })];
    expect(plan([zip, zip, english, changed], done, TODAY).now).toEqual([english, changed]);
  });

  test('retries a failure on another day, and gives up after three', () => {
    const failed = attempt(zip);
    expect(plan([zip], [failed], TODAY).now).toEqual([zip]);
    expect(plan([zip], [attempt(zip, { day: TODAY })], TODAY).later).toEqual([zip]);
    expect(plan([zip], [failed, failed, failed], TODAY).never).toEqual([zip]);
  });

  test('stays within the day’s tokens, including those already spent, and lets no summary overtake', () => {
    const limits = { tokensADay: estimate(zip) + 1600, attempts: 3 };
    expect(plan([zip, robot], [], TODAY, limits)).toMatchObject({ now: [zip], later: [robot] });
    const spent = [attempt({ ...zip, language: 'en' }, { day: TODAY, tokens: { in: 1500, out: 200 } })];
    expect(plan([zip, robot], spent, TODAY, limits)).toMatchObject({ now: [], later: [zip, robot] });
    const yesterday = spent.map((one) => ({ ...one, day: '2026-11-19' }));
    expect(plan([zip], yesterday, TODAY, limits).now).toEqual([zip]);
  });

  test('loses no summary and never exceeds the day’s tokens', () => {
    const sizes = fc.array(fc.nat(5000), { maxLength: 30 });
    fc.assert(
      fc.property(sizes, fc.nat(60_000), (lengths, tokensADay) => {
        const wanted = lengths.map(
          (length, at): WantedSummary => ({
            source: { id: String(at), title: 'T', abstract: 'x'.repeat(length) },
            language: 'en',
          }),
        );
        const { now, later, never } = plan(wanted, [], TODAY, { tokensADay, attempts: 3 });
        expect([...now, ...later, ...never]).toEqual(wanted);
        expect(now.reduce((sum, one) => sum + estimate(one), 0)).toBeLessThanOrEqual(tokensADay);
      }),
    );
  });
});

test('totals count every attempt, and each summary once', () => {
  const done = attempt(zip, { outcome: 'written' });
  expect(totalsOf([attempt(zip), done, attempt(robot)])).toEqual({
    attempts: 3,
    written: 1,
    tokens: { in: 3000, out: 1500 },
  });
});
