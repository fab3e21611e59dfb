import { setTimeout as pause } from 'node:timers/promises';

const SECOND = 1000;
/** The wait between two turns as a share of the even distance, so that delays are made up for. */
const DISTANCE = 0.9;
/** Turns in a row without a wait, so that late timers do not slow the pace. */
const AT_ONCE = 5;

/**
 * Spreads requests evenly. discord.js sends a whole second's requests at once; two such bursts can fall into one of
 * Discord's seconds, and 3 % were answered with 429.
 */
export class RequestPace {
  readonly #perSecond: number;
  readonly #distance: number;
  /** When the next turn may be taken. All times are milliseconds on a monotonic clock. */
  #next = Number.NEGATIVE_INFINITY;
  /** The last `perSecond` turns, oldest first. */
  readonly #taken: number[] = [];
  #last: Promise<void> = Promise.resolve();

  /** @param perSecond a whole number, or infinity */
  constructor(perSecond: number) {
    this.#perSecond = perSecond;
    this.#distance = (DISTANCE * SECOND) / perSecond;
  }

  /** Waits for the caller's turn. @param signal gives the turn up; rejects with its reason */
  async turn(signal?: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = this.#last;
    this.#last = promise;
    try {
      // One caller after the other, so that timers that fire late together release no burst.
      await before;
      const wait = this.wait(performance.now());
      if (wait > 0) await pause(wait, undefined, signal === undefined ? {} : { signal });
      this.take(performance.now());
    } finally {
      resolve();
    }
  }

  wait(now: number): number {
    const [oldest = now] = this.#taken;
    const full = this.#taken.length >= this.#perSecond ? oldest + SECOND : now;
    return Math.max(0, this.#next - now, full - now);
  }

  take(now: number): void {
    this.#next = Math.max(this.#next, now - AT_ONCE * this.#distance) + this.#distance;
    if (this.#perSecond === Number.POSITIVE_INFINITY) return;
    this.#taken.push(now);
    if (this.#taken.length > this.#perSecond) this.#taken.shift();
  }

  /** Makes all callers wait, because a refused request is repeated in `wait` milliseconds. */
  hold(wait: number, now: number): void {
    this.take(now + wait);
    this.#next = Math.max(this.#next, now + wait);
  }
}
