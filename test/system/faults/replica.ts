import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** How long a stop that was asked for may take, in milliseconds: posts under way are waited for. */
const STOP = 20_000;

/** Lines kept of what a bot said, to be shown when something went wrong. */
const KEPT = 200;

const lineSchema = z.looseObject({ level: z.number(), msg: z.string() });

/** A line of a bot's log. */
export type Line = z.output<typeof lineSchema>;

/** What clock.js says of each message. */
const SENT = 'sends a message';

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** The bot as users run it: `paperboy start` in a process of its own. None outlives the process that started it. */
export class Replica {
  /** What it said last, line by line; lines that are not of its log have level 0. */
  readonly lines: Line[] = [];
  /** When it sent a message, milliseconds since 1970. */
  readonly sent: number[] = [];
  /** Resolves with the exit code, or with the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  readonly #child: ChildProcess;
  readonly #waiting = new Set<(line: Line) => void>();

  /** @param environment where its Discord and its store are, and the file with its clock, if any */
  constructor(environment: Readonly<Record<string, string>>) {
    const clock = environment.CLOCK_FILE === undefined ? [] : ['--import', './test/system/faults/clock.js'];
    const words = [...clock, '--import', './src/node-version.js', 'src/main.ts', 'start'];
    const env = { PATH: process.env.PATH ?? '', PORT: '0', HUGGINGFACE_URL: 'off', ...environment };
    const child = spawn(process.execPath, words, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
    running.add(child);
    this.#child = child;
    this.ended = once(child, 'close').then(([code, signal]) => {
      running.delete(child);
      return code ?? signal;
    });
    if (child.stderr !== null)
      createInterface({ input: child.stderr }).on('line', (text) => this.#hear(text));
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Stops it in the middle of whatever it does, until `thaw`. */
  freeze(): void {
    this.#child.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child.kill('SIGCONT');
  }

  /** Ends it without a word, as a power cut does. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to stop and waits. @returns the exit code, or the signal that ended it when it did not stop in time */
  async stop(): Promise<number | NodeJS.Signals | null> {
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP);
    this.#child.kill('SIGTERM');
    const how = await this.ended;
    clearTimeout(timer);
    return how;
  }

  /** Resolves when it says a line that begins so, now or earlier. @throws Error when it ends without */
  async says(beginning: string): Promise<Line> {
    const fits = ({ msg }: Line) => msg.startsWith(beginning);
    const said = this.lines.find(fits);
    if (said !== undefined) return said;
    const { promise, resolve, reject } = Promise.withResolvers<Line>();
    const listen = (line: Line) => {
      if (fits(line)) resolve(line);
    };
    this.#waiting.add(listen);
    void this.ended.then((how) =>
      reject(new Error(`the bot ended with ${how} before it said "${beginning}":\n${this.report()}`)),
    );
    return promise.finally(() => this.#waiting.delete(listen));
  }

  /** What it said last, for a reader. */
  report(): string {
    return this.lines.map((line) => JSON.stringify(line)).join('\n');
  }

  #hear(text: string): void {
    const line = read(text);
    if (line.msg === SENT) {
      this.sent.push(Number(line.at));
      return;
    }
    this.lines.push(line);
    if (this.lines.length > KEPT) this.lines.shift();
    for (const listen of this.#waiting) listen(line);
  }
}

function read(text: string): Line {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch {
    return { level: 0, msg: text };
  }
}
