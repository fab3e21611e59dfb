import { setTimeout } from 'node:timers/promises';
import { withTimeout } from '../out/with-timeout.ts';

/** The answers in progress. A stop waits for them. */
export class PendingReplies {
  readonly #open = new Set<Promise<void>>();
  readonly #end = new AbortController();

  /** Aborts when a stop no longer waits, so that open requests end. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** @param answer must never reject */
  add(answer: Promise<void>): void {
    const answered = answer.finally(() => this.#open.delete(answered));
    this.#open.add(answered);
  }

  /**
   * Resolves when everything is answered and nothing new came for `quiet` milliseconds, at the latest after about `limit`
   * milliseconds.
   */
  async drained(quiet: number, limit: number): Promise<void> {
    const end = performance.now() + limit;
    do {
      await withTimeout(end - performance.now(), Promise.all(this.#open));
      await setTimeout(quiet);
    } while (this.#open.size > 0 && performance.now() < end);
  }

  /** Waits at most `limit` milliseconds for the answers in progress, then aborts the rest. */
  async finish(limit: number): Promise<void> {
    await withTimeout(limit, Promise.all(this.#open));
    this.#end.abort();
  }
}
