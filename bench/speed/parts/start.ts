import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { type Program, startBot } from '../running-bot.ts';
import { median, repeat } from '../stats.ts';
import { milliseconds, type Row } from '../table.ts';

const RUNS = 5;
/** The aim is for 173 digests. */
const AIM = 1500;

/** Milliseconds to ready: of the very first start, and of those after it. */
interface Starts {
  readonly first: number;
  readonly later: number[];
}

/** From the start of the process, with the digests in its store, to the first slash command answered. */
export async function start({ workspace, small, large }: Bench): Promise<readonly Row[]> {
  const begin = async (program: Program, name: string): Promise<number> => {
    // A new compile cache, so that the first start compiles everything.
    const NODE_COMPILE_CACHE = join(workspace.folder, `compile-cache-${name}`);
    const bot = await startBot(workspace, program, { NODE_COMPILE_CACHE });
    await bot.stop();
    return bot.ready;
  };
  const programs = {
    bare: 'bare',
    few: { database: await small.database() },
    many: { database: await large.database() },
  } as const;
  const starts = async (name: keyof typeof programs): Promise<Starts> => ({
    first: await begin(programs[name], name),
    later: [],
  });
  const [bare, few, many] = [await starts('bare'), await starts('few'), await starts('many')];
  // In turns, so that a busy moment of the machine affects all of them.
  await repeat(RUNS, async () => {
    bare.later.push(await begin(programs.bare, 'bare'));
    few.later.push(await begin(programs.few, 'few'));
    many.later.push(await begin(programs.many, 'many'));
  });
  const row = (measure: string, of: (starts: Starts) => number): Row => ({
    measure,
    small: { text: milliseconds(of(few)), met: of(few) <= AIM },
    large: { text: milliseconds(of(many)) },
    beside: { name: 'bare bot', small: milliseconds(of(bare)) },
    aim: `<= ${milliseconds(AIM)}`,
  });
  return [
    row('ready, first start ever', ({ first }) => first),
    row(`ready, median of the next ${RUNS}`, ({ later }) => median(later)),
  ];
}
