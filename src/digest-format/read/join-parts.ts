import { keepHeld, type Unread } from '../../archive/merge/held.ts';
import type { Digest, Listing, PaperId } from '../../archive/paper.ts';
import { complete } from './listing.ts';

/** A part of a day, with what could not be read. */
interface Source {
  readonly digest: Digest;
  readonly unread?: Unread | undefined;
}

/** Joins two parts of one day. The second fills gaps in the papers of the first. */
export function together(first: Source, second: Source): Source {
  const fields = new Map(first.unread?.fields);
  const { digest } = keepHeld(first.digest, { entries: [], fields }, second.digest);
  const listings = new Map<PaperId, Listing>(digest.listings.map((listing) => [listing.paperId, listing]));
  for (const listing of second.digest.listings) {
    const { paperId } = listing;
    const unread = second.unread?.fields.get(paperId);
    const held = listings.get(paperId);
    listings.set(paperId, held === undefined ? listing : complete(held, listing));
    // Unread only if it is unread in both.
    if (held === undefined) fields.set(paperId, unread ?? new Set());
    else fields.set(paperId, fields.get(paperId)?.intersection(unread ?? new Set()) ?? new Set());
  }
  const entries = [...(first.unread?.entries ?? []), ...(second.unread?.entries ?? [])];
  return { digest: { ...first.digest, listings: [...listings.values()] }, unread: { entries, fields } };
}
