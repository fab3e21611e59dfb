import { setTimeout } from 'node:timers/promises';

/** Waits for some work, but no longer than so many milliseconds; what the work comes to is not told. */
export async function withTimeout(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  const patience = setTimeout(Math.max(0, milliseconds), undefined, { signal: over.signal });
  try {
    await Promise.race([work, patience.catch(() => undefined)]);
  } finally {
    over.abort();
  }
}
