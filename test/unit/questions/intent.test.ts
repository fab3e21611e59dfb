import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mask } from '../../../src/questions/read/placeholders.ts';
import type { Query } from '../../../src/questions/read/query.ts';
import { readQuestion, tidied } from '../../../src/questions/read/read-question.ts';
import { libraryOf, seedDigests } from '../../support/library.ts';
import { anyText } from '../messages/arbitraries.ts';

const library = libraryOf(seedDigests());
const calendar = { today: library.today, first: '2024-06-06', last: '2024-12-06' };

const read = (question: string): Query => readQuestion(mask(tidied(question), library), calendar);

/** A query on one line: its kind, then what it names. */
function line(question: string): string {
  const query = read(question);
  const parts: (string | number | null)[] = [query.kind];
  if ('of' in query) parts.push(query.of);
  if ('order' in query) parts.push(query.order);
  if ('unit' in query) parts.push(query.unit, query.by);
  if ('limit' in query) parts.push(query.limit);
  if ('place' in query && query.place !== null) parts.push(`#${query.place}`);
  if ('paper' in query) parts.push(query.paper);
  if ('who' in query) parts.push(query.who === null ? null : `by ${query.who}`);
  if ('ways' in query) parts.push(query.ways[0]?.join(' + ') ?? null);
  if ('minVotes' in query) parts.push(query.minVotes === null ? null : `${query.minVotes}+`);
  if ('dates' in query && query.dates !== null) parts.push(`${query.dates.from}..${query.dates.to}`);
  if (query.kind === 'thing' || query.kind === 'no-date')
    parts.push('text' in query ? query.text : query.typed);
  return parts.filter((part) => part !== null).join(' ');
}

const YEAR = '2024-01-01..2024-12-31';
const DECEMBER = '2024-12-01..2024-12-31';
const OCTOBER = '2024-10-01..2024-10-31';
const LAST_WEEK = '2026-11-09..2026-11-15';

describe('a question is', () => {
  test.each([
    ['what has Song Han published', 'papers votes by Song Han'],
    ['What papers did Song Han publish?', 'papers votes by Song Han'],
    ['papers by Song Han', 'papers votes by Song Han'],
    ['show me all papers written by Song Han please', 'papers votes by Song Han'],
    ["list Song Han's papers", "papers votes by Song Han's"],
    ['papers by Yann LeCun in 2024', `papers votes by Yann LeCun ${YEAR}`],
    ['송한 논문', 'papers votes by 송한'],
    ['송한이 쓴 논문 보여줘', 'papers votes by 송한이'],
    ['Song Han이 쓴 논문', 'papers votes by Song Han이'],
    ['Song Han 논문 목록 알려줘', 'papers votes by Song Han'],
    ['2024년에 Song Han이 발표한 논문', `papers votes by Song Han이 ${YEAR}`],
    ["Song Han's most popular paper", "papers votes 1 by Song Han's"],
    ['the latest paper by Song Han', 'papers newest 1 by Song Han'],
  ])('by an author: %s', (question, expected) => {
    expect(line(question)).toBe(expected);
  });

  test.each([
    ['top 5 papers of last week', `papers votes 5 ${LAST_WEEK}`],
    ['the five most voted papers of December 2024', `papers votes 5 ${DECEMBER}`],
    ['best papers in 2024', `papers votes 5 ${YEAR}`],
    ['What is the most popular paper of December 2024?', `papers votes 1 ${DECEMBER}`],
    ['which paper got the most votes in October 2024?', `papers votes 1 ${OCTOBER}`],
    ['most upvoted paper', 'papers votes 1'],
    ['which paper has the fewest votes in October 2024', `papers fewest 1 ${OCTOBER}`],
    ['12월에 표를 가장 많이 받은 논문 3편', `papers votes 3 ${DECEMBER}`],
    ['2024년 12월에 가장 많은 표를 받은 논문은?', `papers votes 1 ${DECEMBER}`],
    ['지난주 인기 논문 5개', `papers votes 5 ${LAST_WEEK}`],
    ['10월 인기 논문 알려줘', `papers votes 5 ${OCTOBER}`],
    ['2024년 10월 상위 3편', `papers votes 3 ${OCTOBER}`],
    ['papers with at least 30 votes', 'papers votes 30+'],
    ['30표 이상 받은 논문', 'papers votes 30+'],
    ['papers with more than 30 votes in 2024', `papers votes 31+ ${YEAR}`],
    ['10월에 30표 넘은 논문', `papers votes 31+ ${OCTOBER}`],
    ['추천 30개 이상인 논문', 'papers votes 30+'],
    ['the third most upvoted paper of October 2024', `papers votes #3 ${OCTOBER}`],
    ['10월에 두 번째로 추천 많이 받은 논문', `papers votes #2 ${OCTOBER}`],
    ['2024년 2등 논문', `papers votes #2 ${YEAR}`],
    ['what was the #4 paper of October 2024', `papers votes #4 ${OCTOBER}`],
    ['역대 최고 인기 논문 2편', 'papers votes 2'],
    ['top 4 papers of all time', 'papers votes 4'],
    ['Song Han in October', `papers votes by Song Han ${OCTOBER}`],
  ])('by votes: %s', (question, expected) => {
    expect(line(question)).toBe(expected);
  });

  test.each([
    ['papers of 2024-12-06', 'papers votes 2024-12-06..2024-12-06'],
    ['2024-10-04 논문 보여줘', 'papers votes 2024-10-04..2024-10-04'],
    ['what was published on 4 October 2024?', 'papers votes 2024-10-04..2024-10-04'],
    ['오늘 논문', 'papers votes 2026-11-20..2026-11-20'],
    ['지난주 논문', `papers votes ${LAST_WEEK}`],
    ['What papers were listed between June and September 2024?', 'papers votes 2024-06-01..2024-09-30'],
    ['2024년 6월부터 9월까지 올라온 논문', 'papers votes 2024-06-01..2024-09-30'],
    ['latest papers', 'latest'],
    ['최신 논문 보여줘', 'latest'],
    ['최근에 나온 논문은 뭐야?', 'latest'],
  ])('of a period: %s', (question, expected) => {
    expect(line(question)).toBe(expected);
  });

  test.each([
    ['how many papers in 2024', `count papers ${YEAR}`],
    ['How many papers are in the archive?', 'count papers'],
    ['How many papers were listed on 2024-12-06?', 'count papers 2024-12-06..2024-12-06'],
    ['how many papers has Song Han written?', 'count papers by Song Han'],
    ['논문이 몇 편이야?', 'count papers'],
    ['2024년 10월에 논문이 몇 편 올라왔어?', `count papers ${OCTOBER}`],
    ['송한이 쓴 논문은 몇 편이야?', 'count papers by 송한이'],
    ['total votes on 2024-12-06', 'count votes 2024-12-06..2024-12-06'],
    ['2024-12-06에 총 몇 표?', 'count votes 2024-12-06..2024-12-06'],
    ['how many days are in the archive?', 'count days'],
    ['how many authors are there?', 'count authors'],
  ])('a count: %s', (question, expected) => {
    expect(line(question)).toBe(expected);
  });

  test.each([
    ['who wrote VisionZip?', 'authors VisionZip'],
    ['Who are the authors of Monet?', 'authors Monet'],
    ['authors of 2412.04467', 'authors 2412.04467'],
    ['who is behind "Depth Pro"', 'authors Depth Pro"'],
    ['how many authors does VisionZip have?', 'authors VisionZip'],
    ['VisionZip 저자가 누구야?', 'authors VisionZip'],
    ['VisionZip을 쓴 사람은 누구인가요?', 'authors VisionZip을'],
    ['VisionZip의 저자를 알려줘', 'authors VisionZip의'],
    ['VisionZip 논문은 누가 썼어?', 'authors VisionZip'],
    ['did Song Han write NVILA?', 'authors NVILA by Song Han'],
    ['Is Song Han an author of NVILA?', 'authors NVILA by Song Han'],
    ['when was Loopy listed?', 'listed Loopy'],
    ['When was VisionZip published?', 'listed VisionZip'],
    ['what day did Loopy come out', 'listed Loopy'],
    ['Loopy는 언제 올라왔어?', 'listed Loopy는'],
    ['VisionZip이 실린 날짜는?', 'listed VisionZip이'],
    ['how many votes has VisionZip?', 'votes VisionZip'],
    ['how many upvotes did VisionZip get', 'votes VisionZip'],
    ['VisionZip은 표를 몇 개 받았어?', 'votes VisionZip은'],
    ['VisionZip 득표수', 'votes VisionZip'],
    ['VisionZip 몇 표야?', 'votes VisionZip'],
    [
      'When was VisionZip: Longer is Better but Not Necessary in Vision Language Models published?',
      'listed VisionZip: Longer is Better but Not Necessary in Vision Language Models',
    ],
    [
      'how many votes did A Noise is Worth Diffusion Guidance get',
      'votes A Noise is Worth Diffusion Guidance',
    ],
    ['who wrote Hamlet', 'authors Hamlet'],
    ['how many votes does GPT-7 have', 'votes GPT-7'],
  ])('about a paper: %s', (question, expected) => {
    expect(line(question)).toBe(expected);
  });

  test.each([
    ['which got more votes, VisionZip or Aguvis?', 'compare VisionZip + Aguvis'],
    ['Did VisionZip get more votes than Aguvis?', 'compare VisionZip + Aguvis'],
    ['Which is more popular: VisionZip or Aguvis?', 'compare VisionZip + Aguvis'],
    ['compare VisionZip and Aguvis', 'compare VisionZip + Aguvis'],
    ['VisionZip vs Aguvis', 'compare VisionZip + Aguvis'],
    ['VisionZip과 Aguvis 중 어느 것이 표를 더 많이 받았어?', 'compare VisionZip + Aguvis'],
    ['VisionZip이 Aguvis보다 표를 많이 받았어?', 'compare VisionZip + Aguvis보다'],
    ['papers by Song Han and Yao Lu', 'shared Song Han + Yao Lu'],
    ['what did Song Han and Yao Lu write together', 'shared Song Han + Yao Lu'],
    ['papers that Song Han and Yao Lu share', 'shared Song Han + Yao Lu'],
    ['Song Han과 Yao Lu가 함께 쓴 논문', 'shared Song Han + Yao Lu가'],
  ])('about two: %s', (question, expected) => {
    expect(line(question)).toBe(expected);
  });

  test.each([
    ['most active authors of 2024', `active 10 ${YEAR}`],
    ['who published the most papers in October 2024?', `active 10 ${OCTOBER}`],
    ['top 3 authors', 'active 3'],
    ['2024년에 논문을 가장 많이 쓴 저자는?', `active 10 ${YEAR}`],
    ['가장 활발한 저자 5명', 'active 5'],
    ['which day had the most papers?', 'busiest most day papers 5'],
    ['who published the most in October 2024?', `active 10 ${OCTOBER}`],
    ['busiest month of 2024', `busiest most month papers 5 ${YEAR}`],
    ['busiest days in 2024', `busiest most day papers 5 ${YEAR}`],
    ['which month had the most papers', 'busiest most month papers 5'],
    ['which day got the most votes', 'busiest most day votes 5'],
    ['논문이 가장 많이 올라온 날은?', 'busiest most day papers 5'],
    ['논문이 가장 적은 날은 언제야?', 'busiest fewest day papers 5'],
  ])('a ranking: %s', (question, expected) => {
    expect(line(question)).toBe(expected);
  });

  test.each([
    'which author has the most votes',
    '표 많이 받은 저자 순위',
    'which paper has the most authors',
    '저자가 가장 많은 논문은?',
    'authors with more than 2 papers',
    'which year had the most papers',
    '무슨 요일에 논문이 제일 많아?',
    'top paper of each month in 2024',
    'papers with more votes than VisionZip',
    'who voted for VisionZip?',
    '상위 10% 논문',
    '매달 1위 논문',
    'papers voted by Song Han',
    'average votes per paper in 2024',
    '2024년 논문 평균 추천수',
  ])('not taken for what is counted: %s', (question) => {
    expect(read(question).kind).toBe('passages');
  });

  test.each(['papers by Song Han or Yao Lu', 'papers by Song Han without Yao Lu'])(
    'not about what two share: %s',
    (question) => {
      expect(read(question).kind).not.toBe('shared');
    },
  );

  test.each(['papers on February 30', '2024-02-31 논문', 'how many papers on 2024-13-01'])(
    'of a date that there is not: %s',
    (question) => {
      expect(read(question).kind).toBe('no-date');
    },
  );

  test.each([
    'papers about diffusion in December',
    'how many papers about robots in 2024?',
    'papers on video generation',
    'What is the average number of votes per paper?',
    'why is the sky blue',
    '확산 모델에 대한 설명',
  ])('left to the texts where a word is no part of a fact: %s', (question) => {
    expect(['passages', 'thing', 'count', 'papers', 'votes']).toContain(read(question).kind);
    const query = read(question);
    if (query.kind === 'count' || query.kind === 'papers') expect(query.who).not.toBe(null);
  });

  test('is read whatever was typed', () => {
    fc.assert(
      fc.property(anyText(300), (question) => {
        expect(read(question).kind).toEqual(expect.any(String));
      }),
      { numRuns: 300 },
    );
  });
});
