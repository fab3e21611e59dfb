import { describe, expect, test } from 'vitest';
import { editionOf, editionSpan, editionsOf, everyOf } from '../../../../src/delivery/rules/editions.ts';
import { addDays, at, HOUR } from './samples.ts';

const stored = (days: readonly string[], storedAt?: number) =>
  days.toReversed().map((day) => ({ day, storedAt: storedAt ?? at(`${day}T23:30Z`) }));
const WEEK = ['2026-08-17', '2026-08-18', '2026-08-19', '2026-08-20', '2026-08-21'];

describe('the names of editions', () => {
  test.each([
    ['2026-08-20', '2026-W34'],
    ['2026-01-01', '2026-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
  ])('%s is in the week %s', (day, week) => {
    expect(editionOf(day, 'week')).toBe(week);
    const { from, to } = editionSpan(week);
    expect(day >= from && day <= to).toBe(true);
  });

  test('each day of two years is in the week and the month that cover it, and these are seven days or a month', () => {
    for (let day = '2026-01-01'; day < '2028-01-01'; day = addDays(day, 1)) {
      for (const every of ['day', 'week', 'month'] as const) {
        const key = editionOf(day, every);
        const { from, to } = editionSpan(key);
        expect([everyOf(key), from <= day && day <= to]).toEqual([every, true]);
        if (every === 'week') expect(addDays(from, 6)).toBe(to);
        if (every === 'month')
          expect([from, addDays(to, 1).slice(8)]).toEqual([`${day.slice(0, 7)}-01`, '01']);
        expect([editionOf(from, every), editionOf(to, every)]).toEqual([key, key]);
      }
    }
  });

  test('names sort by time, so that the ledger can be asked for those from one on', () => {
    for (let day = '2025-12-01'; day < '2027-02-01'; day = addDays(day, 7)) {
      expect(editionOf(day, 'week') < editionOf(addDays(day, 7), 'week')).toBe(true);
    }
  });
});

describe('when a week is complete', () => {
  const weeks = (days: readonly string[], now: string, open: readonly string[] = []) =>
    editionsOf('week', stored(days), open, at(now)).map(({ key, storedAt }) => [key, storedAt]);

  test('as soon as the list of its last day is final', () => {
    const days = [...WEEK, '2026-08-22', '2026-08-23'];
    const last = at('2026-08-23T23:30Z');
    expect(weeks(days, '2026-08-23T23:29Z')).toEqual([]);
    expect(weeks(days, '2026-08-23T23:30Z')).toEqual([['2026-W34', last]]);
  });

  test('an hour after its end, when its last days have no papers', () => {
    expect(weeks(WEEK, '2026-08-24T00:59Z')).toEqual([]);
    expect(weeks(WEEK, '2026-08-24T01:00Z')).toEqual([['2026-W34', at('2026-08-24T01:00Z')]]);
  });

  test('not while the list of one of its days is to come, for a day and a half at most', () => {
    expect(weeks(WEEK, '2026-08-24T09:00Z', ['2026-08-23'])).toEqual([]);
    const late = at('2026-08-25T12:00Z');
    expect(weeks(WEEK, '2026-08-25T12:00Z', ['2026-08-23'])).toEqual([['2026-W34', late]]);
    expect(weeks(WEEK, '2026-08-24T09:00Z', ['2026-08-24'])).toHaveLength(1);
  });

  test('when an old archive is imported, as of then', () => {
    const now = at('2026-11-20T09:00Z');
    const [edition] = editionsOf('week', stored(WEEK, now - HOUR), [], now);
    expect(edition).toMatchObject({ key: '2026-W34', days: WEEK.toReversed(), storedAt: now - HOUR });
  });
});

test('months are complete like weeks, and come newest first', () => {
  const days = ['2026-06-30', '2026-07-01', '2026-07-30', '2026-08-03'];
  const keys = (now: string) => editionsOf('month', stored(days), [], at(now)).map(({ key }) => key);
  expect(keys('2026-08-01T00:59Z')).toEqual(['2026-06']);
  expect(keys('2026-08-01T01:00Z')).toEqual(['2026-07', '2026-06']);
});
