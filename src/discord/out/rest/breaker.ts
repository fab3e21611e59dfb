import type { Logger } from 'pino';

/** How long to wait for the answer to a probe before the next one, ms. */
const PROBE = 15_000;

/**
 * Discord blocks an IP address after 10,000 invalid requests (401, 403, 429) in 10 minutes; the breaker closes before.
 *
 * @see Discord docs, Rate Limits, Invalid Request Limit
 */
const INVALID_MAX = 4_000;
const INVALID_WINDOW = 600_000;
/** Pause after a 429 that does not say how long to wait, ms. */
export const UNSAID_WAIT = 60_000;

/**
 * Holds requests back while Discord refuses the bot: it waits, then a single request probes. Only an answer to a request
 * sent after the last refusal opens the breaker.
 */
export class Breaker {
  readonly #log: Logger | undefined;
  readonly #now: () => number;
  #closed: { readonly reason: string; readonly until: number } | null = null;
  #refusals = 0;
  #invalid = { count: 0, until: Number.NEGATIVE_INFINITY };

  constructor(log?: Logger, now: () => number = () => performance.now()) {
    this.#log = log;
    this.#now = now;
  }

  /** Why Discord refuses the bot; null while it does not. */
  get refusal(): string | null {
    return this.#closed === null ? null : this.#closed.reason;
  }

  get wait(): number {
    return this.#closed === null ? 0 : Math.max(0, this.#closed.until - this.#now());
  }

  /** Call before each request, when `wait` is 0. @returns a pass for `accept` */
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

  /** The request with this pass was not refused: opens the breaker if no refusal came since. */
  accept(pass: number): void {
    if (this.#closed === null || pass !== this.#refusals) return;
    this.#closed = null;
    this.#log?.info('Discord takes requests of the bot again');
  }

  countInvalid(): void {
    const now = this.#now();
    if (now >= this.#invalid.until) this.#invalid = { count: 0, until: now + INVALID_WINDOW };
    this.#invalid.count += 1;
    if (this.#invalid.count >= INVALID_MAX) this.refuse('too many invalid requests', UNSAID_WAIT);
  }
}
