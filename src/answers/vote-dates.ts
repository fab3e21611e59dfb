import { instantOf } from '../archive/merge/merge.ts';
import type { AsOf, Votes } from '../archive/paper.ts';

/** Of when the votes in a list are: the first and the last moment, which may be one. */
export interface Counted {
  readonly first: AsOf;
  readonly last: AsOf;
}

/** Votes and when they were counted, as a listing and a paper have them. */
export interface VotesOf {
  readonly votes: Votes;
  readonly votesAsOf: AsOf;
}

/** Of when the votes of some papers are, from the earliest to the latest; null where none are known. */
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
