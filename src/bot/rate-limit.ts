/** `burst`: the most at once; `every`: milliseconds until one more is allowed. */
export interface Rate {
  readonly burst: number;
  readonly every: number;
}

/** Above this number full buckets are removed. */
const BUCKETS_MAX = 10_000;

/** A token bucket per key, in memory. */
export class Buckets {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, { readonly left: number; readonly at: number }>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Milliseconds until the key has a token; takes none. */
  wait(key: string, now: number): number {
    const left = this.#leftOf(key, now);
    return left >= 1 ? 0 : Math.ceil((1 - left) * this.#rate.every);
  }
  /** Takes a token. Call only if `wait` is 0. */
  take(key: string, now: number): void {
    const left = this.#leftOf(key, now) - 1;
    if (this.#buckets.size >= BUCKETS_MAX) this.#forget(now);
    this.#buckets.set(key, { left, at: now });
  }

  #leftOf(key: string, now: number): number {
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) return this.#rate.burst;
    // A clock that was set back changes nothing.
    const passed = Math.max(0, now - bucket.at);
    return Math.min(this.#rate.burst, bucket.left + passed / this.#rate.every);
  }

  #forget(now: number): void {
    for (const key of this.#buckets.keys()) {
      if (this.#leftOf(key, now) >= this.#rate.burst) this.#buckets.delete(key);
    }
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined && this.#buckets.size >= BUCKETS_MAX) this.#buckets.delete(oldest);
  }
}
