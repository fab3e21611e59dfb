import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Digest, Paper } from '../../../src/archive/paper.ts';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import { createSearch, type Search } from '../../../src/search/index.ts';
import { judged } from '../../support/judged.ts';
import { corpus, sharedFolder } from '../../support/shared.ts';

/** @param titles by day, each with its votes */
function papersOf(titles: readonly (readonly [date: string, votes: number, ...titles: string[]])[]): Paper[] {
  let number = 0;
  const digests = titles.map(([date, votes, ...all]): Digest => {
    const listings = all.map((title) => ({
      paperId: `2412.${String(++number).padStart(5, '0')}`,
      title,
      votes,
      authors: { names: ['A'], cut: false },
      media: null,
      sections: [],
    }));
    return { date, listings };
  });
  return [...judged(digests).papers()];
}

const papers = papersOf([
  [
    '2024-12-02',
    5,
    'DrawingSpinUp: 3D Animation from Single Character Drawings',
    'VILA-U: a Unified Foundation Model',
    'Color Maps: Painting by Numbers',
  ],
  ['2024-12-03', 40, 'Mini-Gemini: Mining the Potential of Multi-modality Vision Language Models'],
  [
    '2024-12-04',
    9,
    'Attention Is Off By One',
    'PixArt-Σ: Weak-to-Strong Training',
    '한국어 언어 모델의 추론 능력',
  ],
  ['2024-12-05', 12, 'Diffusion Models Beat Everything', 'Guiding a Diffusion Model', 'Points on Diffusion'],
  ['2024-12-06', 1, 'POINTS: Improving Your Model with Affordable Strategies'],
]);
const titleOf = (id: string) => papers.find((paper) => paper.id === id)?.title;
const titles = (hits: readonly { id: string }[]) => hits.map(({ id }) => titleOf(id));
const search = createSearch(papers);

describe('search finds', () => {
  it.each([
    ['a title in full', 'attention is off by one', 'Attention Is Off By One'],
    [
      'a piece of a title',
      'potential of multi modality',
      'Mini-Gemini: Mining the Potential of Multi-modality Vision Language Models',
    ],
    [
      'a name in any joints',
      'mini gemini',
      'Mini-Gemini: Mining the Potential of Multi-modality Vision Language Models',
    ],
    [
      'a name joined',
      'minigemini',
      'Mini-Gemini: Mining the Potential of Multi-modality Vision Language Models',
    ],
    ['a name in the plural, joined', 'colormaps', 'Color Maps: Painting by Numbers'],
    [
      'a CamelCase name typed apart',
      'drawing spin up',
      'DrawingSpinUp: 3D Animation from Single Character Drawings',
    ],
    [
      'a name before a title with the word',
      'points',
      'POINTS: Improving Your Model with Affordable Strategies',
    ],
    ['a Greek letter', 'pixartσ', 'PixArt-Σ: Weak-to-Strong Training'],
    ['typing mistakes', 'difusion modles beat evrything', 'Diffusion Models Beat Everything'],
    ['letters swapped', 'guidign a difufsion', 'Guiding a Diffusion Model'],
    ['a word begun', 'affordab', 'POINTS: Improving Your Model with Affordable Strategies'],
    ['Korean under another ending', '언어모델은 추론', '한국어 언어 모델의 추론 능력'],
  ])('%s: %j', (_, query, title) => {
    expect(titles(search.search(query, {}, 5))[0]).toBe(title);
  });

  it('only what was listed in the period asked for, and no more than asked for', () => {
    const on = (day: string) => (paper: Paper) => paper.listings.some(({ date }) => date === day);
    expect(titles(search.search('diffusion', { accepts: on('2024-12-06') }, 5))).toEqual([]);
    expect(search.search('diffusion', { accepts: on('2024-12-05') }, 2)).toHaveLength(2);
  });

  it.each(['diffusion은?', 'diffusion이란', 'diffusion이 뭐야', 'diffusion'])(
    'all of a Latin word, whatever Korean particle stands behind it: %s',
    (query) => expect(search.search(query, {}, 1)[0]?.coverage).toBe(1),
  );

  it('nothing for a query without letters', () => {
    expect(search.search('  …!? ', {}, 5)).toEqual([]);
    expect(search.search('', {}, 5)).toEqual([]);
  });

  it('what the newest state of a paper is called, and no longer what it was called', () => {
    const changing = createSearch(papers);
    const [before] = papersOf([['2024-12-02', 1, 'Ancient Wording']]);
    const [after] = papersOf([['2024-12-02', 1, 'Modern Phrase']]);
    if (before === undefined || after === undefined) throw new Error('no papers');
    changing.put(before);
    expect(changing.search('ancient wording', {}, 1)[0]?.id).toBe(before.id);
    changing.put(after);
    expect(changing.search('modern phrase', {}, 1)[0]?.id).toBe(after.id);
    expect(changing.search('ancient', {}, 5)).toEqual([]);
    expect(changing.suggest('ancient', 5)).toEqual([]);
  });
});

describe('a title being typed', () => {
  it.each([
    ['', ['POINTS: Improving Your Model with Affordable Strategies', 'Diffusion Models Beat Everything']],
    ['points', ['POINTS: Improving Your Model with Affordable Strategies', 'Points on Diffusion']],
    ['diff', ['Diffusion Models Beat Everything', 'Points on Diffusion']],
    ['diffusion gui', ['Guiding a Diffusion Model']],
    ['minigem', ['Mini-Gemini: Mining the Potential of Multi-modality Vision Language Models']],
    ['vila-', ['VILA-U: a Unified Foundation Model']],
    ['언어 모', ['한국어 언어 모델의 추론 능력']],
    ['atention', ['Attention Is Off By One']],
  ])('%j suggests %j', (typed, expected) => {
    expect(titles(search.suggest(typed, 2))).toEqual(expected);
  });
});

const real = corpus().map(({ markdown }) => parseDigest(markdown).digest);
const folder = sharedFolder('queries');

describe.skipIf(real.length === 0 || folder === null)('over labelled queries', () => {
  let index: Search;
  let queries: readonly string[];
  beforeAll(() => {
    index = createSearch(judged(real).papers());
    queries = readFileSync(`${folder}dev.jsonl`, 'utf8').trim().split('\n');
  });

  it.each(['a_title_fragment', 'b_title_typo', 'c_name'])(
    'nine of ten %s queries find their paper first',
    (kind) => {
      const asked = queries.map(readLabel).filter((label) => label.kind === kind);
      expect(asked.length).toBeGreaterThan(0);
      expect(foundFirst(index, asked) / asked.length).toBeGreaterThan(0.9);
    },
  );
});

interface Label {
  readonly query: string;
  readonly kind: string;
  readonly relevant: readonly string[];
}

function readLabel(line: string): Label {
  return JSON.parse(line);
}

function foundFirst(over: Search, labels: readonly Label[]): number {
  return labels.filter(({ query, relevant }) => relevant.includes(over.search(query, {}, 1)[0]?.id ?? ''))
    .length;
}
