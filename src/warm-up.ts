import { setImmediate } from 'node:timers/promises';
import type { OpenLibrary } from './library.ts';

/**
 * Indexes every paper and builds what the first question after new digests would have to wait for, step by step, so that
 * questions are answered in between; then frees the memory that this took. V8 would keep most of it: an idle bot never
 * fills the heap again, and so never collects. `npm start` lets the bot ask for that (`--expose-gc`).
 */
export async function warmUp({ archive, search }: Pick<OpenLibrary, 'archive' | 'search'>): Promise<void> {
  await archive.made();
  // The library already reported a failed index; posting works without search.
  await search.ready.catch(() => undefined);
  await setImmediate();
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
