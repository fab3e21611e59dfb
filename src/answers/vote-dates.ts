import { instantOf } from '../archive/merge/merge.ts';
import type { AsOf, Day, Votes } from '../archive/paper.ts';

/** When a list's votes were counted: earliest and latest snapshot (may be equal). */
export interface Counted {
  readonly first: AsOf;
  readonly last: AsOf;
}

/** Votes and when they were counted, as a listing and a paper have them. */
export interface VotesOf {
  readonly votes: Votes;
  readonly votesAsOf: AsOf;
}

/** Votes are read again for 14 days after a paper was listed; in milliseconds. */
const VOTES_GROW = 14 * 24 * 60 * 60 * 1000;

/** Whether votes may still grow; those of a Markdown digest, or read 14 days after the listing, do not. */
export function mayGrow({ votes, votesAsOf, date }: VotesOf & { readonly date: Day }): boolean {
  if (typeof votes !== 'number' || typeof votesAsOf === 'string') return false;
  return instantOf(votesAsOf) < instantOf(date) + VOTES_GROW;
}

/** When the votes of some papers were counted; null if no votes are known. */
export function countedIn(papers: readonly VotesOf[]): Counted | null {
  let first: AsOf | null = null;
  let last: AsOf | null = null;
  for (const { votes, votesAsOf } of papers) {
    if (typeof votes !== 'number') continue;
    if (first === null || instantOf(votesAsOf) < instantOf(first)) first = votesAsOf;
    if (last === null || instantOf(votesAsOf) > instantOf(last)) last = votesAsOf;
  }
  return first === null || last === null ? null : { first, last };
}
