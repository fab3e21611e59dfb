import { cpus, totalmem } from 'node:os';
import type { Part } from './bench.ts';
import { dataSet } from './data/data-set.ts';
import { readDigests } from './data/digests.ts';
import { Workspace } from './data/workspace.ts';
import { door } from './parts/door.ts';
import { fanout } from './parts/fanout.ts';
import { fetching } from './parts/fetch.ts';
import { follows } from './parts/follows.ts';
import { importing } from './parts/import.ts';
import { loopback } from './parts/loopback.ts';
import { memory } from './parts/memory.ts';
import { papers } from './parts/papers.ts';
import { parse } from './parts/parse.ts';
import { searching } from './parts/search.ts';
import { start } from './parts/start.ts';
import { header, section } from './table.ts';

const WRONG_USAGE = 2;

/** Channels due in the same minute, unless said otherwise; what the issue asks for takes four minutes. */
const CHANNELS = 2_000;
const FULL = 10_000;

/** In the order in which they run. */
const PARTS: Readonly<Record<string, { readonly title: string; readonly part: Part }>> = {
  parse: { title: 'parse', part: parse },
  import: { title: 'import', part: importing },
  fetch: { title: 'fetch', part: fetching },
  start: { title: 'start', part: start },
  door: { title: 'door: p50 p99 max in ms, median of rounds', part: door },
  search: { title: 'search alone: CPU time, one process each', part: searching },
  loopback: { title: 'loopback', part: loopback },
  memory: { title: 'memory', part: memory },
  papers: { title: 'papers: Markdown and recorded days together, one start', part: papers },
  fanout: { title: 'fanout', part: fanout },
  follows: { title: 'follows', part: follows },
};

await main(process.argv.slice(2));

/**
 * @param all the parts to run, all without any; and `--full`, or `--channels=<number>`, for the fan-out. Ends with 0
 *   whatever was measured: speed is no failure.
 */
async function main(all: readonly string[]): Promise<void> {
  const words = all.filter((word) => !word.startsWith('--'));
  const channels = channelsOf(all);
  if (channels === null) {
    console.error('write --full or --channels=<number>');
    process.exitCode = WRONG_USAGE;
    return;
  }
  const unknown = words.find((word) => !Object.hasOwn(PARTS, word));
  if (unknown !== undefined) {
    console.error(`there is no part "${unknown}": choose of ${Object.keys(PARTS).join(', ')}`);
    process.exitCode = WRONG_USAGE;
    return;
  }
  const began = performance.now();
  const workspace = new Workspace();
  const { origin, small, large } = readDigests();
  const bench = {
    workspace,
    small: dataSet(workspace, 'small', small),
    large: dataSet(workspace, 'large', large),
    channels,
  };
  const [cpu] = cpus();
  console.log(`${cpus().length} x ${cpu?.model.trim() ?? 'unknown processor'}, ${gigabytes(totalmem())} GB`);
  console.log(`Node ${process.version} on ${process.platform} ${process.arch}`);
  console.log(`digests: ${origin}\n`);
  console.log(header(bench.small.name, bench.large.name));
  for (const [name, { title, part }] of Object.entries(PARTS)) {
    if (words.length === 0 || words.includes(name)) console.log(section(title, await part(bench)));
  }
  console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s in all`);
}

/** @returns null for unknown options */
function channelsOf(words: readonly string[]): number | null {
  const options = words.filter((word) => word.startsWith('--'));
  const [option = `--channels=${CHANNELS}`] = options;
  if (options.length > 1) return null;
  if (option === '--full') return FULL;
  const count = Number(/^--channels=(\d+)$/.exec(option)?.[1]);
  return count > 1 ? count : null;
}

function gigabytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(0);
}
