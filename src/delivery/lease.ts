/** Ends an attempt whose lease has ended: the delivery may belong to another process by now. */
export class LeaseEnded extends Error {
  override readonly name = 'LeaseEnded';

  constructor() {
    super('the lease of the delivery has ended');
  }
}

/** Two clocks, in milliseconds. */
export interface Clocks {
  /** Since 1970; may be set. */
  readonly now: () => number;
  /** Never set, but stands still while the machine sleeps. */
  readonly steady: () => number;
}

/**
 * Begins a lease at this moment, before the store is asked for it, so that it ends here no later than there.
 *
 * @param length milliseconds
 * @returns whether it holds still, by both clocks
 */
export function beginLease({ now, steady }: Clocks, length: number): () => boolean {
  const taken = now();
  const steadily = steady();
  return () => now() - taken < length && steady() - steadily < length;
}
