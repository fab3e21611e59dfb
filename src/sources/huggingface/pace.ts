/**
 * Requests that may be made at once, and requests added each second. Together at most 400 in any 5 minutes; Hugging Face
 * allows 500 for each IP address.
 */
const AT_ONCE = 200;
const A_SECOND = 200 / 300;

/** With fewer requests left than this we wait until the server's limit resets: others may share our IP address. */
const KEEP_LEFT = 20;

/** The longest reset time we believe, in seconds. */
const PERIOD = 300;

interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after `milliseconds`; rejects if the signal is aborted first. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** A server's rate limit at this moment. */
interface RateLimit {
  readonly remaining: number;
  /** Seconds until the full limit is available again. */
  readonly resetsIn: number;
}

/**
 * Reads the header `RateLimit: "api";r=480;t=120`. Of several limits, takes the one with the fewest requests left.
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

/** Keeps requests below a server's limit with a token bucket, and waits when the server says that few are left. */
export class Pace {
  readonly #clock: Clock;
  #calls = AT_ONCE;
  #filledAt: number;
  #notBefore = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#filledAt = clock.now();
  }

  /** Resolves when the next request may be made. */
  async turn(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const { now, sleep } = this.#clock;
    const late = this.#notBefore - now();
    if (late > 0) await sleep(late, signal);
    this.#fill();
    this.#calls -= 1;
    // The request was already taken above, so a caller that comes during this wait queues behind it.
    if (this.#calls < 0) await sleep((-this.#calls / A_SECOND) * 1000, signal);
  }

  /** Takes note of the rate limit in a response. */
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
