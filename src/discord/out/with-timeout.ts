import { setTimeout } from 'node:timers/promises';

/** @returns the result of `work`, or null if it takes longer than `milliseconds` */
export async function withTimeout<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  const over = new AbortController();
  const late = setTimeout(Math.max(0, milliseconds), null, { signal: over.signal });
  try {
    return await Promise.race([work, late.catch(() => null)]);
  } finally {
    over.abort();
  }
}
