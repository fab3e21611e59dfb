import { setTimeout } from 'node:timers/promises';

/** Waits until `work` settles, but at most `milliseconds`. Rejects if `work` rejects in that time; returns nothing. */
export async function withTimeout(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  const patience = setTimeout(Math.max(0, milliseconds), undefined, { signal: over.signal });
  try {
    await Promise.race([work, patience.catch(() => undefined)]);
  } finally {
    over.abort();
  }
}
