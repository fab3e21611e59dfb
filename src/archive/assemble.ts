import { isDoubtful } from './doubt.ts';
import type { AuthorList, DatedListing, Day, Paper } from './paper.ts';

/**
 * Puts a paper together from its listings: title and picture of the newest, votes of the newest that knows them,
 * summary of the newest that has one.
 *
 * @param listings all of one paper, newest first
 */
export function assemble(listings: readonly [DatedListing, ...DatedListing[]]): Paper {
  const [newest] = listings;
  const voted = votedIn(listings) ?? newest;
  const summarized = listings.find((listing) => listing.sections.length > 0) ?? newest;
  return {
    id: newest.paperId,
    title: newest.title,
    authors: authorsIn(listings),
    listings,
    votes: voted.votes,
    votesAsOf: voted.date,
    media: newest.media ?? listings.find((listing) => listing.media !== null)?.media ?? null,
    sections: summarized.sections,
    doubtful: isDoubtful(summarized.title, summarized.sections),
  };
}

/**
 * The listing a paper stands for in a period (both days included): the newest that knows its votes, else the newest.
 *
 * @returns undefined where the paper was not listed in the period
 */
export function listingIn(paper: Paper, from: Day, to: Day): DatedListing | undefined {
  if (paper.listings.length === 1) {
    const [only] = paper.listings;
    return only.date >= from && only.date <= to ? only : undefined;
  }
  const within = paper.listings.filter(({ date }) => date >= from && date <= to);
  return votedIn(within) ?? within[0];
}

/** The listing a paper stands for when all of its days count. */
export function listingOf({ listings }: Paper): DatedListing {
  return votedIn(listings) ?? listings[0];
}

/** Every name under which a listing of the paper names an author, each once. */
export function namesIn(paper: Paper): readonly string[] {
  if (paper.listings.length === 1) return paper.authors.names;
  return once(paper.listings.flatMap((listing) => listing.authors.names));
}

function votedIn(listings: readonly DatedListing[]): DatedListing | undefined {
  return listings.find(({ votes }) => typeof votes === 'number');
}

/** The newest listing's authors where that list is whole; else the longest whole list, else the longest. */
function authorsIn([newest, ...others]: readonly [DatedListing, ...DatedListing[]]): AuthorList {
  let best = newest.authors;
  if (best.cut || best.names.length === 0) {
    for (const { authors } of others) if (isBetter(authors, best)) best = authors;
  }
  return { names: once(best.names), cut: best.cut };
}

function isBetter(list: AuthorList, than: AuthorList): boolean {
  if (list.names.length === 0) return false;
  if (than.names.length === 0) return true;
  return list.cut === than.cut ? list.names.length > than.names.length : than.cut;
}

/** Digests repeat a name now and then ("Liang Wang, Liang Wang, Nan Yang"): a person wrote a paper once. */
function once(names: readonly string[]): readonly string[] {
  const different = new Set(names);
  return different.size === names.length ? names : [...different];
}
