/** At most 400 requests in any 5 minutes; Hugging Face allows 500 for each IP address. */
const AT_ONCE = 200;
const A_SECOND = 200 / 300;
/** With fewer requests left we wait for the reset: others may share our IP address. */
const KEEP_LEFT = 20;
/** The longest reset time that we believe, s. */
const PERIOD = 300;

interface Clock {
  readonly now: () => number;
  /** Rejects if the signal is aborted first. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

interface RateLimit {
  readonly remaining: number;
  readonly resetsIn: number;
}

/**
 * Reads `RateLimit: "api";r=480;t=120`; of several limits the one with the fewest requests left.
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

/** A token bucket that also waits when the server says that few requests are left. */
export class Pace {
  readonly #clock: Clock;
  #calls = AT_ONCE;
  #filledAt: number;
  #notBefore = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#filledAt = clock.now();
  }

  async turn(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const { now, sleep } = this.#clock;
    const late = this.#notBefore - now();
    if (late > 0) await sleep(late, signal);
    this.#fill();
    this.#calls -= 1;
    // Its token is taken already, so others queue behind it.
    if (this.#calls < 0) await sleep((-this.#calls / A_SECOND) * 1000, signal);
  }

  /** Call with the limit of each response. */
  note(limit: RateLimit | null): void {
    if (limit === null || limit.remaining >= KEEP_LEFT) return;
    this.#notBefore = this.#clock.now() + Math.min(limit.resetsIn, PERIOD) * 1000;
  }

  #fill(): void {
    const now = this.#clock.now();
    // A clock that was set back adds no requests.
    const seconds = Math.max(0, now - this.#filledAt) / 1000;
    this.#calls = Math.min(AT_ONCE, this.#calls + seconds * A_SECOND);
    this.#filledAt = now;
  }
}
