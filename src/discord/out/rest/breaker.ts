import type { Logger } from 'pino';

/** Milliseconds to wait for the answer to a probe before another request may try. */
const PROBE = 15_000;

/**
 * Discord blocks an IP address after 10,000 invalid requests (401, 403, 429) within 10 minutes. From `INVALID_MAX` within
 * `INVALID_WINDOW` milliseconds, each further one closes the breaker.
 *
 * @see Discord docs, Rate Limits, Invalid Request Limit
 */
const INVALID_MAX = 4_000;
const INVALID_WINDOW = 600_000;

/** Milliseconds without requests after a 429 that does not say how long to wait. */
export const UNSAID_WAIT = 60_000;

/**
 * Holds requests back while Discord refuses the bot: after a refusal none is sent for a while, then a single one probes.
 * Only the answer to a request sent after the last refusal opens the breaker again.
 */
export class Breaker {
  readonly #log: Logger | undefined;
  readonly #now: () => number;
  #closed: { readonly reason: string; readonly until: number } | null = null;
  #refusals = 0;
  #invalid = { count: 0, until: Number.NEGATIVE_INFINITY };

  /** @param now milliseconds on a monotonic clock */
  constructor(log?: Logger, now: () => number = () => performance.now()) {
    this.#log = log;
    this.#now = now;
  }

  /** Why Discord refuses the bot; null while it does not. */
  get refusal(): string | null {
    return this.#closed === null ? null : this.#closed.reason;
  }

  /** Milliseconds until the next request may be sent. */
  get wait(): number {
    return this.#closed === null ? 0 : Math.max(0, this.#closed.until - this.#now());
  }

  /** Notes that a request is sent; call only when `wait` is 0. @returns a pass to give to `accept` */
  enter(): number {
    if (this.#closed !== null) this.#closed = { ...this.#closed, until: this.#now() + PROBE };
    return this.#refusals;
  }

  /** Closes the breaker. @param wait milliseconds until the next probe */
  refuse(reason: string, wait: number): void {
    if (this.#closed === null) this.#log?.error({ reason, wait }, 'Discord refuses the bot');
    this.#refusals += 1;
    this.#closed = { reason, until: this.#now() + wait };
  }

  /** Notes that the request with this pass was answered without a refusal; opens the breaker if none came since. */
  accept(pass: number): void {
    if (this.#closed === null || pass !== this.#refusals) return;
    this.#closed = null;
    this.#log?.info('Discord takes requests of the bot again');
  }

  /** Counts an answer that Discord counts as an invalid request of this IP address. */
  countInvalid(): void {
    const now = this.#now();
    if (now >= this.#invalid.until) this.#invalid = { count: 0, until: now + INVALID_WINDOW };
    this.#invalid.count += 1;
    if (this.#invalid.count >= INVALID_MAX) this.refuse('too many invalid requests', UNSAID_WAIT);
  }
}
