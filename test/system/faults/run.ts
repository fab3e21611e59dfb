import { postgresPrograms, startPostgres } from '../../support/postgres.ts';
import { play, type Result } from './scenario.ts';
import { LONG, SHORT } from './scenarios.ts';

const FAILED = 1;
const WRONG_USAGE = 2;
const WIDTHS = [40, 12, 10, 8, 12, 9, 9, 9];

await main(process.argv.slice(2));

/** @param words `--short`, `--seed=<number>`, and parts of scenarios' names; all scenarios without any */
async function main(words: readonly string[]): Promise<void> {
  const names = words.filter((word) => !word.startsWith('--'));
  const all = words.includes('--short') ? SHORT : LONG;
  const chosen = all.filter(({ name }) => names.length === 0 || names.some((part) => name.includes(part)));
  const seed = Number(
    words.find((word) => word.startsWith('--seed='))?.slice('--seed='.length) ?? Date.now() % 1e9,
  );
  if (chosen.length === 0 || !Number.isInteger(seed)) {
    console.error(
      `usage: [--short] [--seed=<number>] [scenario …], of\n  ${all.map(({ name }) => name).join('\n  ')}`,
    );
    process.exitCode = WRONG_USAGE;
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(130));

  console.log(`seed ${seed}: --seed=${seed} picks the same moments again\n`);
  console.log(
    line(['scenario', 'store', 'replicas', 'cycles', 'deliveries', 'doubled', 'missing', 'seconds']),
  );
  const needsPostgres = chosen.some(({ database }) => database === 'PostgreSQL');
  const programs = needsPostgres ? postgresPrograms() : null;
  const server = programs === null ? null : await startPostgres(programs);
  try {
    for (const scenario of chosen) {
      const onPostgres = scenario.database === 'PostgreSQL';
      if (onPostgres && server === null) console.log(line([scenario.name, 'skipped']));
      else show(await play(scenario, seed, onPostgres ? await server?.createDatabase() : undefined));
    }
  } finally {
    await server?.close();
  }
}

function show({ scenario, deliveries, doubled, missing, complaints, seconds }: Result): void {
  const { name, database, replicas, cycles } = scenario;
  console.log(line([name, database, replicas, cycles, deliveries, doubled, missing, seconds.toFixed(0)]));
  for (const complaint of complaints) console.log(`  ${complaint}`);
  if (doubled + missing + complaints.length > 0) process.exitCode = FAILED;
}

function line(cells: readonly (string | number)[]): string {
  return cells
    .map((cell, column) => String(cell).padEnd(WIDTHS[column] ?? 0))
    .join(' ')
    .trimEnd();
}
