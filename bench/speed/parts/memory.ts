import { setTimeout } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { residentMemory } from '../memory-of.ts';
import { type Program, startBot } from '../running-bot.ts';
import { median, repeat } from '../stats.ts';
import { type Cell, megabytes, type Row, times } from '../table.ts';
import { usesOf } from '../uses.ts';

const RUNS = 3;
/** Milliseconds without work before the memory is read. */
const IDLE = 2000;
const COMMANDS = 400;
const AIM = 1.6;

/** Resident memory of an idle bot, in bytes. */
interface Held {
  readonly started: number;
  /** After commands of all kinds. */
  readonly used: number;
}

/** The memory of the bot after its start and after use, beside the bare bot. */
export async function memory({ workspace, small, large }: Bench): Promise<readonly Row[]> {
  const next = usesOf(small.files);
  const measure = async (program: Program): Promise<Held> => {
    const runs = await repeat(RUNS, async () => {
      const bot = await startBot(workspace, program);
      await setTimeout(IDLE);
      const started = residentMemory(bot.child.pid);
      await repeat(COMMANDS, () => next(bot, program));
      await setTimeout(IDLE);
      const used = residentMemory(bot.child.pid);
      await bot.stop();
      return { started, used };
    });
    return {
      started: median(runs.map(({ started }) => started)),
      used: median(runs.map(({ used }) => used)),
    };
  };
  const bare = await measure('bare');
  const few = await measure({ database: await small.database() });
  const many = await measure({ database: await large.database() });
  const rows = (name: string, of: (held: Held) => number): Row[] => {
    const timesBare = (held: Held): Cell => {
      const ratio = of(held) / of(bare);
      return { text: times(ratio), met: ratio <= AIM };
    };
    return [
      {
        measure: name,
        small: { text: megabytes(of(few)) },
        large: { text: megabytes(of(many)) },
        beside: { name: 'bare bot', small: megabytes(of(bare)) },
      },
      {
        measure: '  times the bare bot',
        small: timesBare(few),
        large: timesBare(many),
        aim: `<= ${times(AIM)}`,
      },
    ];
  };
  return [
    ...rows('started, 2 s idle', ({ started }) => started),
    ...rows(`after ${COMMANDS} commands, 2 s idle`, ({ used }) => used),
  ];
}
