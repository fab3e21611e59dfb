import type { Digest, Listing, PaperId } from '../../archive/paper.ts';
import { complete } from './listing.ts';

/**
 * Puts two parts of one day together. Of a paper that stands in both, the first counts, completed by what only the
 * second says.
 */
export function together(first: Digest, second: Digest): Digest {
  const listings = new Map<PaperId, Listing>();
  for (const listing of [...first.listings, ...second.listings]) {
    const held = listings.get(listing.paperId);
    listings.set(listing.paperId, held === undefined ? listing : complete(held, listing));
  }
  return { date: first.date, listings: [...listings.values()] };
}
