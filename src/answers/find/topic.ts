import type { PaperId } from '../../archive/paper.ts';
import type { Hit, SearchFilter } from '../../search/index.ts';
import { byText } from '../../text/order.ts';
import type { AnswerLibrary } from '../library.ts';
import { FOUND_MAX } from '../page.ts';

/** Most hits examined; with more papers on a topic the answer says "at least". */
const TOPIC_MAX = 300;
/** Minimum coverage, as a share of the best hit's coverage. */
const COVERED = 0.85;
/** A hit's centrality is its score minus three times its coverage: how often the words occur, and where. */
const COVERAGE_WORTH = 3;
/** Minimum centrality, and minimum share of the best hit's; below, a paper mentions the topic in passing. */
const CENTRAL = 0.3;
const SHARE = { latin: 0.35, korean: 0.6 };

/** Between topics of which a paper needs one: `music generation or music understanding`. */
const EITHER = /\s+(?:or|또는|혹은|아니면|\/)\s+|(?<=[가-힣])이나\s+/iu;

/** Most topics of which a paper needs one: each is a search. */
const TOPICS_MAX = 3;

/** The papers that fit a query, or one of the topics between which it has `or`, best first. */
export function hitsOf(
  query: string,
  filter: SearchFilter,
  limit: number,
  { search }: Pick<AnswerLibrary, 'search'>,
): readonly Hit[] {
  if (filter.among?.length === 0) return [];
  const [one = query, ...others] = query.split(EITHER, TOPICS_MAX);
  if (others.length === 0) return search.search(query, filter, limit);
  const found = new Map<PaperId, Hit>();
  for (const hit of [one, ...others].flatMap((topic) => search.search(topic, filter, limit)))
    if ((found.get(hit.id)?.score ?? 0) < hit.score) found.set(hit.id, hit);
  return [...found.values()].sort((a, b) => b.score - a.score || byText(a.id, b.id)).slice(0, limit);
}

/** Smallest share of the best score for a paper that fits a topic; below, most share only a common word with it. */
const FITS = 0.6;

/** The papers that fit a topic, best first, for a list by relevance. */
export function papersFitting(
  query: string,
  filter: SearchFilter,
  library: Pick<AnswerLibrary, 'search'>,
): readonly Hit[] {
  const hits = hitsOf(query, filter, FOUND_MAX, library);
  return hits.filter(({ score }) => score >= FITS * (hits[0]?.score ?? 0));
}

/** The papers that are about a topic, best first, for counting and sorting: they have all of its words, not in passing. */
export function papersAbout(
  query: string,
  filter: SearchFilter,
  library: Pick<AnswerLibrary, 'search'>,
): { readonly hits: readonly Hit[]; readonly isLimited: boolean } {
  const hits = hitsOf(query, { ...filter, share: COVERED }, TOPIC_MAX, library);
  const best = hits.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  const central = ({ score, coverage }: Hit) => score - COVERAGE_WORTH * coverage;
  const share = /[가-힣]/.test(query) ? SHARE.korean : SHARE.latin;
  // A title that is the topic itself is far ahead: the second best tells how central the others are.
  const [best1 = 0, second = best1] = hits.map(central).sort((a, b) => b - a);
  const least = Math.max(CENTRAL, share * second);
  const about = hits.filter((hit) => hit.coverage >= COVERED * best && central(hit) >= least);
  return { hits: about, isLimited: about.length === TOPIC_MAX };
}

/** Smallest share of the best score for a paper that is nearly about a topic. */
const NEAR = 0.75;

/** The best of the papers that fit a topic of which none has all words outside of a passing mention. */
export function papersNear(
  query: string,
  filter: SearchFilter,
  library: Pick<AnswerLibrary, 'search'>,
): readonly Hit[] {
  const hits = hitsOf(query, filter, FOUND_MAX, library);
  const [best] = hits;
  if (best === undefined || !isAbout(hits)) return [];
  return hits.filter(({ score, coverage }) => score >= NEAR * best.score && coverage >= NEAR * best.coverage);
}

/** Most papers that an excluded topic leaves out. */
const LEFT_OUT_MAX = 1000;
/** Minimum coverage of the best hit; below it no paper has the topic, only single words of it. */
const MENTIONED = 0.6;

/** The ids of the papers that have the words of a topic, also in passing. */
export function idsAbout(
  query: string,
  filter: SearchFilter,
  library: Pick<AnswerLibrary, 'search'>,
): readonly PaperId[] {
  const hits = hitsOf(query, { ...filter, share: COVERED }, LEFT_OUT_MAX, library);
  const best = hits.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  if (best < MENTIONED) return [];
  return hits.flatMap(({ id, coverage }) => (coverage >= COVERED * best ? id : []));
}

/** Minimum coverage of a hit that is about the topic; its score shows that the words are in title or summary. */
const ABOUT = [
  { coverage: 0.8, score: 2.5 },
  { coverage: 0.6, score: 3 },
];

/** Whether hits are about the query, or only share a word with it. */
export function isAbout(hits: readonly Hit[]): boolean {
  return hits.some((hit) =>
    ABOUT.some(({ coverage, score }) => hit.coverage >= coverage && hit.score >= score),
  );
}
