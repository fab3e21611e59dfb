import { readings } from '../read/name-candidates.ts';
import type { Query, Scope } from '../read/query.ts';

export type List = Extract<Query, { kind: 'papers' }>;

/** A list of papers as a question that anybody could have typed. */
export function listQuestion(query: List): string {
  const { order, limit } = query;
  const count = limit ?? '';
  const papers =
    order === 'newest'
      ? `latest ${count} papers`
      : order === 'oldest'
        ? `oldest ${count} papers`
        : order === 'fewest'
          ? `${count} papers with the fewest votes`
          : `top ${count} papers`;
  return `${papers}${scopeOf(query)}`;
}

/** Whose papers, of which days, with how many votes, at the end of a question. */
export function scopeOf({ who, dates, minVotes, maxVotes }: Scope): string {
  const by = who === null ? '' : ` by ${readings(who).at(-1) ?? who}`;
  const least = minVotes === null ? '' : ` with at least ${minVotes} votes`;
  const most = maxVotes === null ? '' : ` with at most ${maxVotes} votes`;
  const period = dates === null ? '' : ` ${dates.from}..${dates.to}`;
  return `${by}${least}${most}${period}`;
}
