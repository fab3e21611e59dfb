import { setTimeout } from 'node:timers/promises';
import type { Workspace } from './data/workspace.ts';
import { residentMemory } from './memory-of.ts';
import { type Program, type RunningBot, startBot, type usesOf } from './running-bot.ts';
import { median, repeat } from './stats.ts';

const RUNS = 3;
export const COMMANDS = 400;

/** Medians of several starts: milliseconds until ready and for the first question, resident memory in bytes. */
export interface Held {
  readonly ready: number;
  readonly first: number;
  /** Idle after the start. */
  readonly started: number;
  /** Idle after `COMMANDS` commands of all kinds. */
  readonly used: number;
}

/**
 * Starts a bot several times and uses it.
 *
 * @param idle milliseconds without work before the memory is read
 * @param ask asks the first question. @returns milliseconds until the answer
 */
export async function heldBy(
  workspace: Workspace,
  program: Program,
  next: ReturnType<typeof usesOf>,
  idle: number,
  ask: (bot: RunningBot) => Promise<number> = async () => 0,
): Promise<Held> {
  const runs = await repeat(RUNS, async (): Promise<Held> => {
    const bot = await startBot(workspace, program);
    const first = await ask(bot);
    await setTimeout(idle);
    const started = residentMemory(bot.child.pid);
    await repeat(COMMANDS, () => next(bot, program));
    await setTimeout(idle);
    const used = residentMemory(bot.child.pid);
    await bot.stop();
    return { ready: bot.ready, first, started, used };
  });
  const of = (part: keyof Held) => median(runs.map((run) => run[part]));
  return { ready: of('ready'), first: of('first'), started: of('started'), used: of('used') };
}
