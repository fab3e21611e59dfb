import { describe, expect, it } from 'vitest';
import { Archive } from '../../../src/archive/archive.ts';
import { FtsIndex } from '../../../src/search/engine/fts-index.ts';
import { createSearch, LARGE } from '../../../src/search/index.ts';
import { seedDigests } from './seeds.ts';

const archive = Archive.of(seedDigests);
const papers = [...archive.papers()];
const large = createSearch(papers, { people: archive, index: new FtsIndex() });
const small = createSearch(papers, { people: archive });

describe('the index in SQLite', () => {
  it.each([
    ['a title', 'attention enhances language modeling'],
    ['a name typed apart', 'snow coder'],
    ['typing mistakes', 'disciminative finetunning of lvlms'],
    ['Korean under other endings', '축구를 비디오의 이해도'],
    ['a question in English', 'virtual try-on of several clothes at once'],
    ['an author', 'song han'],
    ['an id', 'arXiv:2412.04467v2'],
  ])('finds the same first by %s: %j', (_, query) => {
    expect(large.search(query, {}, 3)[0]?.id).toBe(small.search(query, {}, 3)[0]?.id);
  });

  it.each([
    '긴 문맥을 인용하는 능력을 평가하는 벤치마크 논문이 있어?',
    'a benchmark that evaluates whether long context models use the context they are given',
  ])('tells as much of %j to be found: the line between an answer and a refusal is the same', (question) => {
    const [best] = small.search(question, {}, 1);
    const same = large.search(question, {}, 20).find(({ id }) => id === best?.id);
    expect(same?.coverage).toBeCloseTo(best?.coverage ?? 0, 6);
  });

  it('finds every paper by its title, and through a filter', () => {
    for (const { id, title, listings } of papers) {
      const [{ date }] = listings;
      expect(large.search(title, { from: date, to: date }, 1)[0]?.id).toBe(id);
    }
  });

  it('takes papers in and out', () => {
    const [first, ...others] = papers;
    if (first === undefined) throw new Error('no seeds');
    const search = createSearch(others, { index: new FtsIndex() });
    const found = () => search.search(first.title, {}, 1)[0]?.id === first.id;
    expect(found()).toBe(false);
    search.put(first);
    search.put(first);
    expect(found()).toBe(true);
    search.remove(first.id);
    expect(found()).toBe(false);
  });

  it.each(['"', "' OR 1", 'a AND b NOT c', 'NEAR(a b)', 'title: x', '*', '가*', '\u0000', '== =a', '·'])(
    'takes %j as words, not as orders',
    (query) => {
      expect(() => large.search(query, {}, 5)).not.toThrow();
    },
  );
});

it('is taken for more papers than memory should hold, and for no fewer', () => {
  const paper = papers[0];
  if (paper === undefined) throw new Error('no seeds');
  const opened: number[] = [];
  const open = () => {
    opened.push(1);
    return new FtsIndex();
  };
  const many = Array.from({ length: LARGE + 1 }, (_, number) => ({ ...paper, id: String(number) }));
  createSearch(many.slice(0, LARGE), { large: open, pause: async () => {} }).close();
  expect(opened).toEqual([]);
  createSearch(many, { large: open, pause: async () => {} }).close();
  expect(opened).toEqual([1]);
});
