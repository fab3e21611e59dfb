import { setTimeout as pause } from 'node:timers/promises';

const SECOND = 1000;

/** Turns follow each other at this part of the even distance, so that a delay is made up for little by little … */
const DISTANCE = 0.9;

/** … and so many at once, so that timers, which are always late, do not slow the pace down. */
const AT_ONCE = 5;

/**
 * Spreads turns: in no second are there more than allowed, and never many at once. discord.js' own limit lets a whole
 * second's go at once, and on a busy machine two such bursts fell into one of Discord's seconds: 3 % of them were
 * answered by 429.
 */
export class RequestPace {
  readonly #perSecond: number;
  readonly #distance: number;
  /** From when the next turn may be taken. */
  #next = Number.NEGATIVE_INFINITY;
  /** When the last turns came, a second's, oldest first; as all times here, in milliseconds on a clock never set. */
  readonly #taken: number[] = [];
  #last: Promise<void> = Promise.resolve();

  /** @param perSecond turns a second, a whole number or infinitely many */
  constructor(perSecond: number) {
    this.#perSecond = perSecond;
    this.#distance = (DISTANCE * SECOND) / perSecond;
  }

  /** Resolves when it is the caller's turn. @param signal gives the turn up; rejects with its reason */
  async turn(signal?: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = this.#last;
    this.#last = promise;
    try {
      // One after another: timers that come late, all at once, are no reason to go all at once.
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

  /** A turn is taken. */
  take(now: number): void {
    this.#next = Math.max(this.#next, now - AT_ONCE * this.#distance) + this.#distance;
    if (this.#perSecond === Number.POSITIVE_INFINITY) return;
    this.#taken.push(now);
    if (this.#taken.length > this.#perSecond) this.#taken.shift();
  }

  /** Somebody's turn came to nothing and is repeated after a wait, in milliseconds: the others wait as well. */
  hold(wait: number, now: number): void {
    this.take(now + wait);
    this.#next = Math.max(this.#next, now + wait);
  }
}
