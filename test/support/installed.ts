import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** What the kernel counts time in, in milliseconds. @see proc_pid_stat(5) */
const TICK = 10;

/** An environment as a new user's: nothing of this one's but the way to npm, and to the Node that the tests run on. */
export const CLEAN = {
  PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
  HOME: process.env.HOME ?? '',
};

/** npm finds the registry by variables of its own, and by those of proxies and certificates. */
const FOR_NPM = { ...process.env, ...CLEAN, NODE_ENV: '' };

/** Runs npm to its end. @returns what it printed @throws Error when it fails */
export const npm = (args: readonly string[], cwd: string) => run('npm', args, cwd, FOR_NPM);

/** Runs a program to its end in an empty environment. @returns what it printed @throws Error when it fails */
export async function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = CLEAN,
): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { cwd, env, maxBuffer: 2 ** 26 });
  return stdout;
}

/** A new folder, and what removes it. */
export function emptyFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-installed-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The room that a folder takes on the disk, in megabytes, as `du -sm` counts it. */
export function megabytesOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const blocks = files
    .filter((file) => !file.isSymbolicLink())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).blocks, 0);
  return (blocks * 512) / 2 ** 20;
}

/** A started program in the sandbox. */
interface Started {
  /** Where its page is. */
  readonly url: string;
  readonly out: string;
  /** The time that it used of the processors until it was ready, in milliseconds. */
  readonly cpu: number;
  /** Stops it as a supervisor does. @returns its exit code */
  stop(): Promise<number | null>;
}

/** Starts a program in an empty environment and waits until it names its page. */
export async function startInstalled(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<Started> {
  const env = { ...CLEAN, PORT: '0', HUGGINGFACE_URL: 'off' };
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let out = '';
  let url: string | undefined;
  for await (const chunk of child.stdout) {
    out += chunk;
    url = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
    if (url !== undefined) break;
  }
  if (url === undefined) throw new Error(`it ended: ${out}`);
  const [, fields = ''] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ');
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
  return {
    url,
    out,
    cpu: (user + system) * TICK,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
  };
}
