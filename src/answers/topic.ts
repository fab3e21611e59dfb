import type { Paper } from '../archive/paper.ts';
import type { Hit } from '../search/index.ts';
import type { Library } from './library.ts';

/** So many of the best are looked at: more papers on one topic in one period are told as "at least so many". */
export const TOPIC_MAX = 300;

/** A paper has at least this share of what the best one has of the words. */
const COVERED = 0.85;
/** What a hit's score has above its coverage, three times that: how often the words stand there, and where. */
const COVERAGE_WORTH = 3;
const CENTRAL = 0.3;

/**
 * The papers that are about something, best first: those that have all of the words, and not only in passing. They are
 * what is counted and put in another order.
 */
export function papersAbout(
  query: string,
  accepts: (paper: Paper) => boolean,
  { search }: Pick<Library, 'search'>,
): { readonly hits: readonly Hit[]; readonly isLimited: boolean } {
  const hits = search.search(query, { accepts }, TOPIC_MAX);
  const best = hits.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  const about = hits.filter(
    ({ score, coverage }) => coverage >= COVERED * best && score - COVERAGE_WORTH * coverage >= CENTRAL,
  );
  return { hits: about, isLimited: about.length === TOPIC_MAX };
}

/** A paper is about something that has this much of its words, and says it where it matters (the score tells). */
const ABOUT = [
  { coverage: 0.8, score: 2.5 },
  { coverage: 0.6, score: 3 },
];

/** Whether papers that were found are about what was looked for, or only share a word with it. */
export function isAbout(hits: readonly Hit[]): boolean {
  return hits.some((hit) =>
    ABOUT.some(({ coverage, score }) => hit.coverage >= coverage && hit.score >= score),
  );
}
