import type { Logger } from 'pino';

/** How long the answer to a probe is waited for, in milliseconds, before another request may try. */
const PROBE = 15_000;

/**
 * Discord shuts an address out after 10,000 invalid requests (401, 403, 429) within 10 minutes. From this many on, each
 * further one closes the breaker.
 *
 * @see Discord docs, Rate Limits, Invalid Request Limit
 */
const INVALID_MAX = 4_000;
const INVALID_WINDOW = 600_000;

/** How long nothing leaves after a 429 that does not say how long to wait, in milliseconds. */
export const UNSAID_WAIT = 60_000;

/**
 * Holds requests back while Discord refuses the bot: after a refusal none leaves for a while, then a single one probes.
 * Only the answer to a request that left after the last refusal opens it again.
 */
export class Breaker {
  readonly #log: Logger | undefined;
  readonly #now: () => number;
  #closed: { readonly reason: string; readonly until: number } | null = null;
  #refusals = 0;
  #invalid = { count: 0, until: Number.NEGATIVE_INFINITY };

  /** @param now milliseconds on a clock that is never set */
  constructor(log?: Logger, now: () => number = () => performance.now()) {
    this.#log = log;
    this.#now = now;
  }

  /** Why Discord refuses the bot; null while it does not. */
  get refusal(): string | null {
    return this.#closed === null ? null : this.#closed.reason;
  }

  /** Milliseconds until the next request may leave. */
  get wait(): number {
    return this.#closed === null ? 0 : Math.max(0, this.#closed.until - this.#now());
  }

  /** A request leaves, which it may where there is no `wait`. @returns its pass, for `accept` */
  enter(): number {
    if (this.#closed !== null) this.#closed = { ...this.#closed, until: this.#now() + PROBE };
    return this.#refusals;
  }

  /** @param wait milliseconds until the next probe */
  refuse(reason: string, wait: number): void {
    if (this.#closed === null) this.#log?.error({ reason, wait }, 'Discord refuses the bot');
    this.#refusals += 1;
    this.#closed = { reason, until: this.#now() + wait };
  }

  /** An answer that is no refusal came for a request with this pass. */
  accept(pass: number): void {
    if (this.#closed === null || pass !== this.#refusals) return;
    this.#closed = null;
    this.#log?.info('Discord takes requests of the bot again');
  }

  /** Counts an answer that Discord holds against the address. */
  countInvalid(): void {
    const now = this.#now();
    if (now >= this.#invalid.until) this.#invalid = { count: 0, until: now + INVALID_WINDOW };
    this.#invalid.count += 1;
    if (this.#invalid.count >= INVALID_MAX) this.refuse('too many invalid requests', UNSAID_WAIT);
  }
}
