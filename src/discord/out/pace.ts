import { setTimeout as pause } from 'node:timers/promises';

const SECOND = 1000;

/** The wait between two turns as a share of the even distance, so that delays are gradually made up for. */
const DISTANCE = 0.9;

/** Turns that may follow each other without a wait, so that late timers do not slow the pace down. */
const AT_ONCE = 5;

/**
 * Spreads requests evenly, so that no second has more than allowed. discord.js's own limit sends a whole second's requests
 * at once; on a busy machine two such bursts fell into one of Discord's seconds, and 3 % of them were answered with 429.
 */
export class RequestPace {
  readonly #perSecond: number;
  readonly #distance: number;
  /** When the next turn may be taken. Like all times here, in milliseconds on a monotonic clock. */
  #next = Number.NEGATIVE_INFINITY;
  /** When the last `perSecond` turns were taken, oldest first. */
  readonly #taken: number[] = [];
  #last: Promise<void> = Promise.resolve();

  /** @param perSecond turns a second: a whole number, or infinity */
  constructor(perSecond: number) {
    this.#perSecond = perSecond;
    this.#distance = (DISTANCE * SECOND) / perSecond;
  }

  /** Resolves when it is the caller's turn. @param signal gives up the turn; the promise then rejects with its reason */
  async turn(signal?: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = this.#last;
    this.#last = promise;
    try {
      // Callers wait for each other, so that timers that fire late and together do not release a burst.
      await before;
      const wait = this.wait(performance.now());
      if (wait > 0) await pause(wait, undefined, signal === undefined ? {} : { signal });
      this.take(performance.now());
    } finally {
      resolve();
    }
  }

  /** @returns milliseconds until the next turn may be taken */
  wait(now: number): number {
    const [oldest = now] = this.#taken;
    const full = this.#taken.length >= this.#perSecond ? oldest + SECOND : now;
    return Math.max(0, this.#next - now, full - now);
  }

  /** Notes that a turn was taken. */
  take(now: number): void {
    this.#next = Math.max(this.#next, now - AT_ONCE * this.#distance) + this.#distance;
    if (this.#perSecond === Number.POSITIVE_INFINITY) return;
    this.#taken.push(now);
    if (this.#taken.length > this.#perSecond) this.#taken.shift();
  }

  /** Lets all callers wait for `wait` milliseconds, because a refused request will be repeated then. */
  hold(wait: number, now: number): void {
    this.take(now + wait);
    this.#next = Math.max(this.#next, now + wait);
  }
}
