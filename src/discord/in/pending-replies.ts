import { setTimeout } from 'node:timers/promises';
import { withTimeout } from '../out/with-timeout.ts';

/** What is being answered; a stop waits for it. */
export class PendingReplies {
  readonly #open = new Set<Promise<void>>();
  readonly #end = new AbortController();

  /** Ends the requests of answers that a stop no longer waits for. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** @param answer never rejects */
  add(answer: Promise<void>): void {
    const answered = answer.finally(() => this.#open.delete(answered));
    this.#open.add(answered);
  }

  /**
   * Resolves when nothing is left unanswered and nothing has come for `quiet` milliseconds, at the latest after
   * `limit` milliseconds.
   */
  async drained(quiet: number, limit: number): Promise<void> {
    const end = performance.now() + limit;
    do {
      await withTimeout(end - performance.now(), Promise.all(this.#open));
      await setTimeout(quiet);
    } while (this.#open.size > 0 && performance.now() < end);
  }

  /** Waits for the answers that are on their way, at most `limit` milliseconds, and gives up the others. */
  async finish(limit: number): Promise<void> {
    await withTimeout(limit, Promise.all(this.#open));
    this.#end.abort();
  }
}
