import type { Digest, Listing, PaperId } from '../../archive/paper.ts';
import { complete } from './listing.ts';

/**
 * Joins two parts of one day. Of a paper in both the first listing counts, with the fields it lacks from the second.
 */
export function together(first: Digest, second: Digest): Digest {
  const listings = new Map<PaperId, Listing>();
  for (const listing of [...first.listings, ...second.listings]) {
    const held = listings.get(listing.paperId);
    listings.set(listing.paperId, held === undefined ? listing : complete(held, listing));
  }
  return { date: first.date, listings: [...listings.values()] };
}
