import { Archive } from '../../src/archive/archive.ts';
import type { DatedListing, Paper } from '../../src/archive/paper.ts';
import { FtsIndex } from '../../src/search/engine/fts-index.ts';
import { MemoryIndex } from '../../src/search/engine/memory-index.ts';
import { createSearch } from '../../src/search/index.ts';
import { Random } from '../../test/support/random.ts';
import { makeQueries } from './made.ts';
import { measure } from './measure.ts';
import { ROOT, readDigests, SHARED } from './query.ts';

/**
 * Measures the search over many papers, made by mixing the titles, sentences and authors of real ones:
 * `node bench/quality/large.ts 100000 fts`, or `memory`.
 */
const [count = '100000', kind = 'fts'] = process.argv.slice(2);
const seeds = readDigests(`${ROOT}seeds`);
const real = [...Archive.of([...readDigests(`${SHARED}corpus`), ...seeds]).papers()];
const papers = Array.from({ length: Number(count) }, (_, number) => real[number] ?? mixed(number));
const before = process.memoryUsage().rss;
const started = performance.now();
const search = createSearch(papers, { index: kind === 'fts' ? new FtsIndex() : new MemoryIndex() });
search.prepare();
const seconds = (performance.now() - started) / 1000;
const queries = makeQueries(real, 40, 3).filter(({ kind }) => kind !== 'author');
for (const { query } of queries.slice(0, 40)) search.search(query, {}, 10);
const times: number[] = [];
for (const { query } of queries) {
  const at = performance.now();
  search.search(query, {}, 10);
  times.push(performance.now() - at);
}
times.sort((a, b) => a - b);
const grown = (process.memoryUsage().rss - before) / 1e6;
console.log(`${count} papers, ${kind}: made in ${seconds.toFixed(0)} s, +${grown.toFixed(0)} MB`);
console.log(
  `p50 ${times[times.length >> 1]?.toFixed(1)} ms, p99 ${times[Math.floor(times.length * 0.99)]?.toFixed(1)} ms`,
);
for (const { kind: name, first, five } of await measure(
  (query) => search.search(query, {}, 10).map(({ id }) => id),
  queries,
))
  console.log(`${name}: R@1 ${first.toFixed(0)} R@5 ${five.toFixed(0)}`);

/** A paper whose title, summary and authors are parts of others'. */
function mixed(number: number): Paper {
  const random = new Random(number);
  const any = (): Paper => random.pick(real) ?? real[0] ?? never();
  const [one, two, three] = [any(), any(), any()];
  const half = (text: string, part: 0 | 1): string => {
    const words = text.split(' ');
    const middle = Math.ceil(words.length / 2);
    return (part === 0 ? words.slice(0, middle) : words.slice(middle)).join(' ');
  };
  const id = `9${String(number).padStart(6, '0').slice(0, 3)}.${String(number % 100_000).padStart(5, '0')}`;
  const listing: DatedListing = {
    ...one.listings[0],
    paperId: id,
    title: `${half(one.title, 0)} ${half(two.title, 1)}`,
    authors: three.authors,
    sections: [...two.sections.slice(0, 1), ...three.sections.slice(1)],
  };
  return {
    ...one,
    id,
    title: listing.title,
    listings: [listing],
    authors: listing.authors,
    sections: listing.sections,
  };
}

function never(): never {
  throw new Error('there are no papers to mix');
}
