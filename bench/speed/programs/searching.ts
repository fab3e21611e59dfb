import { existsSync } from 'node:fs';
import { setImmediate as others } from 'node:timers/promises';
import { SearchIndex } from '../../../src/search/index/search-index.ts';
import { createSearch } from '../../../src/search/index.ts';
import { judged } from '../../../test/support/judged.ts';
import { makeQueries } from '../../quality/made.ts';
import { mixedPapers } from '../../quality/mixed.ts';
import { ROOT, readDigests, readRecordedDays, SHARED } from '../../quality/query.ts';
import { fedSearch } from '../raw-search.ts';

// Measures one search and prints the figures as JSON: `searching.ts <papers> <file or "minisearch">`.
const [count = '5500', file = ''] = process.argv.slice(2);
const digests = [...readDigests(`${SHARED}corpus`), ...readRecordedDays(`${SHARED}hf`)];
const real = [...judged(digests.length > 0 ? digests : readDigests(`${ROOT}seeds`)).papers()];
const papers = mixedPapers(real, Number(count));
const queriesOf = (seed: number) =>
  makeQueries(real.slice(0, papers.length), 30, seed).filter(({ kind }) => kind !== 'author');
const queries = queriesOf(3);

const before = resident();
const began = cpu();
const isThere = existsSync(file);
const find = file === 'minisearch' ? fedSearch(papers) : await ours();
const made = cpu() - began;
const first = timed(queries[0]?.query ?? '');
// Warm up with other queries, so that compiling does not count.
for (const { query } of queriesOf(4)) find(query);
const times = queries.slice(1).map(({ query }) => timed(query));
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
console.log(
  JSON.stringify({ isThere, made, first, p50: at(0.5), p99: at(0.99), grown: resident() - before }),
);

async function ours(): Promise<(query: string) => unknown> {
  const search = createSearch(papers, { index: new SearchIndex(file), pause: others });
  if (!isThere) await search.current;
  await search.ready;
  return (query) => search.search(query, {}, 10);
}

/** Milliseconds of CPU: other programs on the machine do not count. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed(query: string): number {
  const start = cpu();
  find(query);
  return cpu() - start;
}

function resident(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}
