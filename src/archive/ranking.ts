import { byText, byVotes } from './order.ts';
import type { DatedListing, Day, Paper, Votes } from './paper.ts';

/** A paper in a list: its place from 1, and the votes and day of the listing it stands there for. */
export interface Ranked {
  readonly rank: number;
  readonly paper: Paper;
  readonly votes: Votes;
  readonly date: Day;
}

/** A paper and the listing it stands for in a list. */
export interface Standing {
  readonly paper: Paper;
  readonly listing: DatedListing;
}

/** Most votes first; ties by id, unknown votes last. */
export function rankByVotes(standings: readonly Standing[]): readonly Ranked[] {
  return ranked(standings.toSorted(byVotesThenId));
}

/** Newest first, then most votes, then id. */
export function rankByDay(standings: readonly Standing[]): readonly Ranked[] {
  return ranked(standings.toSorted((a, b) => byText(b.listing.date, a.listing.date) || byVotesThenId(a, b)));
}

function ranked(standings: readonly Standing[]): readonly Ranked[] {
  return standings.map(({ paper, listing: { votes, date } }, place) => ({
    rank: place + 1,
    paper,
    votes,
    date,
  }));
}

function byVotesThenId(a: Standing, b: Standing): number {
  return byVotes(a.listing.votes, b.listing.votes) || byText(a.paper.id, b.paper.id);
}
