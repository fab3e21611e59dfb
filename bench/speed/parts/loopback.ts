import type { Bench } from '../bench.ts';
import { type Program, startBot, usesOf } from '../running-bot.ts';
import { repeat } from '../stats.ts';
import { p50p99, type Row } from '../table.ts';

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
    small: { text: p50p99(of(few)) },
    large: { text: p50p99(of(many)) },
    beside: { name: 'bare bot', small: p50p99(of(bare)) },
  });
  return [
    row('one after another', ({ alone }) => alone),
    row(`${AT_ONCE} at once`, ({ together }) => together),
  ];
}
