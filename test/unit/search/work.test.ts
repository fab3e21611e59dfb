import { expect, it } from 'vitest';
import { hitsOf } from '../../../src/answers/find/topic.ts';
import type { PaperId } from '../../../src/archive/paper.ts';
import { SearchIndex } from '../../../src/search/index/search-index.ts';
import { createSearch, type Search } from '../../../src/search/index.ts';
import { readQuery } from '../../../src/search/query.ts';
import { hostileTexts } from '../../support/hostile.ts';
import { judged } from '../../support/judged.ts';
import { seedDigests } from '../../support/library.ts';

const SYLLABLES = [...'가나다라마바사아자차카타파하거너더러머버'];
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Texts of 300 characters in which each word is another. */
const VARIED = [
  LETTERS.flatMap((one) => LETTERS.slice(0, 4).map((two) => `${one}${two}`)).join(' '),
  SYLLABLES.flatMap((one) => SYLLABLES.slice(0, 5).map((two) => `${one}${two}`)).join(' '),
  SYLLABLES.flatMap((one) => SYLLABLES.map((two) => `${one}${two}`)).join(''),
].map((text) => text.slice(0, 300));

it('a query has at most 16 words for its subject and looks up at most 64 terms', () => {
  for (const text of [...[...hostileTexts(300)].map(([, one]) => one), ...VARIED]) {
    const { units, weights } = readQuery(text, () => true);
    expect(units.length, text).toBeLessThanOrEqual(16);
    expect(weights.size, text).toBeLessThanOrEqual(64);
  }
});

it('a query reads at most 80,000 postings, those of its rarest terms', () => {
  const index = new SearchIndex();
  const terms = LETTERS.flatMap((one) => [`${one}common`, `${one}frequent`]);
  const [papers, rare] = [2_000, 'rareword'];
  for (let number = 0; number < papers; number++) {
    const title = number === 0 ? [...terms, rare] : terms;
    const others = { name: [], authors: [], summary: [], abstract: [], meaning: [], gist: [] };
    index.put({ id: `2412.${number}`, title, ...others }, number);
  }
  const [first] = index.find(new Map([...terms, rare].map((term) => [term, 1])), 1);
  const read = first?.found.written() ?? [];
  expect(read).toContain(rare);
  expect((read.length - 1) * papers).toBeLessThanOrEqual(80_000);
  index.close();
});

/** The queries that are searched for by `run`. */
function searchedBy(run: (search: Search) => void): readonly string[] {
  const asked: string[] = [];
  const search = (query: string) => {
    asked.push(query);
    return [];
  };
  run({ ...createSearch([]), search });
  return asked;
}

it('a topic with many alternatives is three searches', () => {
  const asked = searchedBy((search) =>
    hitsOf('agents or robots or speech or video or music', {}, 5, { search }),
  );
  expect(asked).toEqual(['agents', 'robots', 'speech']);
});

it('a topic is not searched for among no papers', () => {
  expect(searchedBy((search) => hitsOf('agents', { among: [] }, 5, { search }))).toEqual([]);
});

it('the searches of one question read a text once for its words and once for its meanings', () => {
  const reads = new Map<PaperId, number>();
  const papers = [...judged(seedDigests()).papers()].map((paper) => ({
    ...paper,
    get sections() {
      return paper.sections.slice(0, 1).map((section) => ({
        ...section,
        get text() {
          reads.set(paper.id, (reads.get(paper.id) ?? 0) + 1);
          return section.text;
        },
      }));
    },
  }));
  const search = createSearch(papers);
  reads.clear();
  const query = '언어 모델의 추론 능력';
  for (const [share, limit] of [
    [0.5, 12],
    [0.85, 300],
    [0.5, 50],
    [0.5, 1],
  ] as const)
    search.search(query, { share }, limit);
  expect(reads.size).toBeGreaterThan(0);
  expect(Math.max(...reads.values())).toBeLessThanOrEqual(2);
});
