import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import type { Invocation } from '../../../src/answers/invocation.ts';
import type { Details, Digest, Listing } from '../../../src/archive/paper.ts';
import type { Language } from '../../../src/language.ts';
import { render } from '../../../src/messages/render.ts';
import { runOver } from '../../support/commands.ts';
import { judged } from '../../support/judged.ts';
import { seedDigests } from '../../support/library.ts';
import { expectValid } from '../messages/valid.ts';

const details: Details = {
  abstract: 'We study engines. Diffusion engines run on steam.',
  keywords: ['engines', 'steam'],
  aiSummary: null,
  organization: 'NVIDIA',
  code: 'https://github.com/ada/engine',
  stars: 1843,
  project: 'https://ada.example/engine/',
  hiddenAuthors: 0,
};
const listing = (at: number, said: Partial<Details> = {}): Listing => ({
  paperId: `2608.0000${at}`,
  title: `Engine ${at}: Diffusion by Steam`,
  votes: at,
  authors: { names: ['Ada Lovelace', 'Charles Babbage', 'Song Han'], cut: false },
  media: null,
  sections: [],
  details: { ...details, ...said },
});
const fetched: Digest = {
  date: '2026-08-18',
  listings: [
    listing(1),
    listing(2, { organization: 'Tencent', code: null, hiddenAuthors: 2 }),
    listing(3, { organization: 'Tencent Hunyuan' }),
  ],
  fetched: { at: Date.parse('2026-08-18T12:00:00Z'), final: true },
};

let run: (invocation: Invocation) => Promise<Answer>;
beforeAll(() => {
  run = runOver(judged([...seedDigests(), fetched]));
});

async function written(command: string, options: Invocation['options'], locale: Language = 'en') {
  const rendered = render(await run({ command, options }), locale);
  expectValid(rendered);
  const [embed] = rendered.messages[0]?.embeds ?? [];
  const labels = rendered.messages[0]?.components.flatMap((row) =>
    row.components.flatMap((one) => ('label' in one && one.label !== undefined ? [one.label] : [])),
  );
  return { title: embed?.title ?? '', text: embed?.description ?? '', labels: labels ?? [] };
}

const DECEMBER = { from: '2024-12-01', to: '2024-12-31' };

describe('the title says how the options were understood', () => {
  test.each([
    [
      { query: 'diffusion', ...DECEMBER, sort: 'votes' },
      'Papers about “diffusion” · Dec 2024 · most votes first',
    ],
    [
      { author: 'song han', not_author: 'Yao Lu', limit: 3 },
      'Papers · by Song Han · not by Yao Lu · most votes first · only the first 3',
    ],
    [
      { organization: '엔비디아', code: 'yes', from: '2026-01-01', to: '2026-12-31' },
      'Papers · from NVIDIA · with code · 2026 · most votes first',
    ],
    [
      { title: 'steam', min_votes: 2, sort: 'stars' },
      'Papers · “steam” in the title · at least 2 votes · most stars first',
    ],
    [
      { same_day: '2412.04467', place: 2, place_to: 4 },
      'Papers · on the same day as “VisionZip\\: Longer is Better but Not Necessary in Vision Language Models” · 6 Dec 2024 · most votes first · #2 to #4',
    ],
    [
      { sort: 'date', except_from: '2024-01-01', except_to: '2024-12-31' },
      'Papers · not 2024 · newest first',
    ],
    [{ show: 'months' }, 'Papers · most votes first · the top paper of each month'],
  ])('%j', async (options, title) => {
    expect((await written('search', options)).title.replaceAll('\\:', ':')).toBe(
      title.replaceAll('\\:', ':'),
    );
  });

  test.each([
    [
      { query: 'diffusion', ...DECEMBER, sort: 'votes' },
      '“diffusion” 검색 결과 · 2024년 12월 · 추천 많은 순',
    ],
    [
      { organization: '엔비디아', from: '2026-01-01', to: '2026-12-31', limit: 3 },
      '논문 · 기관 NVIDIA · 2026년 · 추천 많은 순 · 상위 3편',
    ],
    [{ author: 'Song Han', show: 'count' }, '논문 · 저자 Song Han'],
  ])('in Korean: %j', async (options, title) => {
    expect((await written('search', options, 'ko')).title).toBe(title);
  });
});

describe('the text says what was asked', () => {
  test.each([
    ['search', { same_day: '2412.04467', show: 'count' }, '**31 papers**'],
    ['search', { from: '2026-08-18', show: 'sum' }, '**6 votes** in total · 3 papers'],
    ['search', { from: '2026-08-18', show: 'average' }, '**2.00 votes** per paper on average (3 papers)'],
    ['fact', { paper: '2608.00001', of: 'first-author' }, 'is **Ada Lovelace**'],
    ['fact', { paper: '2608.00001', of: 'last-author' }, 'is **Song Han**'],
    ['fact', { paper: '2608.00002', of: 'last-author' }, 'not all names are public'],
    ['fact', { paper: '2412.04467', of: 'first-author' }, 'its authors are listed in no particular order'],
    ['fact', { paper: '2608.00002', of: 'author-count' }, '**5 authors**'],
    ['fact', { paper: '2608.00001', of: 'is-author', name: 'lovelace' }, '**Yes.** Ada Lovelace'],
    ['fact', { paper: '2608.00001', of: 'is-author', name: 'Grace Hopper' }, '**No.** Grace Hopper'],
    ['fact', { paper: '2608.00002', of: 'is-author', name: 'Grace Hopper' }, 'Only some of the authors'],
    ['fact', { paper: '2608.00001', of: 'code' }, 'github.com/ada/engine'],
    ['fact', { paper: '2608.00002', of: 'code' }, 'No code link is known'],
    ['fact', { paper: '2412.04467', of: 'organization' }, 'comes from a Markdown digest'],
    ['fact', { paper: '2608.00001', of: 'stars' }, '**1,843 stars**'],
    ['fact', { paper: '2608.00001', of: 'rank' }, '**#3** of 3 papers · 18 Aug 2026'],
    ['fact', { paper: '2412.04467', of: 'rank', from: '2026-08-18' }, 'not listed'],
    ['fact', { paper: '2412.04467', of: 'unknown', asked: 'pages' }, 'I don’t know “pages”'],
    ['rank', { what: 'organizations', limit: 1 }, '**1.** NVIDIA · 1 paper'],
    ['rank', { what: 'days', by: 'votes', from: '2026-01-01' }, '**1.** 18 Aug 2026 · ▲ 6 votes · 3 papers'],
    ['rank', { what: 'co-authors', author: 'Ada Lovelace' }, 'Charles Babbage · 3 papers'],
    ['rank', { what: 'per-day', from: '2026-01-01' }, '**3.00 papers** a day'],
    ['compare', { what: 'papers', items: '2608.00001;2608.00002' }, 'has more: ▲ 2 votes, against ▲ 1 vote'],
    [
      'compare',
      { what: 'periods', items: '2024-01-01..2024-12-31;2026-01-01..2026-12-31' },
      '**2024** has more',
    ],
    ['compare', { what: 'organizations', items: '엔비디아;텐센트' }, 'have the same: 1 paper'],
    ['holdings', { of: 'latest' }, '**18 Aug 2026**, with 3 papers'],
  ])('%s %j: %s', async (command, options, said) => {
    expect((await written(command, options)).text.replaceAll('\\', '')).toContain(said);
    expect((await written(command, options, 'ko')).text).toMatch(/[가-힣]/);
  });
});

test('none of many items of a comparison is left out in silence', async () => {
  const months = Array.from({ length: 13 }, (_, at) => `2024-01-${10 + at}..2024-01-${10 + at}`);
  const compared = (items: readonly string[], topic: { readonly query?: string } = {}) =>
    run({ command: 'compare', options: { what: 'periods', items: items.join(';'), ...topic } });
  const tooMany = { kind: 'notice', text: { key: 'errors.compare.tooMany' } };
  expect(await compared(months.slice(1))).toMatchObject({ fact: { rows: { length: 12 } } });
  expect(await compared(months)).toMatchObject(tooMany);
  expect(await compared(months.slice(7), { query: 'video' })).toMatchObject({
    fact: { rows: { length: 6 } },
  });
  expect(await compared(months.slice(6), { query: 'video' })).toMatchObject(tooMany);
});

describe('what is missed is named, with what comes near', () => {
  test.each([
    ['search', { organization: 'Tencnet' }, '“Tencnet”', 'Tencent'],
    ['search', { author: 'Ada Lovelase' }, '“Ada Lovelase”', 'Ada Lovelace'],
    ['compare', { what: 'authors', items: 'Song Han;Ada Lovelase' }, '“Ada Lovelase”', null],
    ['search', { query: 'zzzzqqqq', organization: 'NVIDIA' }, '“zzzzqqqq”', null],
  ])('%s %j', async (command, options, said, near) => {
    const { text, labels } = await written(command, options);
    expect(text).toContain(said);
    if (near !== null) expect(JSON.stringify(render(await run({ command, options }), 'en'))).toContain(near);
    expect(labels).not.toContain('undefined');
  });

  test('an empty answer offers the same without each of its parts', async () => {
    const { title, text, labels } = await written('search', { author: 'Ada Lovelace', ...DECEMBER });
    expect(title).toBe('Papers · by Ada Lovelace · Dec 2024 · most votes first');
    expect(text).toContain('No paper matches all of this');
    expect(labels).toEqual(expect.arrayContaining(['Whole archive', 'Without Ada Lovelace']));
  });

  test('a choice of one name in a comparison keeps the others', async () => {
    const answer = await run({
      command: 'compare',
      options: { what: 'authors', items: 'Song Han;Ada Lovelase' },
    });
    if (answer.kind !== 'notice') throw new Error(answer.kind);
    expect(answer.choices?.[0]?.invocation.options.items).toBe('Song Han;Ada Lovelace');
  });

  test('an organization of a like name is a press away', async () => {
    expect((await written('search', { organization: 'tencent' })).labels).toContain('Tencent Hunyuan');
  });

  test.each([
    [{ organization: 'nvidia' }, 'About “NVIDIA”'],
    [{ query: 'nvidia' }, 'From NVIDIA'],
    [{ query: 'Ada Lovelace' }, 'By Ada Lovelace'],
  ])('a word that may be a name or a topic has the other one a press away: %j', async (options, label) => {
    expect((await written('search', options)).labels).toContain(label);
  });

  test('organizations whose names differ in case alone are one', async () => {
    const twice = runOver(
      judged([{ ...fetched, listings: [listing(1), listing(2, { organization: 'Nvidia' })] }]),
    );
    expect(await twice({ command: 'search', options: { organization: 'NVIDIA' } })).toMatchObject({
      total: 2,
    });
  });

  test('papers that only share words with a topic are said to do no more', async () => {
    expect((await written('search', { query: 'steam submarines biology' })).text).toContain(
      'share some of its words',
    );
    expect((await written('search', { query: 'diffusion engines' })).text).not.toContain(
      'share some of its words',
    );
  });

  test('a period without a digest says which days are next to it', async () => {
    const { text, labels } = await written('search', { from: '2025-01-01', to: '2025-02-01' });
    expect(text).toContain('No papers were listed 1 Jan – 1 Feb 2025');
    expect(labels).toEqual(['Digest of 6 Dec 2024', 'Digest of 18 Aug 2026']);
  });
});
