import { byText } from '../text/order.ts';
import type { AsOf, DatedListing, Day, Paper, Votes } from './paper.ts';

/** A paper in a list: its place, from 1, and the votes and day of the listing that represents it. */
export interface Ranked {
  readonly rank: number;
  readonly paper: Paper;
  readonly votes: Votes;
  readonly votesAsOf: AsOf;
  readonly date: Day;
}

/** A paper and the listing that represents it in a list. */
export interface RankedListing {
  readonly paper: Paper;
  readonly listing: Pick<DatedListing, 'votes' | 'votesAsOf' | 'date'>;
}

/** A paper in a list that the caller has sorted, with its votes and date over all of its days. */
export function rankedAt(rank: number, paper: Paper): Ranked {
  const { votes, votesAsOf, listings } = paper;
  return { rank, paper, votes, votesAsOf, date: listings[0].date };
}

/** Most votes first; ties by id, unknown votes last. */
export function rankByVotes(standings: readonly RankedListing[]): readonly Ranked[] {
  return ranked(standings.toSorted(byVotesThenId));
}

/** Newest first, then most votes, then id. */
export function rankByDay(standings: readonly RankedListing[]): readonly Ranked[] {
  return ranked(standings.toSorted((a, b) => byText(b.listing.date, a.listing.date) || byVotesThenId(a, b)));
}

function ranked(standings: readonly RankedListing[]): readonly Ranked[] {
  return standings.map(({ paper, listing: { votes, votesAsOf, date } }, place) => ({
    rank: place + 1,
    paper,
    votes,
    votesAsOf,
    date,
  }));
}

function byVotesThenId(a: RankedListing, b: RankedListing): number {
  return byVotes(a.listing.votes, b.listing.votes) || byText(a.paper.id, b.paper.id);
}

/** A sort comparison: most votes first, unknown votes last. */
export function byVotes(a: Votes, b: Votes): number {
  return known(b) - known(a);
}

function known(votes: Votes): number {
  return typeof votes === 'number' ? votes : -1;
}
