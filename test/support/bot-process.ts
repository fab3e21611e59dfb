import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the kernel counts time in, in milliseconds. @see proc_pid_stat(5), sysconf(3) _SC_CLK_TCK */
const TICK = 10;

/** The bot as `npm start` runs it, in a process of its own. */
interface BotProcess {
  /** Its log, line by line. */
  readonly log: readonly string[];
  /** Resolves when its log holds a line that fits. */
  logged(fits: RegExp): Promise<void>;
  /** The time that it has used of the processors so far, in milliseconds. */
  cpu(): number;
}

/** Starts the bot against a Discord at this address; it ends with the test. */
export function startBotProcess(api: string, token: string, environment: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-'));
  const env = {
    PATH: process.env.PATH ?? '',
    DISCORD_TOKEN: token,
    DISCORD_API_URL: api,
    DATABASE_URL: `sqlite:${folder}/paperboy.db`,
    HUGGINGFACE_URL: 'off',
    PORT: '0',
    ...environment,
  };
  const program = ['--expose-gc', '--import', './src/node-version.js', 'src/main.ts', 'start'];
  const child = spawn(process.execPath, program, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const log: string[] = [];
  let wake: () => void = () => undefined;
  createInterface({ input: child.stderr }).on('line', (line) => {
    log.push(line);
    wake();
  });
  const ended = once(child, 'exit');
  void ended.then(() => wake());
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const bot: BotProcess = {
    log,
    async logged(fits) {
      while (!log.some((line) => fits.test(line))) {
        if (child.exitCode !== null) throw new Error(`the bot ended: ${log.join('\n')}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    cpu() {
      const [, fields = ''] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ');
      const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
      return (user + system) * TICK;
    },
  };
  return bot;
}
