import { setTimeout as pause } from 'node:timers/promises';

/** Turns that may be made up for after a delay, so that late timers do not slow the pace down. */
const SLACK = 2;

/**
 * Spreads turns evenly: in no second are there more than those of a second and the few made up for. discord.js' own
 * limit lets a whole second's go at once, and on a busy machine two such bursts fell into one of Discord's seconds: 3 %
 * of them were answered by 429.
 */
export class Pace {
  readonly #interval: number;
  #next = Number.NEGATIVE_INFINITY;
  #last: Promise<void> = Promise.resolve();

  /** @param perSecond turns a second; infinitely many are allowed */
  constructor(perSecond: number) {
    this.#interval = 1000 / perSecond;
  }

  /** Resolves when it is the caller's turn. @param signal gives the turn up; rejects with its reason */
  async turn(signal?: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = this.#last;
    this.#last = promise;
    try {
      // One after another: timers that come late, all at once, are no reason to go all at once.
      await before;
      const wait = this.take(performance.now());
      if (wait > 0) await pause(wait, undefined, signal === undefined ? {} : { signal });
    } finally {
      resolve();
    }
  }

  /**
   * Somebody's turn came to nothing and is repeated after a wait: the others wait as well, and for the repetition.
   *
   * @param wait milliseconds
   * @param now as for `take`
   */
  hold(wait: number, now: number): void {
    this.#next = Math.max(this.#next, now + wait) + this.#interval;
  }

  /**
   * Takes the next turn.
   *
   * @param now milliseconds on a clock that is never set; turns are taken when those before have come
   * @returns milliseconds until it comes
   */
  take(now: number): number {
    const turn = Math.max(this.#next, now - SLACK * this.#interval);
    this.#next = turn + this.#interval;
    return Math.max(0, turn - now);
  }
}
