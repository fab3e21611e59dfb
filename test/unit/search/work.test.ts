import { expect, it } from 'vitest';
import { hitsOf } from '../../../src/answers/find/topic.ts';
import { SearchIndex } from '../../../src/search/index/search-index.ts';
import { createSearch } from '../../../src/search/index.ts';
import { readQuery } from '../../../src/search/query.ts';
import { hostileTexts } from '../../support/hostile.ts';

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

it('a topic with many alternatives is three searches', () => {
  const asked: string[] = [];
  const search = createSearch([]);
  const counting = {
    ...search,
    search: (query: string) => {
      asked.push(query);
      return [];
    },
  };
  hitsOf('agents or robots or speech or video or music', {}, 5, { search: counting });
  expect(asked).toEqual(['agents', 'robots', 'speech']);
});
