import { writtenOf } from '../model-summaries.ts';
import type { AuthorList, DatedListing, Day, Details, Paper, PaperRecord, Written } from '../paper.ts';
import { instantOf, originsOf } from './merge.ts';

type Listings = readonly [DatedListing, ...DatedListing[]];

/** Facts about a paper that its listings do not have. */
export interface Known {
  /** All summaries that a model wrote of it, in the order of writing. */
  readonly written?: readonly Written[] | undefined;
  /** Whether its summary may describe another paper. */
  readonly doubtful?: boolean;
  /** A source's answer to a request by id. */
  readonly record?: PaperRecord | null;
}

/**
 * Builds a paper from its listings: the title of the newest, and votes, picture and summary of the newest that has them.
 *
 * @param listings all listings of the paper, newest first
 */
export function assemble(
  listings: Listings,
  { written = [], doubtful = false, record = null }: Known = {},
): Paper {
  const [newest] = listings;
  const { title } = newest;
  const { votes, votesAsOf } = listingOf({ listings });
  const details = detailsOf(listings, record);
  return {
    id: newest.paperId,
    title,
    authors: authorsOf(listings, record),
    listings,
    votes,
    votesAsOf,
    media: listings.find(({ media }) => media !== null)?.media ?? record?.listing.media ?? null,
    sections: summarizedIn(listings).sections,
    details,
    origins: listings.length === 1 ? newest.origins : originsOf(listings),
    doubtful,
    written: written.length === 0 ? undefined : writtenOf(title, details?.abstract ?? null, written),
  };
}

/**
 * The listing that represents a paper in a period (both days included): the newest with known votes, else the newest.
 *
 * @returns undefined if the paper was not listed in the period
 */
export function listingIn(paper: Paper, from: Day, to: Day): DatedListing | undefined {
  return listingOn(paper, (date) => date >= from && date <= to);
}

/** The listing that represents a paper on some days: the newest with known votes, else the newest. */
export function listingOn({ listings }: Paper, isOn: (day: Day) => boolean): DatedListing | undefined {
  let newest: DatedListing | undefined;
  for (const listing of listings) {
    if (!isOn(listing.date)) continue;
    if (typeof listing.votes === 'number') return listing;
    newest ??= listing;
  }
  return newest;
}

/** The listing that represents a paper over all of its days. */
export function listingOf({ listings }: Pick<Paper, 'listings'>): DatedListing {
  return votedIn(listings) ?? listings[0];
}

/**
 * The distinct author names of all the paper's listings. If Hugging Face lists the authors, only its lists count: a name
 * that it hides may still be in a Markdown digest of another day.
 */
export function authorNamesOf(paper: Paper): readonly string[] {
  if (paper.listings.length === 1 || paper.authors.byId) return paper.authors.names;
  return once(naming(paper.listings).flatMap((listing) => listing.authors.names));
}

function naming(listings: readonly DatedListing[]): readonly DatedListing[] {
  const ordered = listings.filter(({ authors }) => authors.ordered);
  return ordered.length > 0 ? ordered : listings;
}

/** The newest listing that has a summary, else the newest. */
export function summarizedIn(listings: Listings): DatedListing {
  return listings.find((listing) => listing.sections.length > 0) ?? listings[0];
}

function votedIn(listings: readonly DatedListing[]): DatedListing | undefined {
  return listings.find(({ votes }) => typeof votes === 'number');
}

function authorsOf(listings: Listings, record: PaperRecord | null): AuthorList {
  const ordered = listings.find(({ authors }) => authors.ordered);
  if (record === null || !namesAuthors(record, ordered)) return authorsIn(listings);
  const { names, cut } = record.listing.authors;
  return eachOnce({ names, cut, ordered: true, byId: true });
}

/**
 * The authors of a paper: the newest list of Hugging Face, else the list of the newest listing if it is complete, else the
 * longest complete list, else the longest.
 */
function authorsIn(listings: Listings): AuthorList {
  const [newest, ...others] = listings;
  const ordered = listings.find(({ authors }) => authors.ordered);
  let best = ordered?.authors ?? newest.authors;
  if (ordered === undefined && (best.cut || best.names.length === 0)) {
    for (const { authors } of others) if (isBetter(authors, best)) best = authors;
  }
  return eachOnce(best);
}

/** A list with each name once. In the paper's own list a name that comes twice is two people's. */
function eachOnce(list: AuthorList): AuthorList {
  const names = once(list.names);
  const namesakes = list.names.length - names.length;
  if (namesakes === 0) return list;
  return { ...list, names, ...(list.ordered && { namesakes }) };
}

function isBetter(list: AuthorList, than: AuthorList): boolean {
  if (list.names.length === 0) return false;
  if (than.names.length === 0) return true;
  return list.cut === than.cut ? list.names.length > than.names.length : than.cut;
}

/** Removes repeated names; some digests have them ("Liang Wang, Liang Wang, Nan Yang"). */
function once(names: readonly string[]): readonly string[] {
  const different = new Set(names);
  return different.size === names.length ? names : [...different];
}

/**
 * A paper's details from its newest listing with details and from a request by id: the later of the two, completed by
 * fields that only the other one has.
 */
export function detailsOf(listings: readonly DatedListing[], record: PaperRecord | null): Details | null {
  const listed = listings.find(({ details }) => details !== undefined);
  const [told, read] = [listed?.details, record?.listing.details];
  if (told === undefined || read === undefined) return told ?? read ?? null;
  return isLater(record, listed) ? completed(read, told) : completed(told, read);
}

/** Whether the record's authors count: it has any, and no listing with ordered authors is newer. */
export function namesAuthors(record: PaperRecord | null, ordered: DatedListing | undefined): boolean {
  if (record === null) return false;
  const { authors, details } = record.listing;
  const isNaming = authors.names.length > 0 || (details?.hiddenAuthors ?? 0) > 0;
  return isNaming && (ordered === undefined || isLater(record, ordered));
}

function isLater(record: PaperRecord | null, listing: DatedListing | undefined): boolean {
  return record !== null && listing !== undefined && record.at > instantOf(listing.votesAsOf);
}

function completed(details: Details, by: Details): Details {
  return {
    ...by,
    ...details,
    abstract: details.abstract ?? by.abstract,
    keywords: details.keywords.length > 0 ? details.keywords : by.keywords,
    aiSummary: details.aiSummary ?? by.aiSummary,
    organization: details.organization ?? by.organization,
    code: details.code ?? by.code,
    project: details.project ?? by.project,
  };
}
