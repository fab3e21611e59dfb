import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../src/archive/paper.ts';
import { createSearch } from '../../../src/search/index.ts';
import { judged } from '../../support/judged.ts';
import { seedDigests } from './seeds.ts';

const archive = judged(seedDigests);
const papers = [...archive.papers()];

const anyQuery = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.constantFrom(...papers.flatMap(({ title, sections }) => [title, sections[0]?.text.slice(0, 120) ?? ''])),
  fc.constantFrom('==', '=a', '·', '\u0000', 'constructor', '__proto__', 'a'.repeat(300), '가'.repeat(300)),
);

describe('any query', () => {
  const search = createSearch(papers, { people: archive });

  it('is answered with at most as many papers as asked for, each once, and those the filter lets through', () => {
    fc.assert(
      fc.property(
        anyQuery,
        fc.nat(20),
        fc.record({
          from: fc.option(fc.constantFrom('2024-06-06', '2024-10-04'), { nil: undefined }),
          minVotes: fc.option(fc.nat(60), { nil: undefined }),
        }),
        (query, limit, filter) => {
          const { from = '', minVotes = 0 } = filter;
          const accepts = ({ listings, votes }: Paper) =>
            listings.some(({ date }) => date >= from) && (minVotes === 0 || Number(votes) >= minVotes);
          const hits = search.search(query, { accepts }, limit);
          expect(hits.length).toBeLessThanOrEqual(limit);
          expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
          for (const { id, coverage } of hits) {
            expect(coverage).toBeGreaterThanOrEqual(0);
            expect(coverage).toBeLessThanOrEqual(1.000001);
            const paper = archive.paper(id);
            expect(paper?.listings.some(({ date }) => date >= (filter.from ?? ''))).toBe(true);
            if (minVotes > 0) expect(Number(paper?.votes)).toBeGreaterThanOrEqual(minVotes);
          }
          expect(search.suggest(query, limit).length).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gets sentences that stand in the summary of their paper to the letter, never of a doubtful one', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const all = papers.map(({ id }) => id);
        for (const passage of search.passages(query, all, 5)) {
          const paper = archive.paper(passage.paperId);
          expect(paper?.doubtful).toBe(false);
          expect(paper?.sections.some(({ text }) => text.includes(passage.text))).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('taking papers in and out', () => {
  const anyOrder = fc.shuffledSubarray(papers, { minLength: 20, maxLength: 40 });
  const anyOut = fc.array(fc.nat(39), { maxLength: 15 });

  it('leaves the search as if it had been made of what it holds', () => {
    fc.assert(
      fc.property(anyOrder, anyOut, anyQuery, (some, out, query) => {
        const changed = createSearch(some.slice(0, 10));
        for (const paper of some.slice(10)) changed.put(paper);
        for (const paper of some.slice(5, 15)) changed.put(paper);
        const gone = new Set(out.flatMap((place) => some[place]?.id ?? []));
        for (const id of gone) changed.remove(id);
        const fresh = createSearch(some.filter(({ id }) => !gone.has(id)));
        const found = (hits: readonly { id: string; score: number }[]) =>
          hits.map(({ id, score }) => `${score.toFixed(6)} ${id}`).toSorted();
        expect(found(changed.search(query, {}, 100))).toEqual(found(fresh.search(query, {}, 100)));
      }),
      { numRuns: 15 },
    );
  });

  it('takes new votes of a paper it holds', () => {
    const [paper] = papers;
    if (paper === undefined) throw new Error('no seeds');
    const search = createSearch(papers);
    const withVotes = { ...paper, doubtful: false, listings: paper.listings, votes: 12_345 };
    search.put(withVotes);
    expect(
      search.search(paper.title, { accepts: ({ votes }) => votes === 12_345 }, 5).map(({ id }) => id),
    ).toEqual([paper.id]);
    expect(search.search(paper.title, {}, 1)[0]?.id).toBe(paper.id);
  });

  it('holds nothing of a paper that was taken out', () => {
    const [paper, ...others] = papers;
    if (paper === undefined) throw new Error('no seeds');
    const search = createSearch(papers);
    search.remove(paper.id);
    search.remove(paper.id);
    expect(search.search(paper.id, {}, 5)).toEqual([]);
    expect(search.search(paper.title, {}, 100).map(({ id }) => id)).not.toContain(paper.id);
    expect(search.suggest('', 1000)).toHaveLength(others.length);
  });
});

describe('an index that is made in the background', () => {
  it('answers ids, titles and authors at once, and everything when it is ready', async () => {
    const turns: (() => void)[] = [];
    const pause = () => new Promise<void>((resolve) => turns.push(resolve));
    const search = createSearch(papers, { people: archive, pause });
    const late: Paper | undefined = papers.at(-1);
    if (late === undefined) throw new Error('no seeds');
    expect(search.isReady).toBe(false);
    expect(search.search(late.id, {}, 1)[0]?.id).toBe(late.id);
    expect(search.suggest(late.title, 1)[0]?.id).toBe(late.id);
    expect(search.search(late.authors.names[0] ?? '', {}, 50).map(({ id }) => id)).toContain(late.id);
    while (!search.isReady) {
      turns.shift()?.();
      await Promise.resolve();
    }
    for (const turn of turns) turn();
    await search.ready;
    const whole = createSearch(papers, { people: archive });
    expect(search.search('확산 모델', {}, 20)).toEqual(whole.search('확산 모델', {}, 20));
  });

  it('stops when it is closed', async () => {
    const search = createSearch(papers, { pause: async () => search.close() });
    await search.ready;
    expect(search.isReady).toBe(false);
  });
});

describe('papers like another', () => {
  it('are others, the nearest first', () => {
    const search = createSearch(papers, { people: archive });
    for (const { id } of papers) {
      const found = search.similar(id, 5);
      expect(found.map((hit) => hit.id)).not.toContain(id);
      expect(found.length).toBeLessThanOrEqual(5);
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
    // Two papers on soccer, two on 4D and 3D people: they find each other.
    expect(search.similar('2412.01820', 6).map(({ id }) => id)).toContain('2409.17580');
  });
});
