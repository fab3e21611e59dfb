import { isDoubtful } from '../../sources/doubt/doubt.ts';
import { writtenOf } from '../model-summaries.ts';
import type {
  AsOf,
  AuthorList,
  DatedListing,
  Day,
  Details,
  Media,
  Origin,
  Paper,
  PaperId,
  Section,
  Votes,
  Written,
} from '../paper.ts';
import { originsOf } from './merge.ts';

type Listings = readonly [DatedListing, ...DatedListing[]];

/**
 * Puts a paper together from its listings: title and picture of the newest, votes of the newest that knows them,
 * summary of the newest that has one.
 *
 * @param listings all of one paper, newest first
 * @param written all that a model wrote of it, in the order it was written
 */
export function assemble(listings: Listings, written: readonly Written[] = []): Paper {
  return new Assembled(listings, written);
}

class Assembled implements Paper {
  readonly id: PaperId;
  readonly title: string;
  readonly authors: AuthorList;
  readonly listings: Listings;
  readonly votes: Votes;
  readonly votesAsOf: AsOf;
  readonly media: Media | null;
  readonly sections: readonly Section[];
  readonly details: Details | null;
  readonly origins: readonly Origin[];
  readonly written: Paper['written'];
  #doubtful: boolean | null = null;

  constructor(listings: Listings, written: readonly Written[]) {
    const [newest] = listings;
    const voted = votedIn(listings) ?? newest;
    this.id = newest.paperId;
    this.title = newest.title;
    this.authors = authorsIn(listings);
    this.listings = listings;
    this.votes = voted.votes;
    this.votesAsOf = voted.votesAsOf;
    this.media = newest.media ?? listings.find((listing) => listing.media !== null)?.media ?? null;
    this.sections = summarizedIn(listings).sections;
    this.details = listings.find(({ details }) => details !== undefined)?.details ?? null;
    this.origins = listings.length === 1 ? newest.origins : originsOf(listings);
    this.written = writtenOf(this.title, this.details?.abstract ?? null, written);
  }

  /** Found out when first asked for: reading every summary would be a fifth of the start. */
  get doubtful(): boolean {
    this.#doubtful ??= isDoubtful(
      summarizedIn(this.listings).title,
      this.sections,
      this.details?.abstract ?? null,
    );
    return this.#doubtful;
  }
}

/**
 * The listing a paper stands for in a period (both days included): the newest that knows its votes, else the newest.
 *
 * @returns undefined where the paper was not listed in the period
 */
export function listingIn(paper: Paper, from: Day, to: Day): DatedListing | undefined {
  return listingOn(paper, (date) => date >= from && date <= to);
}

/** The listing a paper stands for on some days: the newest that knows its votes, else the newest. */
export function listingOn({ listings }: Paper, isOn: (day: Day) => boolean): DatedListing | undefined {
  let newest: DatedListing | undefined;
  for (const listing of listings) {
    if (!isOn(listing.date)) continue;
    if (typeof listing.votes === 'number') return listing;
    newest ??= listing;
  }
  return newest;
}

/** The listing a paper stands for when all of its days count. */
export function listingOf({ listings }: Paper): DatedListing {
  return votedIn(listings) ?? listings[0];
}

/**
 * Every name under which a listing of the paper names an author, each once. Where Hugging Face lists the authors its
 * lists alone count, since a name that it hides may stand in a Markdown digest of another day.
 */
export function authorNamesOf(paper: Paper): readonly string[] {
  if (paper.listings.length === 1) return paper.authors.names;
  return once(naming(paper.listings).flatMap((listing) => listing.authors.names));
}

function naming(listings: readonly DatedListing[]): readonly DatedListing[] {
  const ordered = listings.filter(({ authors }) => authors.ordered);
  return ordered.length > 0 ? ordered : listings;
}

function summarizedIn(listings: Listings): DatedListing {
  return listings.find((listing) => listing.sections.length > 0) ?? listings[0];
}

function votedIn(listings: readonly DatedListing[]): DatedListing | undefined {
  return listings.find(({ votes }) => typeof votes === 'number');
}

/**
 * The authors as Hugging Face lists them, of the newest day there. Else the newest listing's where that list is whole;
 * else the longest whole list, else the longest.
 */
function authorsIn(listings: Listings): AuthorList {
  const [newest, ...others] = listings;
  const ordered = listings.find(({ authors }) => authors.ordered);
  let best = ordered?.authors ?? newest.authors;
  if (ordered === undefined && (best.cut || best.names.length === 0)) {
    for (const { authors } of others) if (isBetter(authors, best)) best = authors;
  }
  const names = once(best.names);
  return names === best.names ? best : { ...best, names };
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
