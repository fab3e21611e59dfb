import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Bench } from '../bench.ts';
import { megabytes, milliseconds, type Row } from '../table.ts';

/** MiniSearch with our tokens takes gigabytes beyond this. */
const BESIDE_MAX = 12_000;
const SIZES = [
  { papers: 5_500, p50: 3, p99: 12 },
  { papers: 12_000, p50: 5, p99: 20 },
  { papers: 100_000, p50: 15, p99: 40 },
];
const READY_AIM = 100;

const figures = z.object({
  made: z.number(),
  first: z.number(),
  p50: z.number(),
  p99: z.number(),
  grown: z.number(),
});
type Figures = z.output<typeof figures>;

/** The search alone, in three sizes, each in its own process: build, reopen, query; in CPU time. */
export async function searching({ workspace }: Bench): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { papers, p50, p99 } of SIZES) {
    const file = join(workspace.folder, `search-${papers}.db`);
    const made = await measure(papers, file);
    const again = await measure(papers, file);
    const beside = papers > BESIDE_MAX ? null : await measure(papers, 'minisearch');
    const row = (measureName: string, of: (one: Figures) => string, met?: boolean, aim?: string): Row => ({
      measure: `${papers.toLocaleString('en')} papers: ${measureName}`,
      large: { text: of(again), ...(met === undefined ? {} : { met }) },
      ...(beside ? { beside: { name: 'MiniSearch, our tokens', large: of(beside) } } : {}),
      ...(aim ? { aim } : {}),
    });
    rows.push(
      {
        measure: `${papers.toLocaleString('en')} papers: index made once`,
        large: { text: milliseconds(made.made) },
      },
      row(
        'ready after a start',
        (one) => milliseconds(one.made),
        again.made <= READY_AIM,
        `<= ${READY_AIM} ms`,
      ),
      row('first question', (one) => milliseconds(one.first), again.first <= READY_AIM, `<= ${READY_AIM} ms`),
      row(
        'p50 / p99',
        (one) => `${milliseconds(one.p50)} / ${milliseconds(one.p99)}`,
        again.p50 <= p50 && again.p99 <= p99,
        `<= ${p50} / ${p99} ms`,
      ),
      row('memory after use', (one) => megabytes(one.grown)),
    );
  }
  return rows;
}

async function measure(papers: number, file: string): Promise<Figures> {
  const script = fileURLToPath(new URL('../programs/searching.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    '--max-old-space-size=8192',
    script,
    String(papers),
    file,
  ]);
  return figures.parse(JSON.parse(stdout));
}
