import type { Day, Paper } from '../archive/paper.ts';
import { byVotes } from '../archive/votes.ts';
import { byText } from '../text/order.ts';

export const SORTS = ['relevance', 'votes', 'date'] as const;

export type Sort = (typeof SORTS)[number];

/** Only papers listed in a period (both days are included), by an author, with some votes; and their order. */
export interface SearchFilter {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Exactly as a digest spells the name. */
  readonly author?: string | undefined;
  readonly minVotes?: number | undefined;
  /** Any other limit. */
  readonly accepts?: ((paper: Paper) => boolean) | undefined;
  /** By relevance unless said otherwise. */
  readonly sort?: Sort | undefined;
}

export function passes(paper: Paper, filter: SearchFilter): boolean {
  const { from = '', to = '\uffff', author, minVotes, accepts } = filter;
  if (accepts?.(paper) === false) return false;
  if (!paper.listings.some(({ date }) => date >= from && date <= to)) return false;
  if (author !== undefined && !paper.authors.names.includes(author)) return false;
  return minVotes === undefined || (typeof paper.votes === 'number' && paper.votes >= minVotes);
}

/** For sorting by votes or by day; ties by the other, then as found. */
export function inSort(sort: 'votes' | 'date'): (a: Paper, b: Paper) => number {
  const byDay = (a: Paper, b: Paper) => byText(b.listings[0].date, a.listings[0].date);
  return sort === 'votes'
    ? (a, b) => byVotes(a.votes, b.votes) || byDay(a, b)
    : (a, b) => byDay(a, b) || byVotes(a.votes, b.votes);
}
