import type { Bench } from '../bench.ts';
import { type Program, startBot } from '../running-bot.ts';
import { percentile, repeat } from '../stats.ts';
import { milliseconds, type Row } from '../table.ts';
import { usesOf } from '../uses.ts';

const WARM_UP = 200;
const ALONE = 400;
const AT_ONCE = 20;
const ROUNDS = 20;

interface Times {
  readonly alone: readonly number[];
  readonly together: readonly number[];
}

/** Slash commands through a Discord on this machine, discord.js and back: one after another, and 20 at once. */
export async function loopback({ workspace, small, large }: Bench): Promise<readonly Row[]> {
  const next = usesOf(small.files);
  const measure = async (program: Program): Promise<Times> => {
    const bot = await startBot(workspace, program);
    const use = () => next(bot, program);
    await repeat(WARM_UP, use);
    const alone = await repeat(ALONE, use);
    const rounds = await repeat(ROUNDS, () => Promise.all(Array.from({ length: AT_ONCE }, use)));
    await bot.stop();
    return { alone, together: rounds.flat() };
  };
  const bare = await measure('bare');
  const few = await measure({ database: await small.database() });
  const many = await measure({ database: await large.database() });
  const row = (name: string, of: (times: Times) => readonly number[]): Row => ({
    measure: `${name}, p50 p99`,
    small: { text: shown(of(few)) },
    large: { text: shown(of(many)) },
    beside: { name: 'bare bot', small: shown(of(bare)) },
  });
  return [
    row('one after another', ({ alone }) => alone),
    row(`${AT_ONCE} at once`, ({ together }) => together),
  ];
}

function shown(times: readonly number[]): string {
  return `${milliseconds(percentile(times, 50))} ${milliseconds(percentile(times, 99))}`;
}
