import type { Language } from '../language.ts';
import type { Day } from '../text/dates/day.ts';

export type { Day };

/** An arXiv id without its version: `2412.04467`, or the old form `cs/0112017`. Always text, never a number. */
export type PaperId = string;

/** Where a digest comes from: a Markdown file, or the list of Hugging Face. A day may have one of each. */
export type Origin = 'markdown' | 'huggingface';

/**
 * Upvotes of one listing. `'dash'`: the digest says `Vote: -`; `'missing'`: it has no vote line. Both mean unknown,
 * which is not 0.
 */
export type Votes = number | 'dash' | 'missing';

/** More votes than anything has: a larger number is a mistake, and no store need hold it (PostgreSQL, `integer`). */
export const VOTES_MAX = 2 ** 31 - 1;

/**
 * Author names as the digest spells them. The order of a Markdown digest is random and says nothing about who is
 * first; that of Hugging Face is the paper's own.
 */
export interface AuthorList {
  readonly names: readonly string[];
  /** The digest ends the list with `+`: there are more authors than it names. */
  readonly cut: boolean;
  /** The names stand in the paper's own order. Known of the archive's papers alone, where Hugging Face lists them. */
  readonly ordered?: true;
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
  /** Of which title and abstract: `inputOf`. */
  readonly input: string;
  readonly sections: readonly Section[];
}

/** What Hugging Face tells of a paper beside its listing. Text as it is written there: Markdown, TeX and all. */
export interface Details {
  readonly abstract: string | null;
  readonly keywords: readonly string[];
  /** One sentence or two that a model of Hugging Face wrote. */
  readonly aiSummary: string | null;
  readonly organization: string | null;
  /** A repository on GitHub, checked: `https://github.com/owner/name`. */
  readonly code: string | null;
  /** Stars of that repository as Hugging Face counted them; absent where it did not. */
  readonly stars?: number;
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
  /** On every listing of Hugging Face and on no other. */
  readonly details?: Details;
}

/** Some hour of a day that nobody noted: more is not known of a recorded list. */
export interface SomeHour {
  readonly day: Day;
}

/** When a digest was read from Hugging Face. */
export interface Fetched {
  /** The instant of which its votes are, in milliseconds since 1970, or as much as is known of it. */
  readonly at: number | SomeHour;
  /** The list has settled; one that is not final may still grow. */
  readonly final: boolean;
}

/** What was published on one day, in the order of the source. The votes of a Markdown digest are of 23:00 UTC. */
export interface Digest {
  readonly date: Day;
  readonly listings: readonly Listing[];
  /** Absent on a digest from Markdown. */
  readonly fetched?: Fetched;
}

/** Where a digest comes from. */
export function originOf({ fetched }: Digest): Origin {
  return fetched === undefined ? 'markdown' : 'huggingface';
}

/** Something in a source that was not understood, as data. `line` counts from 1 in the file; `rule` is kebab-case. */
export interface Warning {
  readonly line: number;
  readonly rule: string;
  readonly text: string;
}

/**
 * Of when votes are: an instant in milliseconds since 1970, the day of a Markdown digest, which means its 23:00 UTC, or
 * some hour of a day.
 */
export type AsOf = number | Day | SomeHour;

/** A paper on one day's list, put together from what each origin says of it. */
export interface DatedListing extends Listing {
  readonly date: Day;
  /** Who tells of it; never empty. */
  readonly origins: readonly Origin[];
  readonly votesAsOf: AsOf;
}

/** One day as the archive holds it: what both origins list, in the order of Hugging Face first. */
export interface DatedDigest extends Digest {
  readonly listings: readonly DatedListing[];
  /** All that there will be: nothing that was fetched while the list could still grow. */
  readonly isFinal: boolean;
}

/** One paper, put together from all of its listings. */
export interface Paper {
  readonly id: PaperId;
  /** As the newest listing spells it. */
  readonly title: string;
  readonly authors: AuthorList;
  /** Every listing of the paper, newest first; never empty. */
  readonly listings: readonly [DatedListing, ...DatedListing[]];
  /** The votes of the newest listing that knows them. */
  readonly votes: Votes;
  readonly votesAsOf: AsOf;
  readonly media: Media | null;
  /** The summary of the newest listing that has one. */
  readonly sections: readonly Section[];
  /** What Hugging Face tells of it, as of the newest listing there; null where only Markdown has it. */
  readonly details: Details | null;
  /** Who tells of it; never empty. */
  readonly origins: readonly Origin[];
  /** The summary has next to nothing in common with title and abstract: it may describe another paper. */
  readonly doubtful: boolean;
  /** What a language model wrote from the title and abstract as they stand here; it is no text of the paper's. */
  readonly written?: Readonly<Partial<Record<Language, readonly Section[]>>> | undefined;
}

/** The three headings that the archive's summaries normally have; anything else is `other`. */
export type SectionKind = 'new' | 'technical' | 'performance' | 'other';
