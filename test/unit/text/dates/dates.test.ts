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
/** A Thursday in a month that goes on. */
const SUMMER = { today: '2026-08-20', first: '2024-05-28', last: '2026-08-20' };
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

  test.each([
    ['top papers in summer', '2026-06-01 2026-08-31'],
    ['before summer', '2024-05-28 2026-05-31'],
    ['over the summer', '2026-06-01 2026-08-31'],
    ['여름에 인기 논문', '2026-06-01 2026-08-31'],
    ['여름 인기 논문', '2026-06-01 2026-08-31'],
    ['봄에', '2026-03-01 2026-05-31'],
    ['last summer', '2025-06-01 2025-08-31'],
    ['지난 여름', '2025-06-01 2025-08-31'],
    ['last winter', '2025-12-01 2026-02-28'],
    ['지난 하반기', '2025-07-01 2025-12-31'],
    ['이번 상반기', '2026-01-01 2026-06-30'],
    ['올봄', '2026-03-01 2026-05-31'],
    ['at the weekend', '2026-08-15 2026-08-16'],
    ['주말에 인기 논문', '2026-08-15 2026-08-16'],
    ['지난주 주말', '2026-08-15 2026-08-16'],
    ['연말', '2025-09-01 2025-12-31'],
    ['작년 연말', '2025-09-01 2025-12-31'],
    ['연초', '2026-01-01 2026-04-30'],
    ['올초', '2026-01-01 2026-04-30'],
    ['월말', '2026-07-21 2026-07-31'],
    ['월초', '2026-08-01 2026-08-10'],
    ['이달 말', '2026-08-21 2026-08-31'],
    ['at the end of the month', '2026-07-21 2026-07-31'],
    ['at the beginning of the year', '2026-01-01 2026-04-30'],
    ['late last month', '2026-07-21 2026-07-31'],
  ])('a season, a weekend and a part of a year alone are the latest: %s', (question, days) => {
    expect(daysIn(question, SUMMER)).toBe(days);
  });

  test.each([
    ['최근 인기 논문', '2026-07-22 2026-08-20'],
    ['top recent papers', '2026-07-22 2026-08-20'],
    ['most upvoted papers lately', '2026-07-22 2026-08-20'],
    ['최근 들어 인기 논문', '2026-07-22 2026-08-20'],
    ['papers in recent weeks', '2026-07-22 2026-08-20'],
    ['the other day', '2026-07-22 2026-08-20'],
    ['얼마 전', '2026-07-22 2026-08-20'],
    ['며칠 전', '2026-07-22 2026-08-20'],
    ['요 며칠', '2026-07-22 2026-08-20'],
    ['최근 논문 몇 편', '2026-07-22 2026-08-20'],
  ])('what is recent is thirty days long, with an order by votes: %s', (question, days) => {
    expect(daysIn(question, SUMMER)).toBe(days);
  });

  test.each([
    ['in the last few days', '2026-08-18 2026-08-20'],
    ['최근 며칠', '2026-08-18 2026-08-20'],
    ['최근 몇 주', '2026-07-31 2026-08-20'],
    ['the past several months', '2026-05-21 2026-08-20'],
    ['a few weeks ago', '2026-07-20 2026-08-09'],
    ['몇 주 전', '2026-07-20 2026-08-09'],
  ])('few units are three: %s', (question, days) => {
    expect(daysIn(question, SUMMER)).toBe(days);
  });

  test.each([
    ['한 달 전', '2026-07-01 2026-07-31'],
    ['석 달 전', '2026-05-01 2026-05-31'],
    ['네 달 전', '2026-04-01 2026-04-30'],
    ['두 주 전', '2026-08-03 2026-08-09'],
    ['two months back', '2026-06-01 2026-06-30'],
    ['the past fortnight', '2026-08-07 2026-08-20'],
    ['a fortnight ago', '2026-08-03 2026-08-09'],
    ['within 48 hours', '2026-08-19 2026-08-20'],
    ['the last 72 hrs', '2026-08-18 2026-08-20'],
    ['last 24h', '2026-08-20 2026-08-20'],
    ['48시간 이내', '2026-08-19 2026-08-20'],
    ['half a year ago', '2026-02-01 2026-02-28'],
    ['반년 전', '2026-02-01 2026-02-28'],
    ['최근 반년', '2026-02-21 2026-08-20'],
    ['a year and a half ago', '2025-02-01 2025-02-28'],
    ['1년 반 전', '2025-02-01 2025-02-28'],
    ['2년 반 동안', '2024-02-21 2026-08-20'],
    ['보름 동안', '2026-08-06 2026-08-20'],
    ['2주간', '2026-08-07 2026-08-20'],
    ['최근 3일간', '2026-08-18 2026-08-20'],
    ['열흘간', '2026-08-11 2026-08-20'],
    ['한 달 이내', '2026-07-21 2026-08-20'],
    ['within 3 days', '2026-08-18 2026-08-20'],
    ['over two weeks', '2026-08-07 2026-08-20'],
    ['2025년 한 해 동안', '2025-01-01 2025-12-31'],
    ['7월 한 달간', '2026-07-01 2026-07-31'],
  ])('a length ends today, or is counted back: %s', (question, days) => {
    expect(daysIn(question, SUMMER)).toBe(days);
  });

  test.each([
    ['papers of last night', '2026-08-19 2026-08-19'],
    ['어젯밤', '2026-08-19 2026-08-19'],
    ['tonight', '2026-08-20 2026-08-20'],
    ['오늘 아침', '2026-08-20 2026-08-20'],
    ['ytd', '2026-01-01 2026-08-20'],
    ['year to date', '2026-01-01 2026-08-20'],
    ['month to date', '2026-08-01 2026-08-20'],
    ['올해 들어', '2026-01-01 2026-08-20'],
    ['8월 들어', '2026-08-01 2026-08-20'],
    ['earlier this week', '2026-08-17 2026-08-20'],
    ['the month before last', '2026-06-01 2026-06-30'],
    ['전 분기', '2026-04-01 2026-06-30'],
    ['재재작년', '2023-01-01 2023-12-31'],
    ['this time last year', '2025-08-01 2025-08-31'],
    ['작년 이맘때', '2025-08-01 2025-08-31'],
  ])('days, months and years of today have other names: %s', (question, days) => {
    expect(daysIn(question, SUMMER)).toBe(days);
  });

  test.each([
    ['week 34', '2026-08-17 2026-08-23'],
    ['calendar week 30 2026', '2026-07-20 2026-07-26'],
    ['cw30', '2026-07-20 2026-07-26'],
    ['KW 30', '2026-07-20 2026-07-26'],
    ['2026-W30', '2026-07-20 2026-07-26'],
    ['30th week of 2026', '2026-07-20 2026-07-26'],
    ['1st week august', '2026-08-01 2026-08-07'],
    ['34주차', '2026-08-17 2026-08-23'],
    ['2026년 30주차', '2026-07-20 2026-07-26'],
    ['week 53 2026', '2026-12-28 2027-01-03'],
    ['6월 2주차', '2026-06-08 2026-06-14'],
    ['6월 1~2주차', '2026-06-01 2026-06-14'],
    ['8월 첫 번째 주', '2026-08-01 2026-08-07'],
    ['지난달 첫째 주', '2026-07-01 2026-07-07'],
    ['first week of last month', '2026-07-01 2026-07-07'],
    ['8월 둘째 주 월요일', '2026-08-10 2026-08-10'],
    ['the week of aug 3rd', '2026-08-03 2026-08-09'],
    ['the week starting july 6', '2026-07-06 2026-07-12'],
    ['wk of july 6', '2026-07-06 2026-07-12'],
    ['w/c 6 july 2026', '2026-07-06 2026-07-12'],
    ['8월 3일 주', '2026-08-03 2026-08-09'],
    ['8월 3일이 있는 주', '2026-08-03 2026-08-09'],
    ['first weekend of august', '2026-08-01 2026-08-02'],
    ['8월 첫 주말', '2026-08-01 2026-08-02'],
    ['the second monday of july', '2026-07-13 2026-07-13'],
    ['the last friday of july', '2026-07-31 2026-07-31'],
    ['the first two weeks of july', '2026-07-01 2026-07-14'],
    ['7월 첫 열흘', '2026-07-01 2026-07-10'],
    ['7월 마지막 3일', '2026-07-29 2026-07-31'],
  ])('weeks count in a year, in a month or around a day: %s', (question, days) => {
    expect(daysIn(question, SUMMER)).toBe(days);
  });

  test.each([
    ['first half of may', '2026-05-01 2026-05-15'],
    ['the later half of may', '2026-05-16 2026-05-31'],
    ['5월 상반기', '2026-05-01 2026-05-15'],
    ['5월 전반', '2026-05-01 2026-05-15'],
    ['6월 상순', '2026-06-01 2026-06-10'],
    ['mid-july', '2026-07-11 2026-07-20'],
    ['7월 초부터 중순까지', '2026-07-01 2026-07-20'],
    ['from early to mid july', '2026-07-01 2026-07-20'],
    ['early summer 2025', '2025-06-01 2025-06-30'],
  ])('a month has halves and thirds: %s', (question, days) => {
    expect(daysIn(question, SUMMER)).toBe(days);
  });

  test.each([
    ['3-5월', '2026-03-01 2026-05-31'],
    ['3~5월', '2026-03-01 2026-05-31'],
    ['2~3분기', '2026-04-01 2026-09-30'],
    ['24~25년', '2024-01-01 2025-12-31'],
    ['7월 1~15일', '2026-07-01 2026-07-15'],
  ])('several numbers share the unit behind the last: %s', (question, days) => {
    expect(daysIn(question, SUMMER)).toBe(days);
  });

  test.each([
    ['3월에서 5월 사이', '2026-03-01 2026-05-31'],
    ['3월에서 5월까지', '2026-03-01 2026-05-31'],
    ['monday through friday', '2026-08-10 2026-08-14'],
    ['mon to wed last week', '2026-08-10 2026-08-12'],
    ['Jan. – Mar. 2026', '2026-01-01 2026-03-31'],
    ['up to may', '2024-05-28 2026-05-31'],
    ['until may', '2024-05-28 2026-05-31'],
    ['before may', '2024-05-28 2026-04-30'],
    ['as of yesterday', '2024-05-28 2026-08-19'],
    ['3월 전', '2024-05-28 2026-02-28'],
    ['May to date', '2026-05-01 2026-08-20'],
  ])('one date to another: %s', (question, days) => {
    expect(daysIn(question, SUMMER)).toBe(days);
  });

  test.each([
    ['14.07.2026', '2026-07-14 2026-07-14'],
    ['3.8.2026', '2026-08-03 2026-08-03'],
    ['14/7', '2026-07-14 2026-07-14'],
    ['07-14-26', '2026-07-14 2026-07-14'],
    ['14-07-2026', '2026-07-14 2026-07-14'],
    ['7/14/2026', '2026-07-14 2026-07-14'],
    ['2026/7', '2026-07-01 2026-07-31'],
    ['26.7', '2026-07-01 2026-07-31'],
    ['260714', '2026-07-14 2026-07-14'],
    ['07-14', '2026-07-14 2026-07-14'],
    ['7월 14 인기 논문', '2026-07-14 2026-07-14'],
    ["Q2'26", '2026-04-01 2026-06-30'],
    ['Q2-26', '2026-04-01 2026-06-30'],
    ['2Q26', '2026-04-01 2026-06-30'],
    ['1H26', '2026-01-01 2026-06-30'],
    ['2H 2025', '2025-07-01 2025-12-31'],
    ['2026-Q2', '2026-04-01 2026-06-30'],
    ['3-Aug-2026', '2026-08-03 2026-08-03'],
    ['Aug. 3', '2026-08-03 2026-08-03'],
    ['3rd Aug 25', '2025-08-03 2025-08-03'],
  ])('dates in digits: %s', (question, days) => {
    expect(daysIn(question, SUMMER)).toBe(days);
  });

  test.each([
    ['febuary', '2026-02-01 2026-02-28'],
    ['last wensday', '2026-08-19 2026-08-19'],
    ['in agust', '2026-08-01 2026-08-31'],
    ['setember 2025', '2025-09-01 2025-09-30'],
    ['lst week', '2026-08-10 2026-08-16'],
    ['yestarday', '2026-08-19 2026-08-19'],
    ['이번 쥬', '2026-08-17 2026-08-20'],
  ])('what is spelled wrong is read: %s', (question, days) => {
    expect(daysIn(question, SUMMER)).toBe(days);
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
    '07-06-2026',
    'week 60 of 2026',
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
    'papers about summer school',
    'fall detection',
    'models of 2.0',
    'Qwen 2.5',
    '라마 3.1 논문',
    'not 2.5',
    '최근 논문',
    'recent papers',
    '가장 최근 논문 추천 많은 순',
    'on Mondays',
    'every Friday',
    'each week 5 papers',
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
