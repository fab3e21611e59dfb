import type { Language } from '../language.ts';
import type { Day } from '../text/dates/day.ts';
import { type Fetchable, FIRST_FETCHED, type Origin } from './merge/origins.ts';

export type { Day, Origin };

/** An arXiv id without its version: `2412.04467`, or the old form `cs/0112017`. Always text, never a number. */
export type PaperId = string;

/**
 * Upvotes of one listing. `'dash'`: the digest says `Vote: -`; `'missing'`: it has no vote line. Both mean unknown,
 * which is not 0.
 */
export type Votes = number | 'dash' | 'missing';

/** The most votes we accept: a larger number is a mistake and does not fit PostgreSQL's `integer`. */
export const VOTES_MAX = 2 ** 31 - 1;

/**
 * Author names as the digest spells them. A Markdown digest lists them in random order; Hugging Face lists them in the paper's
 * own order.
 */
export interface AuthorList {
  readonly names: readonly string[];
  /** The digest ends the list with `+`: there are more authors than it names. */
  readonly cut: boolean;
  /** The names are in the paper's own order. Only set on papers of the archive that Hugging Face lists. */
  readonly ordered?: true;
  /** Authors beyond `names` whose name stands there already. Only set on papers whose names are in the paper's own order. */
  readonly namesakes?: number;
  /** The paper was asked for by its id, and what its listings say of authors does not count. */
  readonly byId?: true;
}

/** The picture or video of a listing, its address word for word as written (not to be linked unchecked). */
export interface Media {
  readonly kind: 'image' | 'video';
  readonly url: string;
}

/** One point of a summary. The text is verbatim; lines of a nested list keep their own markers and line breaks. */
export interface Section {
  /** As written, without asterisks and colon (`What's New`), or null for a point without a heading. */
  readonly heading: string | null;
  readonly text: string;
}

/** A summary that a language model wrote of a paper from its title and abstract. */
export interface Written {
  readonly paperId: PaperId;
  readonly language: Language;
  /** The hash of the title and abstract it was written from. @see inputOf */
  readonly input: string;
  readonly sections: readonly Section[];
}

/** Facts about a paper from a source besides its listing. Texts are verbatim, with Markdown and TeX. */
export interface Details {
  readonly abstract: string | null;
  readonly keywords: readonly string[];
  /** One sentence or two that a model of Hugging Face wrote. */
  readonly aiSummary: string | null;
  readonly organization: string | null;
  /** A repository on GitHub, checked: `https://github.com/owner/name`. */
  readonly code: string | null;
  /** Stars of that repository as Hugging Face counted them; absent if it did not. */
  readonly stars?: number;
  /** Comments on its page at Hugging Face; one of them is mostly a bot's. Absent where they were not counted. */
  readonly comments?: number;
  /** An author takes part in these comments. */
  readonly authorAnswers?: true;
  /**
   * What was submitted with it, then the preview that Hugging Face makes of each paper: `https:` addresses of Hugging
   * Face's own hosts, which may be linked as they are. Absent where there is none.
   */
  readonly media?: readonly Media[];
  /** Models, datasets and Spaces on Hugging Face that name it; absent where they were not counted. */
  readonly models?: number;
  readonly datasets?: number;
  readonly spaces?: number;
  /** The address of the project's page, checked to be `https:`. */
  readonly project: string | null;
  /** Authors whose names Hugging Face does not show; they are not in the list of names. */
  readonly hiddenAuthors: number;
  /** When the votes were counted, where that was before the list was read: it did not tell them any more. */
  readonly votesAsOf?: Fetched['at'];
}

/** A paper on one day's list. */
export interface Listing {
  readonly paperId: PaperId;
  readonly title: string;
  readonly votes: Votes;
  readonly authors: AuthorList;
  readonly media: Media | null;
  readonly sections: readonly Section[];
  /** Present on every listing of a fetched digest, and only there. */
  readonly details?: Details;
}

/** An unknown hour of a day: recordings do not say when they were made. */
export interface SomeHour {
  readonly day: Day;
}

/** What a source tells of a paper that it was asked for by its id, whatever day that is listed on. */
export interface PaperRecord {
  readonly source: Fetchable;
  /** When it was asked, in milliseconds since 1970. */
  readonly at: number;
  /** As a list would have it, with details. */
  readonly listing: Listing;
}

/** From where and when a digest was read over the network. */
export interface Fetched {
  /** Absent: Hugging Face. */
  readonly source?: Fetchable;
  /** When its votes were counted: milliseconds since 1970, or only the day. */
  readonly at: number | SomeHour;
  /** The list is complete; otherwise it may still grow. */
  readonly final: boolean;
}

/** What was published on one day, in the order of the source. A Markdown digest has the votes of 23:00 UTC. */
export interface Digest {
  readonly date: Day;
  readonly listings: readonly Listing[];
  /** Absent on a digest from Markdown. */
  readonly fetched?: Fetched;
}

/** Where a digest comes from. */
export function originOf({ fetched }: Pick<Digest, 'fetched'>): Origin {
  return fetched === undefined ? 'markdown' : (fetched.source ?? FIRST_FETCHED);
}

/** Hugging Face is not named, as it was not when there was no other source. */
export function fetchedFrom(source: Fetchable, at: Fetched['at'], final: boolean): Fetched {
  return { ...(source !== FIRST_FETCHED && { source }), at, final };
}

/** Something in a source that was not understood, as data. `line` counts from 1 in the file; `rule` is kebab-case. */
export interface Warning {
  readonly line: number;
  readonly rule: string;
  readonly text: string;
}

/**
 * When votes were counted: milliseconds since 1970, the day of a Markdown digest (its 23:00 UTC), or an unknown hour of a
 * day.
 */
export type AsOf = number | Day | SomeHour;

/** A paper on one day's list, merged from its origins. */
export interface DatedListing extends Listing {
  readonly date: Day;
  /** Its origins; never empty. */
  readonly origins: readonly Origin[];
  readonly votesAsOf: AsOf;
}

/** One day of the archive: the listings of all origins, in the order of the first of them. */
export interface DatedDigest extends Digest {
  readonly listings: readonly DatedListing[];
  /** The day is complete; false while a fetched list may still grow. */
  readonly isFinal: boolean;
}

/** One paper, merged from all of its listings. */
export interface Paper {
  readonly id: PaperId;
  /** As the newest listing spells it. */
  readonly title: string;
  readonly authors: AuthorList;
  /** Every listing of the paper, newest first; never empty. */
  readonly listings: readonly [DatedListing, ...DatedListing[]];
  /** The votes of the newest listing with known votes. */
  readonly votes: Votes;
  readonly votesAsOf: AsOf;
  readonly media: Media | null;
  /** The summary of the newest listing that has one. */
  readonly sections: readonly Section[];
  /** Details of its newest listing at a source, or from a request by id; null where only Markdown has the paper. */
  readonly details: Details | null;
  /** Its origins; never empty. */
  readonly origins: readonly Origin[];
  /** The summary shares next to nothing with title and abstract, so it may describe another paper. */
  readonly doubtful: boolean;
  /** Summaries that a language model wrote from this title and abstract, by language. */
  readonly written?: Readonly<Partial<Record<Language, readonly Section[]>>> | undefined;
}

/** The three headings that the archive's summaries normally have; anything else is `other`. */
export type SectionKind = 'new' | 'technical' | 'performance' | 'other';
