import type { Votes } from '../archive/paper.ts';

/** For sorting: most votes first, unknown votes last. */
export function byVotes(a: Votes, b: Votes): number {
  return known(b) - known(a);
}

/** For sorting: smaller text first, by code unit, the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function known(votes: Votes): number {
  return typeof votes === 'number' ? votes : -1;
}
