/**
 * Calls that may be made at once, and how many more each second: at most 400 in any 5 minutes, where Hugging Face
 * allows an address 500.
 */
const AT_ONCE = 200;
const A_SECOND = 200 / 300;

/** With fewer calls left than this the rest of the period is waited for: others may share the address. */
const KEEP_LEFT = 20;

/** The longest period that is believed, in seconds. */
const PERIOD = 300;

interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds; rejects when the signal is aborted before. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** What is left of a server's limit. */
export interface RateLimit {
  readonly remaining: number;
  /** Seconds until the limit is whole again. */
  readonly resetsIn: number;
}

/**
 * Reads `RateLimit: "api";r=480;t=120`; of several limits the one with the least left counts.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export function readRateLimit(header: string | null): RateLimit | null {
  let least: RateLimit | null = null;
  for (const part of (header ?? '').split(',')) {
    const remaining = /;\s*r=(\d{1,9})(?!\d)/.exec(part)?.[1];
    const resetsIn = /;\s*t=(\d{1,9})(?!\d)/.exec(part)?.[1];
    if (remaining === undefined || resetsIn === undefined) continue;
    const limit = { remaining: Number(remaining), resetsIn: Number(resetsIn) };
    if (least === null || limit.remaining < least.remaining) least = limit;
  }
  return least;
}

/** Keeps requests below a server's limit: a bucket of calls that fills again, and what the server says is left. */
export class Pace {
  readonly #clock: Clock;
  #calls = AT_ONCE;
  #filledAt: number;
  #notBefore = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#filledAt = clock.now();
  }

  /** Resolves when the next call may be made. */
  async turn(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const { now, sleep } = this.#clock;
    const late = this.#notBefore - now();
    if (late > 0) await sleep(late, signal);
    this.#fill();
    this.#calls -= 1;
    // Whoever comes next finds the call taken, also while this one still waits for it.
    if (this.#calls < 0) await sleep((-this.#calls / A_SECOND) * 1000, signal);
  }

  /** Notes what a server says is left. */
  note(limit: RateLimit | null): void {
    if (limit === null || limit.remaining >= KEEP_LEFT) return;
    this.#notBefore = this.#clock.now() + Math.min(limit.resetsIn, PERIOD) * 1000;
  }

  #fill(): void {
    const now = this.#clock.now();
    // A clock that was set back fills nothing.
    const seconds = Math.max(0, now - this.#filledAt) / 1000;
    this.#calls = Math.min(AT_ONCE, this.#calls + seconds * A_SECOND);
    this.#filledAt = now;
  }
}
