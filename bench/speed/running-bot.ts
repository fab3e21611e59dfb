import { once } from 'node:events';
import { type Sandbox, startSandbox } from 'discord-sandbox';
import { Archive } from '../../src/archive/archive.ts';
import { parseDigest } from '../../src/digest-format/read/parse.ts';
import { questionsOf } from './data/questions.ts';
import type { DigestFile } from './data/vary.ts';
import type { Child, Workspace } from './data/workspace.ts';
import { benchProgram, paperboy, startSetting } from './program.ts';

/** A command without an answer for this many milliseconds ends the bench: something is broken. */
const DEADLINE = 30_000;

/** A bot in its own process, logged in to a sandbox in this one. */
export interface RunningBot {
  readonly sandbox: Sandbox;
  readonly child: Child;
  /** Milliseconds from its start until its commands were registered and the first one was answered. */
  readonly ready: number;
  stop(): Promise<void>;
}

/** Paperboy with a store, or the bare bot. */
export type Program = { readonly database: string } | 'bare';

/**
 * @param environment variables for its process besides those that every bot here gets
 * @param discord the sandbox to log in to, which is closed with the bot; default: one without rate limits
 */
export async function startBot(
  workspace: Workspace,
  program: Program,
  environment: Readonly<Record<string, string>> = {},
  discord?: Sandbox,
): Promise<RunningBot> {
  const sandbox = discord ?? (await startSandbox({ rateLimits: false, deadline: DEADLINE }));
  const registered = once(sandbox.events, 'commands');
  const variables = {
    ...startSetting(),
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    PORT: '0',
    ...environment,
  };
  const started = performance.now();
  const child =
    program === 'bare'
      ? workspace.node(benchProgram('bare-bot'), variables)
      : workspace.node(paperboy('start'), { ...variables, DATABASE_URL: program.database });
  await Promise.race([
    registered,
    child.ended().then(() => {
      throw new Error('the bot ended before it was ready');
    }),
  ]);
  await answered(sandbox, 'help');
  const ready = performance.now() - started;
  return {
    sandbox,
    child,
    ready,
    async stop() {
      await child.stop();
      await sandbox.close();
    },
  };
}

/** Milliseconds to wait for an answer while the largest archive is being indexed. */
const INDEXED = 60_000;

/** Uses a slash command. @returns milliseconds until the person saw the answer */
export async function answered(
  sandbox: Sandbox,
  name: string,
  options: Readonly<Record<string, string | number>> = {},
): Promise<number> {
  const begun = performance.now();
  const outcome = await sandbox.command({ name, options });
  const { kind, ms, reason } = outcome;
  if (kind === 'message') return ms;
  if (kind !== 'deferred') throw new Error(`/${name} ${JSON.stringify(options)}: ${reason ?? kind}`);
  await sandbox.settled(outcome, { deadline: INDEXED });
  return performance.now() - begun;
}

/** Uses the next slash command. @returns milliseconds until its answer */
type UseNext = (bot: RunningBot, program: Program) => Promise<number>;

/** Cycles through all kinds of questions about these digests; the bare bot only gets `/help`. */
export function usesOf(files: readonly DigestFile[]): UseNext {
  const digests = files.map(({ markdown, day }) => parseDigest(markdown, { date: day }).digest);
  const kinds = questionsOf(Archive.of(digests)).filter(({ pressed }) => pressed === undefined);
  let call = 0;
  return ({ sandbox }, program) => {
    const kind = program === 'bare' ? undefined : kinds[call % kinds.length];
    const options = kind?.options[Math.floor(call / kinds.length) % kind.options.length];
    call += 1;
    return answered(sandbox, kind?.command ?? 'help', options);
  };
}
