import type { Turns } from './bot/turns.ts';
import type { OpenLibrary } from './library.ts';

export type Warmed = Pick<OpenLibrary, 'archive' | 'search'> & { readonly turns: Pick<Turns, 'quiet'> };

/** Memory is freed after this time without a question, ms. */
const QUIET = 3_000;

/**
 * Indexes all papers in steps, and computes what the next question needs. Then it frees the memory that this took, which V8
 * would keep: `npm start` lets the bot request a collection (`--expose-gc`). That blocks for 250 ms at 10,000 papers, so it
 * waits until nobody asks.
 */
export async function warmUp({ archive, search, turns }: Warmed): Promise<void> {
  await archive.made();
  // The library already reported a failed index; posting works without search.
  await search.ready.catch(() => undefined);
  await turns.quiet(QUIET);
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
