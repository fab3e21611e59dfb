import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Archive } from '../../../../src/archive/archive.ts';
import { has } from '../../../../src/questions/read/span.ts';
import { tag } from '../../../../src/questions/read/tag.ts';
import table from '../../../../src/questions/words/dates.json' with { type: 'json' };
import { createSearch } from '../../../../src/search/index.ts';

const library = { archive: Archive.of([]), search: createSearch([]), today: '2026-11-20' };

/** Asked long after the archive ends, as people do. */
const LATER = { today: '2026-11-20', first: '2024-06-06', last: '2024-12-06' };
/** Asked while the archive is fed every day; a Friday. */
const LIVE = { today: '2024-12-06', first: '2023-11-20', last: '2024-12-06' };

const daysIn = (question: string, calendar = LATER): string | null => {
  const spans = tag(question, { ...library, today: calendar.today }, calendar);
  const [only, ...others] = spans.filter((span) => has(span, 'DATE'));
  return only === undefined || others.length > 0 ? null : only.values.join(' ');
};

describe('dates in a question', () => {
  test.each([
    ['papers of 2024-12-06', '2024-12-06 2024-12-06'],
    ['2024.12.06 논문', '2024-12-06 2024-12-06'],
    ['20241206', '2024-12-06 2024-12-06'],
    ['papers on 6 Dec 2024', '2024-12-06 2024-12-06'],
    ['on the 6th of December 2024', '2024-12-06 2024-12-06'],
    ['December 6th, 2024', '2024-12-06 2024-12-06'],
    ['2024년 12월 6일에 올라온 논문', '2024-12-06 2024-12-06'],
    ['12월 6일', '2024-12-06 2024-12-06'],
    ['best papers of spring 2024', '2024-03-01 2024-05-31'],
    ['the fall of 2024', '2024-09-01 2024-11-30'],
    ['2024년 여름에 올라온 논문', '2024-06-01 2024-08-31'],
    ['작년 가을', '2025-09-01 2025-11-30'],
    ['in spring', '2026-03-01 2026-05-31'],
    ['in December 2024', '2024-12-01 2024-12-31'],
    ['2024년 12월', '2024-12-01 2024-12-31'],
    ['2024-12', '2024-12-01 2024-12-31'],
    ['how many papers in 2024', '2024-01-01 2024-12-31'],
    ['2024년에 몇 편', '2024-01-01 2024-12-31'],
    ['2024 papers', '2024-01-01 2024-12-31'],
    ['between June and August 2024', '2024-06-01 2024-08-31'],
    ['from June 2024 to September 2024', '2024-06-01 2024-09-30'],
    ['2024-06..2024-09', '2024-06-01 2024-09-30'],
    ['2024년 6월부터 9월까지', '2024-06-01 2024-09-30'],
    ['2024년 6월~9월', '2024-06-01 2024-09-30'],
    ['6월과 9월 사이', '2024-06-01 2024-09-30'],
    ['from December 2023 to January', '2023-12-01 2024-01-31'],
    ['2024-12-06..', '2024-12-06 2024-12-06'],
    ['since October 2024', '2024-10-01 2024-12-06'],
    ['2024년 10월 이후', '2024-10-01 2024-12-06'],
    ['before July 2024', '2024-06-06 2024-06-30'],
    ['until July 2024', '2024-06-06 2024-07-31'],
    ['Q3 2024', '2024-07-01 2024-09-30'],
    ['2024년 3분기', '2024-07-01 2024-09-30'],
    ['2024년 하반기', '2024-07-01 2024-12-31'],
    ['the first week of December 2024', '2024-12-01 2024-12-07'],
    ['12월 첫째 주', '2024-12-01 2024-12-07'],
    ['early October 2024', '2024-10-01 2024-10-10'],
    ['9월 말', '2024-09-21 2024-09-30'],
    ['top 5 of december 2024', '2024-12-01 2024-12-31'],
    ['24년 10월에', '2024-10-01 2024-10-31'],
    ["Oct '24", '2024-10-01 2024-10-31'],
    ['10/2024', '2024-10-01 2024-10-31'],
    ['on 10/4', '2024-10-04 2024-10-04'],
    ['10/4 논문', '2024-10-04 2024-10-04'],
    ['2024 상반기', '2024-01-01 2024-06-30'],
    ['2024 H2', '2024-07-01 2024-12-31'],
    ['the busiest month of 2024', '2024-01-01 2024-12-31'],
    ['the last week of October 2024', '2024-10-25 2024-10-31'],
    ['10월 마지막 주', '2024-10-25 2024-10-31'],
  ])('%s', (question, days) => {
    expect(daysIn(question)).toBe(days);
  });

  test.each([
    ['today', '2024-12-06 2024-12-06'],
    ['어제', '2024-12-05 2024-12-05'],
    ['the day before yesterday', '2024-12-04 2024-12-04'],
    ['last week', '2024-11-25 2024-12-01'],
    ['지난주', '2024-11-25 2024-12-01'],
    ['this week', '2024-12-02 2024-12-06'],
    ['이번 주', '2024-12-02 2024-12-06'],
    ['last month', '2024-11-01 2024-11-30'],
    ['지난달', '2024-11-01 2024-11-30'],
    ['this month', '2024-12-01 2024-12-06'],
    ['last year', '2023-01-01 2023-12-31'],
    ['작년', '2023-01-01 2023-12-31'],
    ['올해', '2024-01-01 2024-12-06'],
    ['the last 7 days', '2024-11-30 2024-12-06'],
    ['past three days', '2024-12-04 2024-12-06'],
    ['최근 일주일', '2024-11-30 2024-12-06'],
    ['요즘 뜨는 논문', '2024-11-07 2024-12-06'],
    ['trending papers these days', '2024-11-07 2024-12-06'],
    ['최근 두 달', '2024-10-07 2024-12-06'],
    ['3 days ago', '2024-12-03 2024-12-03'],
    ['3일 전', '2024-12-03 2024-12-03'],
    ['last Monday', '2024-12-02 2024-12-02'],
    ['지난 월요일', '2024-12-02 2024-12-02'],
    ['on Tuesday', '2024-12-03 2024-12-03'],
    ['목요일에', '2024-12-05 2024-12-05'],
    ['지난주 화요일', '2024-11-26 2024-11-26'],
    ['Tuesday last week', '2024-11-26 2024-11-26'],
    ["last week's Friday", '2024-11-29 2024-11-29'],
    ['last weekend', '2024-11-30 2024-12-01'],
    ['엊그저께', '2024-12-04 2024-12-04'],
    ['이틀 전', '2024-12-04 2024-12-04'],
    ['2주 전', '2024-11-18 2024-11-24'],
    ['두 달 전', '2024-10-01 2024-10-31'],
    ['a year ago', '2023-01-01 2023-12-31'],
    ['지지난달', '2024-10-01 2024-10-31'],
    ['지난달 15일', '2024-11-15 2024-11-15'],
    ['last quarter', '2024-07-01 2024-09-30'],
    ['작년 12월 6일', '2023-12-06 2023-12-06'],
    ['December last year', '2023-12-01 2023-12-31'],
    ['올해 상반기', '2024-01-01 2024-06-30'],
    ['작년 말', '2023-09-01 2023-12-31'],
    ['3분기', '2024-07-01 2024-09-30'],
  ])('counted from today: %s', (question, days) => {
    expect(daysIn(question, LIVE)).toBe(days);
  });

  test.each([
    ['between 3 and 9 December 2024', '2024-12-03 2024-12-09'],
    ['from 3 to 9 Dec', '2024-12-03 2024-12-09'],
    ['3-9 December 2024', '2024-12-03 2024-12-09'],
    ['Dec 3-9, 2024', '2024-12-03 2024-12-09'],
    ['12월 3일부터 9일까지', '2024-12-03 2024-12-09'],
    ['12월 3일~9일 (2024년)', '2024-12-03 2024-12-09'],
    ['2024.10.1~10.15', '2024-10-01 2024-10-15'],
    ['from June to August last year', '2025-06-01 2025-08-31'],
    ['2024년 1분기부터 2분기까지', '2024-01-01 2024-06-30'],
    ['from Q1 to Q2 2024', '2024-01-01 2024-06-30'],
    ['Nov 20 - Dec 5', '2024-11-20 2024-12-05'],
    ['Dec 1 to Dec 10', '2024-12-01 2024-12-10'],
  ])('one end of a period takes what it leaves out from the other: %s', (question, days) => {
    expect(daysIn(question)).toBe(days);
  });

  test('a month without its year is the latest one that the archive covers', () => {
    expect(daysIn('in December')).toBe('2024-12-01 2024-12-31');
    expect(daysIn('12월에')).toBe('2024-12-01 2024-12-31');
    expect(daysIn('in March')).toBe('2026-03-01 2026-03-31');
  });

  test.each([
    'on February 30',
    '2024-02-31',
    '2024년 13월',
    '지난 6일 .. 2024-06',
    'from December 2024 to June 2024',
  ])('cannot be read: %s', (question) => {
    expect(tag(question, library, LATER).some((span) => has(span, 'NO-DATE'))).toBe(true);
  });

  test.each([
    'papers that may help',
    'AIME 2024 scores',
    'scaling to 1000 images',
    'march of the models',
    'papers by Kun Shao and Jun Wang',
    'April Chen',
    'Q4 quantization',
    'papers over 24 years',
  ])('words and names that look like a date are left alone: %s', (question) => {
    expect(daysIn(question)).toBeNull();
  });

  test.each(table)('the example of every row of the table is a date: $example', ({ example }) => {
    const [date] = tag(example, library, LATER).filter((span) => has(span, 'DATE'));
    expect(date?.text).toBe('date');
  });

  test.each([
    ['the past half', '2024-06-07 2024-12-06'],
    ['one half ago', '2024-01-01 2024-06-30'],
  ])('half a year is a unit of time like the others: %s', (question, days) => {
    expect(daysIn(question, LIVE)).toBe(days);
  });

  test('any text is read without a failure, and every date begins before it ends', () => {
    const piece = fc.constantFrom(
      '2024-06',
      '..',
      'from',
      'to',
      '12월',
      '6일',
      '부터',
      'last',
      'week',
      '년',
      '2024',
      'Q3',
      'of',
      '초',
      '지난',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        for (const span of tag(pieces.join(' '), library, LATER)) {
          const [from = '', to = ''] = has(span, 'DATE') ? span.values : [];
          expect(from <= to).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
