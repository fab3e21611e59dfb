import type { Day } from '../../archive/paper.ts';
import type { Lease } from './lease.ts';

/** Milliseconds of a lease, and between two renewals while the work lasts. */
export const LEASE = 2 * 60 * 1000;
const RENEW_EVERY = 30 * 1000;

/** Who does the work, and its first day if it is new. */
interface Worker {
  readonly lease: Lease;
  readonly owner: string;
  readonly first: Day;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/**
 * Works while this process holds the lease. The signal aborts when it loses the lease; the end releases it.
 *
 * @returns `elsewhere` while another process holds it
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
