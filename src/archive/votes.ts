import type { Votes } from './paper.ts';

/** A sort comparison: most votes first, unknown votes last. */
export function byVotes(a: Votes, b: Votes): number {
  return known(b) - known(a);
}

function known(votes: Votes): number {
  return typeof votes === 'number' ? votes : -1;
}
