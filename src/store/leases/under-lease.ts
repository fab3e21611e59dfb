import type { Day } from '../../archive/paper.ts';
import type { Lease } from './lease.ts';

/** Milliseconds. */
export const LEASE = 2 * 60 * 1000;
const RENEW_EVERY = 30 * 1000;

/** `first`: the first day, if the work is new. */
interface Worker {
  readonly lease: Lease;
  readonly owner: string;
  readonly first: Day;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/**
 * Runs `work` if this process gets the lease, and renews it meanwhile. The signal for `work` aborts if the lease is lost.
 *
 * @returns `elsewhere` if another process holds the lease
 */
export async function underLease<End>(
  { lease, owner, first, now, signal }: Worker,
  work: (since: Day, signal: AbortSignal) => Promise<End>,
): Promise<End | 'elsewhere'> {
  const since = await lease.since(first);
  if (!(await lease.take(owner, LEASE, now()))) return 'elsewhere';
  const lost = new AbortController();
  const timer = setInterval(() => {
    lease.take(owner, LEASE, now()).then(
      (held) => held || lost.abort(),
      () => lost.abort(),
    );
  }, RENEW_EVERY);
  try {
    return await work(since, AbortSignal.any([signal, lost.signal]));
  } finally {
    clearInterval(timer);
    await lease.release(owner);
  }
}
