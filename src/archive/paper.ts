import type { Language } from '../language.ts';
import type { Day } from '../text/dates/day.ts';
import { paragraphsOf } from './abstract.ts';
import { type Fetchable, FIRST_FETCHED, type Origin } from './merge/origins.ts';

export type { Day, Origin };

/** An arXiv id without its version: `2412.04467`, or the old form `cs/0112017`. Always text, never a number. */
export type PaperId = string;

/** Upvotes of one listing; unknown as `'dash'` (`Vote: -`) or `'missing'` (no vote line), which is not 0. */
export type Votes = number | 'dash' | 'missing';

/** The most votes we accept: a larger number is a mistake and does not fit PostgreSQL's `integer`. */
export const VOTES_MAX = 2 ** 31 - 1;

/** Author names as spelled; Markdown lists them in random order, Hugging Face in the paper's own. */
export interface AuthorList {
  readonly names: readonly string[];
  /** The digest ends the list with `+`: there are more authors than it names. */
  readonly cut: boolean;
  /** The names are in the paper's own order. Only set on papers of the archive that Hugging Face lists. */
  readonly ordered?: true;
  /** How many authors share a name that `names` already has. Only set if the names are in the paper's own order. */
  readonly namesakes?: number;
  /** The names come from a request by the paper's id; the author lists of its listings do not count. */
  readonly byId?: true;
}

/** The picture or video of a listing. The address is verbatim; check it before linking to it. */
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

/** A summary that a language model wrote from a paper's title and abstract. */
export interface Written {
  readonly paperId: PaperId;
  readonly language: Language;
  /** The hash of the title and abstract it was written from. @see inputOf */
  readonly input: string;
  readonly sections: readonly Section[];
}

/** Further facts about a paper from a source. Texts are verbatim, with Markdown and TeX. */
export interface Details {
  readonly abstract: string | null;
  readonly keywords: readonly string[];
  /** One or two sentences written by a model of Hugging Face. */
  readonly aiSummary: string | null;
  readonly organization: string | null;
  /** A GitHub repository, checked to have the form `https://github.com/owner/name`. */
  readonly code: string | null;
  /** Stars of that repository as Hugging Face counted them; absent if it did not. */
  readonly stars?: number;
  /** Comments on its Hugging Face page, usually one of them by a bot; absent if they were not counted. */
  readonly comments?: number;
  /** An author takes part in these comments. */
  readonly authorAnswers?: true;
  /**
   * Pictures and videos submitted with it, then the preview that Hugging Face makes of each paper. Only `https:` addresses
   * of Hugging Face's own hosts, which may be linked as they are. Absent if there are none.
   */
  readonly media?: readonly Media[];
  /** Numbers of models, datasets and Spaces on Hugging Face that name it; absent if they were not counted. */
  readonly models?: number;
  readonly datasets?: number;
  readonly spaces?: number;
  /** The address of the project's page, checked to be `https:`. */
  readonly project: string | null;
  /** Authors whose names Hugging Face does not show; they are not in the list of names. */
  readonly hiddenAuthors: number;
  /** When the votes were counted, if they are older than the list because the list no longer had them. */
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

/** An unknown hour of a day; recordings do not say at which hour they were made. */
export interface SomeHour {
  readonly day: Day;
}

/** A source's answer to a request for a paper by id. It belongs to no particular day. */
export interface PaperRecord {
  readonly source: Fetchable;
  /** When it was asked, in milliseconds since 1970. */
  readonly at: number;
  /** In the form of a listing, with details. */
  readonly listing: Listing;
}

/** The source of a digest read over the network, and the time of the read. */
export interface Fetched {
  /** Absent: Hugging Face. */
  readonly source?: Fetchable;
  /** When its votes were counted: milliseconds since 1970, or only the day. */
  readonly at: number | SomeHour;
  /** Whether the list is complete; if not, it may still grow. */
  readonly final: boolean;
}

/** The papers of one day from one origin, in its order. The votes of a Markdown digest were counted at 23:00 UTC. */
export interface Digest {
  readonly date: Day;
  readonly listings: readonly Listing[];
  /** Absent on a digest from Markdown. */
  readonly fetched?: Fetched;
}

/** The origin of a digest. */
export function originOf({ fetched }: Pick<Digest, 'fetched'>): Origin {
  return fetched === undefined ? 'markdown' : (fetched.source ?? FIRST_FETCHED);
}

/** Leaves out the name of Hugging Face, so that older stores, which had no other source, stay equal. */
export function fetchedFrom(source: Fetchable, at: Fetched['at'], final: boolean): Fetched {
  return { ...(source !== FIRST_FETCHED && { source }), at, final };
}

/** Something in a source that could not be understood. `line` counts from 1 in the file; `rule` is kebab-case. */
export interface Warning {
  readonly line: number;
  readonly rule: string;
  readonly text: string;
}

/** When votes were counted: milliseconds since 1970, the day of a Markdown digest (23:00 UTC), or a day. */
export type AsOf = number | Day | SomeHour;

/** A paper on one day's list, merged from its origins. */
export interface DatedListing extends Listing {
  readonly date: Day;
  /** Its origins; never empty. */
  readonly origins: readonly Origin[];
  readonly votesAsOf: AsOf;
}

/** One day of the archive: the listings of all origins, in the order of the origin with precedence. */
export interface DatedDigest extends Digest {
  readonly listings: readonly DatedListing[];
  /** Whether the day is complete; false while a fetched list may still grow. */
  readonly isFinal: boolean;
}

/** One paper, merged from all of its listings. */
export interface Paper {
  readonly id: PaperId;
  /** The newest listing's spelling. */
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
  /** Details from its newest listing at a source or from a request by id; null if only Markdown has the paper. */
  readonly details: Details | null;
  /** Its origins; never empty. */
  readonly origins: readonly Origin[];
  /** Whether the summary may describe another paper: it shares almost nothing with title and abstract. */
  readonly doubtful: boolean;
  /** Summaries by a language model from this title and abstract, by language. */
  readonly written?: Readonly<Partial<Record<Language, readonly Section[]>>> | undefined;
}

/** Texts of a paper that may be quoted: its summary, unless it is doubtful, and its abstract. */
export function quotableTexts({ sections, details, doubtful }: Paper): readonly string[] {
  const abstract = details?.abstract ? [paragraphsOf(details.abstract)] : [];
  return [...(doubtful ? [] : sections.map(({ text }) => text)), ...abstract];
}

/** The three usual headings of the archive's summaries; any other is `other`. */
export type SectionKind = 'new' | 'technical' | 'performance' | 'other';
