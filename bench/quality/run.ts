import { Archive } from '../../src/archive/archive.ts';
import type { Digest } from '../../src/archive/paper.ts';
import { evaluateAnswers, printScores } from './answers.ts';
import { evaluateFresh } from './fresh/evaluate.ts';
import { makeQueries } from './made.ts';
import { type Figures, measure } from './measure.ts';
import {
  bothOriginsQuestions,
  type Labelled,
  ROOT,
  readDigests,
  readQueries,
  readRecordedDays,
  SHARED,
  seedQuestions,
} from './query.ts';
import { SYSTEMS } from './systems.ts';
import { measureTitles } from './titles.ts';

/** So many made queries of each kind, and where their chance begins; another number makes others. */
const MADE = 100;
const seed = Number(process.argv.find((word) => word.startsWith('--seed='))?.slice(7) ?? 1);
const isOurs = process.argv.includes('--ours');
const showsMissed = process.argv.includes('--missed');

/** One set of queries over one archive, asked of every system. */
async function compare(
  name: string,
  digests: readonly Digest[],
  queries: readonly Labelled[],
): Promise<void> {
  if (digests.length === 0 || queries.length === 0) {
    console.log(`\n${name}: skipped, the data is not on this machine`);
    return;
  }
  console.log(`\n${name}: ${Archive.of(digests).totals().papers} papers, ${queries.length} queries`);
  console.log('R@1 / R@5 in %, MRR@10, milliseconds p50 / p99\n');
  const columns = new Map<string, readonly Figures[]>();
  for (const [system, open] of Object.entries(SYSTEMS)) {
    if (isOurs && system !== 'Paperboy') continue;
    columns.set(system, await measure(await open(digests), queries));
  }
  const kinds = [...columns.values()][0] ?? [];
  console.log(['kind (queries)'.padEnd(22), ...[...columns.keys()].map((one) => one.padEnd(28))].join(' '));
  kinds.forEach(({ kind, queries: count }, row) => {
    const cells = [...columns.values()].map((figures) => cell(figures[row]).padEnd(28));
    console.log([`${kind} (${count})`.padEnd(22), ...cells].join(' '));
  });
  if (!showsMissed) return;
  for (const { kind, missed } of columns.get('Paperboy') ?? []) {
    for (const { query, place } of missed) console.log(`  ${kind} ${place || '-'}: ${query}`);
  }
}

function cell(figures: Figures | undefined): string {
  if (figures === undefined) return '';
  const { first, five, mrr, p50, p99 } = figures;
  return `${first.toFixed(0)}/${five.toFixed(0)} ${mrr.toFixed(2)} ${p50.toFixed(1)}/${p99.toFixed(1)}ms`;
}

const seeds = readDigests(`${ROOT}seeds`);
const corpus = readDigests(`${SHARED}corpus`);
const whole = [...corpus, ...(corpus.length > 0 ? seeds : [])];
const recorded = readRecordedDays(`${SHARED}hf`);
const papers = [...Archive.of(whole).papers()];

await compare('Our questions over the seeds', seeds, seedQuestions());
await compare('Our questions over the corpus', whole, seedQuestions());
await compare('Labelled queries over the corpus', corpus, readQueries(`${SHARED}queries/dev.jsonl`));
await compare('Papers of both origins, Markdown alone', corpus, bothOriginsQuestions());
await compare(
  'Papers of both origins, merged',
  recorded.length > 0 ? [...corpus, ...recorded] : [],
  bothOriginsQuestions(),
);
await compare('Made queries over the corpus', whole, makeQueries(papers, MADE, seed));

if (papers.length > 0) {
  console.log('\nTitles while they are typed\n');
  measureTitles(papers, MADE);
}

console.log('\nAnswers to our questions over the seeds\n');
printScores(await evaluateAnswers(seeds, `${ROOT}seeds`), showsMissed);

console.log('\nFresh questions over the recorded days\n');
const fresh = await evaluateFresh();
if (fresh.length === 0) console.log('skipped: the data is not on this machine');
printScores(fresh, showsMissed);
