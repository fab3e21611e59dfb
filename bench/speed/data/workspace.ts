import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DigestFile } from './vary.ts';

/** Milliseconds until a child that does not stop is killed. */
const PATIENCE = 10_000;

/** A temporary folder and child processes; both are removed when the run ends. */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'paperboy-bench-'));
  readonly #children = new Set<ChildProcess>();

  constructor() {
    process.once('exit', () => this.#clear());
    // exit() runs the handler above.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => process.exit(130));
  }

  /** Writes digests as files into a new folder. @returns its path */
  write(name: string, files: readonly DigestFile[]): string {
    const folder = join(this.folder, name);
    mkdirSync(folder);
    for (const { day, markdown } of files) writeFileSync(join(folder, `${day}.md`), markdown);
    return folder;
  }

  /**
   * Runs Node in the temporary folder, where no `.env` is.
   *
   * @param words what comes behind `node`
   */
  node(words: readonly string[], environment: Readonly<Record<string, string>>): Child {
    const child = spawn(process.execPath, words, {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH ?? '',
        // A new cache, so that the first start of a run compiles everything.
        NODE_COMPILE_CACHE: join(this.folder, 'compile-cache'),
        HUGGINGFACE_URL: 'off',
        LOG_LEVEL: 'warn',
        ...environment,
      },
    });
    this.#children.add(child);
    child.once('exit', () => this.#children.delete(child));
    return new Child(child);
  }

  #clear(): void {
    for (const child of this.#children) child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A running child. */
export class Child {
  readonly #process: ChildProcess;
  readonly #exit: Promise<void>;
  #said = '';
  #complaints = '';

  constructor(child: ChildProcess) {
    this.#process = child;
    this.#exit = once(child, 'close').then(() => undefined);
    child.stdout?.on('data', (text) => {
      this.#said += text;
    });
    child.stderr?.on('data', (text) => {
      this.#complaints = `${this.#complaints}${text}`.slice(-2000);
    });
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  get running(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Resolves when it has ended. @throws Error with what it said last when it failed */
  async ended(): Promise<void> {
    await this.#exit;
    const { exitCode, signalCode } = this.#process;
    if (exitCode !== 0) throw new Error(`a child ended with ${exitCode ?? signalCode}: ${this.#complaints}`);
  }

  /** Resolves with the lines that it has printed when it has ended. @throws Error as `ended` */
  async output(): Promise<readonly string[]> {
    await this.ended();
    return this.#said.trimEnd().split('\n');
  }

  /** Asks it to end and waits; the compile cache is written then. */
  async stop(): Promise<void> {
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), PATIENCE);
    this.#process.kill('SIGTERM');
    await this.#exit;
    clearTimeout(timer);
  }
}
