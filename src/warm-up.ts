import type { Turns } from './bot/turns.ts';
import type { OpenLibrary } from './library.ts';

/** The parts to warm up. */
export type Warmed = Pick<OpenLibrary, 'archive' | 'search'> & { readonly turns: Pick<Turns, 'quiet'> };

/** Milliseconds without a question after which memory is freed. */
const QUIET = 3_000;

/**
 * Indexes all papers and computes what the first question after new digests would have to wait for. This happens step by
 * step, so that questions are answered in between. Then it frees the memory that this took. V8 would keep most of it, because
 * an idle bot never fills the heap again and so never collects garbage. `npm start` lets the bot request a collection
 * (`--expose-gc`), which blocks for about 250 ms at 10,000 papers, so it waits until nobody asks.
 */
export async function warmUp({ archive, search, turns }: Warmed): Promise<void> {
  await archive.made();
  // The library already reported a failed index; posting works without search.
  await search.ready.catch(() => undefined);
  await turns.quiet(QUIET);
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
