import type { Digest, Listing, PaperId } from '../paper.ts';

/**
 * One digest of a day with the texts of the other where both say the same: what stands in memory twice, titles and
 * names, then stands there once.
 */
export function sharingTexts(digest: Digest, other: Digest): Digest {
  const others = new Map<PaperId, Listing>(other.listings.map((listing) => [listing.paperId, listing]));
  const listings = digest.listings.map((listing) => {
    const same = others.get(listing.paperId);
    return same === undefined ? listing : sharing(listing, same);
  });
  return { ...digest, listings };
}

function sharing(listing: Listing, { title, authors, media }: Listing): Listing {
  const texts = new Map([title, ...authors.names].map((text) => [text, text]));
  const shared = (text: string) => texts.get(text) ?? text;
  const isSameMedia = listing.media?.url === media?.url && listing.media?.kind === media?.kind;
  return {
    ...listing,
    title: shared(listing.title),
    authors: { ...listing.authors, names: listing.authors.names.map(shared) },
    media: isSameMedia ? media : listing.media,
  };
}
