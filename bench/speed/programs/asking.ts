import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { openStore } from '../../open.ts';
import { ROOT } from '../../quality/query.ts';
import { percentile } from '../stats.ts';

// Asks every question of bench/quality/questions once over a store and prints milliseconds of CPU time:
// `asking.ts <url of the store> [file for the answers]`. With a file it also says what each question took.
const [database = 'sqlite:data/paperboy.db', file] = process.argv.slice(2);
const NOW = Temporal.Instant.from('2026-08-20T12:00:00Z');
const SLOWEST = 15;
const PASSES = 4;
const FOLDER = `${ROOT}bench/quality/questions/`;

const lineSchema = z.object({
  question: z.string().optional(),
  query: z.string().optional(),
  turns: z.array(z.object({ question: z.string() })).optional(),
});

const app = await openStore({ DATABASE_URL: database });
await app.search.current;
await app.archive.made();
await setTimeout(1000);

const answers: { question: string; ms: number; messages: unknown }[] = [];
for (const question of new Set(questions())) {
  const { ms, messages } = await asked(question);
  answers.push({ question, ms, messages });
  // As between two people: the next question has a round of the event loop of its own.
  await setTimeout(0);
}
const least = answers.map(({ ms }) => ms);
for (let pass = 1; pass < PASSES; pass++) {
  for (const [at, { question }] of answers.entries())
    least[at] = Math.min(least[at] ?? 0, (await asked(question)).ms);
}

print(
  'each for the first time',
  answers.map(({ ms }) => ms),
);
// The question's own cost: in one of the passes nothing else kept the machine busy.
print(`the least of ${PASSES} passes`, least);
const slowest = answers.map(({ question, ms }, at) => ({ question, first: ms, ms: least[at] ?? ms }));
for (const { question, first, ms } of slowest.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST))
  console.log(`${ms.toFixed(1).padStart(7)} (${first.toFixed(1)})  ${question}`);
if (file !== undefined) writeFileSync(file, answers.map((one) => `${JSON.stringify(one)}\n`).join(''));
await app.close();

function* questions(): Generator<string> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.jsonl'),
  );
  for (const name of files.sort()) {
    for (const line of readFileSync(FOLDER + name, 'utf8')
      .trim()
      .split('\n')) {
      const { question, query, turns = [] } = lineSchema.parse(JSON.parse(line));
      for (const text of [question, query, ...turns.map((turn) => turn.question)]) if (text) yield text;
    }
  }
}

/** Milliseconds of CPU of the process, so that other programs do not count; the collector's threads do. */
async function asked(question: string) {
  const locale = /[가-힣]/.test(question) ? 'ko' : 'en';
  const before = process.cpuUsage();
  const { messages } = await app.responder.ask({ command: 'ask', options: { question }, locale, now: NOW });
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, messages };
}

function print(name: string, times: readonly number[]): void {
  const at = (percent: number) => percentile(times, percent).toFixed(1);
  console.log(
    `${times.length} questions, ${name}: p50 ${at(50)}  p95 ${at(95)}  p99 ${at(99)}  max ${at(100)} ms`,
  );
}
