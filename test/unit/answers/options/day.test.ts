import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PERIODS, spanOf } from '../../../../src/answers/options/period.ts';
import { pageOf } from '../../../../src/answers/page.ts';
import { readDay } from '../../../../src/questions/dates/read-day.ts';

const TODAY = '2026-11-20';

describe('a day as people type it', () => {
  test.each([
    ['2024-12-06', '2024-12-06'],
    [' 2024-12-6 ', '2024-12-06'],
    ['2024.12.06', '2024-12-06'],
    ['2024. 12. 6.', '2024-12-06'],
    ['2024/12/06', '2024-12-06'],
    ['20241206', '2024-12-06'],
    ['2024년 12월 6일', '2024-12-06'],
    ['2024년12월6일', '2024-12-06'],
    ['12월 6일', '2025-12-06'],
    ['11월 20일', '2026-11-20'],
    ['6 Dec 2024', '2024-12-06'],
    ['6th December 2024', '2024-12-06'],
    ['Dec 6, 2024', '2024-12-06'],
    ['December 6', '2025-12-06'],
    ['today', '2026-11-20'],
    ['오늘', '2026-11-20'],
    ['Yesterday', '2026-11-19'],
    ['어제', '2026-11-19'],
    ['그저께', '2026-11-18'],
    ['2024-02-29', '2024-02-29'],
    ['3 days ago', '2026-11-17'],
    ['last Monday', '2026-11-16'],
    ['Sept. 6, 2024', '2024-09-06'],
    ['12월 6', '2025-12-06'],
    ['12.6', '2025-12-06'],
  ])('%s is %s', (typed, day) => {
    expect(readDay(typed, TODAY)).toBe(day);
  });

  test.each([
    '',
    'soon',
    '2024-13-01',
    '2024-02-30',
    '2023-02-29',
    '31 Feb',
    '2024-12',
    '99',
    '2024-12-06x',
    'Foo 6',
  ])('%j is not one', (typed) => {
    expect(readDay(typed, TODAY)).toBeNull();
  });

  test('any text is read as a day that exists, or as none', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-./년 ]\d{1,2}[-./월 ]\d{1,2}일?$/)),
        (typed) => {
          const day = readDay(typed, TODAY);
          expect(day === null || !Number.isNaN(Date.parse(`${day}T00:00:00Z`))).toBe(true);
        },
      ),
    );
  });
});

describe('a period', () => {
  test('ends today while the archive reaches into it', () => {
    expect(spanOf('week', '2024-12-08', '2024-06-06', '2024-12-06')).toEqual({
      from: '2024-12-02',
      to: '2024-12-08',
      shifted: false,
    });
  });

  test('is counted back from the newest digest when the archive ends before it', () => {
    expect(spanOf('week', TODAY, '2024-06-06', '2024-12-06')).toEqual({
      from: '2024-11-30',
      to: '2024-12-06',
      shifted: true,
    });
    expect(spanOf('day', TODAY, '2024-06-06', '2024-12-06').from).toBe('2024-12-06');
    expect(spanOf('month', '2025-03-31', '2024-06-06', '2024-12-31').from).toBe('2024-12-01');
    expect(spanOf('year', TODAY, '2023-01-01', '2024-12-06').from).toBe('2023-12-07');
  });

  test('of all time is the whole archive', () => {
    expect(spanOf('all', TODAY, '2024-06-06', '2024-12-06')).toEqual({
      from: '2024-06-06',
      to: '2024-12-06',
      shifted: false,
    });
  });

  test('always holds the newest digest, unless that is of the future', () => {
    const day = fc
      .date({ min: new Date('2023-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom(...PERIODS), day, day, (period, today, last) => {
        const { from, to } = spanOf(period, today, '2022-12-31', last);
        expect(from <= last).toBe(true);
        expect(to >= last || last > today).toBe(true);
      }),
    );
  });
});

describe('a page', () => {
  test('past the end is the last one', () => {
    expect(pageOf(['a', 'b', 'c'], 9, 2)).toEqual({ items: ['c'], page: 2, pages: 2, total: 3 });
  });

  test('of nothing is one empty page', () => {
    expect(pageOf([], 1)).toEqual({ items: [], page: 1, pages: 1, total: 0 });
  });
});
