import type { Day, Paper, Votes } from './paper.ts';

/** An author's name exactly as digests spell it, and how many papers list it. */
export interface AuthorCount {
  readonly name: string;
  readonly papers: number;
}

export interface Totals {
  /** Days with a digest. */
  readonly digests: number;
  readonly papers: number;
  readonly listings: number;
  /** Different spellings of author names. */
  readonly authors: number;
  /** Sum of the known votes over all listings. */
  readonly votes: number;
  readonly first: Day | null;
  readonly last: Day | null;
}

/** A paper in a list: its place from 1, and the votes and day of the listing it stands there for. */
export interface Ranked {
  readonly rank: number;
  readonly paper: Paper;
  readonly votes: Votes;
  readonly date: Day;
}
