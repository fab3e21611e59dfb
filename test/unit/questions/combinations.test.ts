import { describe, expect, test } from 'vitest';
import type { Options } from '../../../src/answers/invocation.ts';
import { read } from '../../../src/questions/read/read.ts';
import { understand } from '../../../src/questions/read/understand.ts';
import { libraryOf, seedDigests } from '../../support/library.ts';

const library = libraryOf(seedDigests(), '2024-12-06');
const calendar = { today: '2024-12-06', first: '2024-06-06', last: '2024-12-06' };

/** Words, and the options that they fill. */
type Part = readonly [words: string, options: Options];

const NONE: Part = ['', {}];
const TOPICS = {
  en: ['RAG', 'music generation', 'diffusion models', 'agents'],
  ko: ['RAG', '음악 생성', '에이전트'],
};
const YEAR: Options = { from: '2024-01-01', to: '2024-12-31' };
const OCTOBER: Options = { from: '2024-10-01', to: '2024-10-31' };
const SINCE: Options = { from: '2024-09-01', to: '2024-12-06' };
const CONDITIONS = {
  en: [
    [NONE, ['in 2024', YEAR], ['from October 2024', OCTOBER], ['since September 2024', SINCE]],
    [
      NONE,
      ['with more than 20 votes', { min_votes: 21 }],
      ['with 20+ upvotes', { min_votes: 20 }],
      ['with under 10 votes', { max_votes: 9 }],
      ['with between 10 and 20 votes', { min_votes: 10, max_votes: 20 }],
    ],
    [NONE, ['with code', { code: 'yes' }], ['without code', { code: 'no' }]],
    [NONE, ['by Song Han', { author: 'Song Han' }], ['from NVIDIA', { organization: 'NVIDIA' }]],
  ],
  ko: [
    [NONE, ['2024년', YEAR], ['2024년 10월', OCTOBER], ['2024년 9월 이후', SINCE]],
    [
      NONE,
      ['추천 20개 이상', { min_votes: 20 }],
      ['20표 넘는', { min_votes: 21 }],
      ['추천수 10 미만', { max_votes: 9 }],
      ['추천 10개에서 20개 사이', { min_votes: 10, max_votes: 20 }],
    ],
    [NONE, ['코드 있는', { code: 'yes' }], ['코드 없는', { code: 'no' }]],
    [NONE, ['Song Han이 쓴', { author: 'Song Han' }], ['엔비디아에서 낸', { organization: 'NVIDIA' }]],
  ],
} satisfies Record<string, readonly (readonly Part[])[]>;
const ASKED = {
  en: [
    NONE,
    ['top 3', { limit: 3, sort: 'votes' }],
    ['how many', { show: 'count' }],
    ['the 5 newest', { limit: 5, sort: 'newest' }],
  ],
  ko: [
    NONE,
    ['몇 편이야?', { show: 'count' }],
    ['추천순으로 5개', { limit: 5, sort: 'votes' }],
    ['최신순으로 보여줘', { sort: 'newest' }],
  ],
} satisfies Record<string, readonly Part[]>;
const ORDERS: Readonly<Record<string, readonly Part[]>> = {
  en: [
    ...[
      'by votes',
      'sorted by upvotes',
      'in order of votes',
      'most votes first',
      'from most to least upvoted',
    ],
  ].map((words): Part => [words, { sort: 'votes' }]),
  ko: ['추천순', '추천 많은 순으로', '인기순', '표 많은 순서대로'].map(
    (words): Part => [words, { sort: 'votes' }],
  ),
};

/** All ways to take one of each. */
function together(choices: readonly (readonly Part[])[]): readonly (readonly Part[])[] {
  return choices.reduce<readonly (readonly Part[])[]>(
    (all, parts) => all.flatMap((before) => parts.map((part) => [...before, part])),
    [[]],
  );
}

/** The words of parts, which may stand in any order. @param turn by how many places they are turned around */
function wordsOf(parts: readonly Part[], turn: number): string {
  const words = parts.map(([one]) => one).filter((one) => one !== '');
  const at = words.length === 0 ? 0 : turn % words.length;
  return [...words.slice(at), ...words.slice(0, at)].join(' ');
}

/** The questions that are read otherwise than what they are put together of. */
function misread(questions: Iterable<readonly [question: string, options: Options]>): readonly string[] {
  const lineOf = (options: object) => JSON.stringify(Object.entries(options).sort());
  return [...questions].flatMap(([typed, options]) => {
    const question = typed.replace(/ +/g, ' ').trim();
    const reading = read(understand(question, library, calendar));
    const got = reading.is === 'invocation' ? reading.invocation.options : {};
    return lineOf(got) === lineOf(options) ? [] : [`${question}: ${lineOf(got)}`];
  });
}

function* english() {
  let turn = 0;
  for (const query of TOPICS.en)
    for (const asked of ASKED.en)
      for (const parts of together(CONDITIONS.en)) {
        const all = wordsOf(parts, turn++);
        const options = Object.assign({ query }, ...parts.map(([, one]) => one), asked[1]);
        yield [
          turn % 2 ? `${asked[0]} papers about ${query} ${all}` : `${asked[0]} ${query} papers ${all}`,
          options,
        ] as const;
      }
}

function* korean() {
  let turn = 0;
  for (const query of TOPICS.ko)
    for (const asked of ASKED.ko)
      for (const parts of together(CONDITIONS.ko)) {
        const about = ['', ' 관련', '에 관한', ' 다룬'][turn % 4];
        const options = Object.assign({ query }, ...parts.map(([, one]) => one), asked[1]);
        yield [`${wordsOf(parts, turn++)} ${query}${about} 논문 ${asked[0]}`, options] as const;
      }
}

function* ordered() {
  for (const [words, order] of ORDERS.en ?? [])
    for (const query of TOPICS.en)
      for (const [period, days] of CONDITIONS.en[0] ?? [])
        for (const shape of [
          `papers about ${query} ${period} ${words}`,
          `${query} papers ${words} ${period}`,
        ])
          yield [shape, { query, ...days, ...order }] as const;
  for (const [words, order] of ORDERS.ko ?? [])
    for (const query of TOPICS.ko)
      for (const [period, days] of CONDITIONS.ko[0] ?? [])
        for (const shape of [`${period} ${query} 논문 ${words}`, `${words} ${query} 논문 ${period}`])
          yield [shape, { query, ...days, ...order }] as const;
}

describe('a topic with a period, votes, code, and an author or organization', () => {
  test('fills the same options in English, whatever is asked and in whatever order', () => {
    expect(misread(english())).toEqual([]);
  });

  test('fills the same options in Korean', () => {
    expect(misread(korean())).toEqual([]);
  });

  test('is put in an order, whose words are no topic', () => {
    expect(misread(ordered())).toEqual([]);
  });
});
