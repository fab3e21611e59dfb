import {
  type AsOf,
  type AuthorList,
  type DatedDigest,
  type DatedListing,
  type Day,
  type Digest,
  type Listing,
  originOf,
  type PaperId,
} from '../paper.ts';
import { ORIGINS, type Origin } from './origins.ts';

/** The digests of one day, at most one of each origin. */
export type Parts = Readonly<Partial<Record<Origin, Digest>>>;

/** The listings of one paper on one day, the origin with precedence first. */
type Listed = readonly [DatedListing, ...DatedListing[]];

/** The order in which a paper names its origins: lowest precedence first. */
const NAMED = ORIGINS.toReversed();

/**
 * Merges the digests of one day into one with the papers of all, in the order of the origin with precedence. A paper in
 * several takes title, authors, picture and details from the first that has them, the summary from the last, and the
 * latest known votes.
 */
export function mergeDay(date: Day, parts: Parts): DatedDigest {
  const digests = ORIGINS.flatMap((origin) => parts[origin] ?? []);
  const fetched = digests.find((digest) => digest.fetched !== undefined)?.fetched;
  const isFinal = (digest: Digest) => digest.fetched?.final !== false;
  return {
    date,
    listings: union(digests.map(datedListings)),
    ...(fetched !== undefined && { fetched }),
    isFinal:
      digests.every(isFinal) || digests.some((digest) => isFinal(digest) && digest.listings.length > 0),
  };
}

/** @param lists the listings of each origin, highest precedence first */
function union(lists: readonly (readonly DatedListing[])[]): readonly DatedListing[] {
  const [first = [], ...others] = lists;
  if (others.length === 0) return first;
  const byPaper = lists.map((list) => new Map<PaperId, DatedListing>(list.map((one) => [one.paperId, one])));
  return lists.flatMap((list, at) =>
    list
      .filter(({ paperId }) => !byPaper.slice(0, at).some((before) => before.has(paperId)))
      .map((one) =>
        together([one, ...byPaper.slice(at + 1).flatMap((other) => other.get(one.paperId) ?? [])]),
      ),
  );
}

/** The origins of a paper, over all of its listings. */
export function originsOf(listings: readonly DatedListing[]): readonly Origin[] {
  return NAMED.filter((origin) => listings.some(({ origins }) => origins.includes(origin)));
}

/**
 * When votes were counted, in milliseconds since 1970. A Markdown digest counts at 23:00 UTC of its day. An unknown hour
 * counts as noon, for sorting only; nobody sees that hour.
 */
export function instantOf(asOf: AsOf): number {
  if (typeof asOf === 'number') return asOf;
  return typeof asOf === 'string' ? Date.parse(`${asOf}T23:00:00Z`) : Date.parse(`${asOf.day}T12:00:00Z`);
}

function datedListings(digest: Digest): readonly DatedListing[] {
  const { date, fetched, listings } = digest;
  const origins = [originOf(digest)];
  return listings.map((listing) => {
    if (fetched === undefined) return { ...listing, date, origins, votesAsOf: date };
    const votesAsOf = listing.details?.votesAsOf ?? fetched.at;
    return { ...listing, date, origins, votesAsOf, authors: ordered(listing) };
  });
}

function together(listed: Listed): DatedListing {
  const [first, ...others] = listed;
  if (others.length === 0) return first;
  const { votes, votesAsOf } = listed.reduce(withLaterVotes);
  return {
    ...first,
    votes,
    votesAsOf,
    authors: (listed.find(namesAuthors) ?? listed.at(-1) ?? first).authors,
    media: listed.find(({ media }) => media !== null)?.media ?? null,
    sections: listed.findLast(({ sections }) => sections.length > 0)?.sections ?? [],
    origins: originsOf(listed),
    ...detailsOf(listed),
  };
}

/** The later votes; if both were counted at the same time, or neither is known, those of the origin with precedence. */
function withLaterVotes(one: DatedListing, other: DatedListing): DatedListing {
  if (typeof other.votes !== 'number') return one;
  if (typeof one.votes !== 'number') return other;
  return instantOf(other.votesAsOf) > instantOf(one.votesAsOf) ? other : one;
}

function detailsOf(listed: Listed): Pick<Listing, 'details'> {
  const details = listed.find((listing) => listing.details !== undefined)?.details;
  return details === undefined ? {} : { details };
}

/** Whether a listing has an author list. One with only hidden authors counts: no other list may reveal them. */
function namesAuthors({ authors, details }: Listing): boolean {
  return authors.names.length > 0 || (details?.hiddenAuthors ?? 0) > 0;
}

/** Marks the authors of a fetched list as being in the paper's own order. */
function ordered(listing: Listing): AuthorList {
  const { names, cut } = listing.authors;
  return namesAuthors(listing) ? { names, cut, ordered: true } : listing.authors;
}

/** Reuses equal titles, names and pictures of the other digest, so that they are in memory once. */
export function sharingTexts(digest: Digest, other: Digest | undefined): Digest {
  if (other === undefined) return digest;
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
