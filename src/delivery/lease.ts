/** Ends an attempt: its delivery may belong to another process by now. */
export class LeaseEnded extends Error {
  override readonly name = 'LeaseEnded';
  constructor() {
    super('the lease of the delivery has ended');
  }
}

/**
 * Starts a lease of `length` milliseconds before the store is asked for it, so that it ends here first.
 *
 * @param now milliseconds since 1970; may be set
 * @param steady milliseconds; never set, but stops while the machine sleeps
 * @returns whether the lease is live by both clocks
 */
export function beginLease(now: () => number, steady: () => number, length: number): () => boolean {
  const [since, steadySince] = [now(), steady()];
  return () => now() - since < length && steady() - steadySince < length;
}
