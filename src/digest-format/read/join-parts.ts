import { keepHeld, type Unread } from '../../archive/merge/held.ts';
import type { Digest, Listing, PaperId } from '../../archive/paper.ts';
import { complete } from './listing.ts';

/** One source of a day, and what of it could not be read. */
interface Source {
  readonly digest: Digest;
  readonly unread?: Unread | undefined;
}

/**
 * Puts two sources of one day together. Of a paper that stands in both, the first counts, completed by what only the
 * second says.
 */
export function together(first: Source, second: Source): Source {
  const fields = new Map(first.unread?.fields);
  const { digest } = keepHeld(first.digest, { entries: [], fields }, second.digest);
  const listings = new Map<PaperId, Listing>(digest.listings.map((listing) => [listing.paperId, listing]));
  for (const listing of second.digest.listings) {
    const { paperId } = listing;
    const unread = second.unread?.fields.get(paperId);
    const held = listings.get(paperId);
    listings.set(paperId, held === undefined ? listing : complete(held, listing));
    // What one of them told is known.
    if (held === undefined) fields.set(paperId, unread ?? new Set());
    else fields.set(paperId, fields.get(paperId)?.intersection(unread ?? new Set()) ?? new Set());
  }
  const entries = [...(first.unread?.entries ?? []), ...(second.unread?.entries ?? [])];
  return { digest: { ...first.digest, listings: [...listings.values()] }, unread: { entries, fields } };
}
