import { setTimeout } from 'node:timers/promises';
import { withTimeout } from '../out/with-timeout.ts';

/** Answers under way; a stop waits for them. */
export class PendingReplies {
  readonly #open = new Set<Promise<void>>();
  readonly #end = new AbortController();

  /** Aborts when a stop stops waiting. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  add(answer: Promise<void>): void {
    const answered = answer.finally(() => this.#open.delete(answered));
    this.#open.add(answered);
  }

  /** Waits until nothing is open and nothing new came for `quiet` milliseconds; at most about `limit` milliseconds. */
  async drained(quiet: number, limit: number): Promise<void> {
    const end = performance.now() + limit;
    do {
      await withTimeout(end - performance.now(), Promise.all(this.#open));
      await setTimeout(quiet);
    } while (this.#open.size > 0 && performance.now() < end);
  }

  /** Waits at most `limit` milliseconds, then aborts the rest. */
  async finish(limit: number): Promise<void> {
    await withTimeout(limit, Promise.all(this.#open));
    this.#end.abort();
  }
}
