import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** Turns the compile cache on: half of a short program's CPU time. */
const CACHE = fileURLToPath(new URL('../../src/node-version.js', import.meta.url));

/** A program of the tests in a process of its own, killed at the latest when the test is over. */
export class Child {
  /** What it has said, line by line. */
  readonly lines: string[] = [];
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  #wake: () => void = () => undefined;

  /** @param program the address of the file, as `import.meta.resolve` gives it */
  constructor(program: string, args: readonly string[]) {
    const words = ['--import', CACHE, fileURLToPath(program), ...args];
    const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#process = child;
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      this.lines.push(line);
      this.#wake();
    });
    this.#ended = Promise.all([once(child, 'exit'), once(lines, 'close')]);
    void this.#ended.then(() => this.#wake());
    onTestFinished(() => void child.kill('SIGKILL'));
  }

  /** Resolves when it has said as many lines that fit; rejects when it ends before. */
  async said(fits: RegExp, count = 1): Promise<void> {
    while (this.lines.filter((line) => fits.test(line)).length < count) {
      if (this.#process.exitCode !== null) throw new Error(`ended after ${this.lines.join(', ')}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Lets it begin. */
  go(): void {
    this.#process.stdin?.end('go');
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }

  /** @returns its exit code */
  async ended(): Promise<number | null> {
    await this.#ended;
    return this.#process.exitCode;
  }
}
