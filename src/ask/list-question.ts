import { readings } from './bare.ts';
import type { Query } from './query.ts';

export type List = Extract<Query, { kind: 'papers' }>;

/** A list of papers as a question that anybody could have typed. */
export function listQuestion(query: List): string {
  const { order, limit } = query;
  const count = limit ?? '';
  const papers =
    order === 'newest'
      ? `latest ${count} papers`
      : order === 'fewest'
        ? `${count} papers with the fewest votes`
        : `top ${count} papers`;
  return `${papers}${scopeOf(query)}`;
}

/** Whose papers, of which days, with how many votes, at the end of a question. */
export function scopeOf({ who, dates, minVotes }: Pick<List, 'who' | 'dates' | 'minVotes'>): string {
  const by = who === null ? '' : ` by ${readings(who).at(-1) ?? who}`;
  const votes = minVotes === null ? '' : ` with at least ${minVotes} votes`;
  const period = dates === null ? '' : ` ${dates.from}..${dates.to}`;
  return `${by}${votes}${period}`;
}
