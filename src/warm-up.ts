import type { Turns } from './bot/turns.ts';
import type { OpenLibrary } from './library.ts';

/** What is warmed up. */
export type Warmed = Pick<OpenLibrary, 'archive' | 'search'> & { readonly turns: Pick<Turns, 'quiet'> };

/** Milliseconds without a question after which memory is freed. */
const QUIET = 3_000;

/**
 * Indexes every paper and builds what the first question after new digests would have to wait for, step by step, so that
 * questions are answered in between; then frees the memory that this took. V8 would keep most of it: an idle bot never
 * fills the heap again, and so never collects. `npm start` lets the bot ask for that (`--expose-gc`). Collecting blocks
 * for some 250 ms at 10,000 papers, so it waits until nobody asks.
 */
export async function warmUp({ archive, search, turns }: Warmed): Promise<void> {
  await archive.made();
  // The library already reported a failed index; posting works without search.
  await search.ready.catch(() => undefined);
  await turns.quiet(QUIET);
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
