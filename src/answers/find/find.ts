import type { Ranked } from '../../archive/archive.ts';
import type { OrderName } from '../../archive/orders.ts';
import type { Paper, PaperId } from '../../archive/paper.ts';
import {
  accepting,
  fewAccepted,
  firstOfMonths,
  partOf,
  type RankSlice,
  reordered,
  select,
  WHOLE,
} from '../../archive/select.ts';
import type { SearchFilter } from '../../search/index.ts';
import { byText } from '../../text/order.ts';
import type { Sort, Wanted } from '../answer.ts';
import type { AnswerLibrary } from '../library.ts';
import { FOUND_MAX } from '../page.ts';
import { idsAbout, isAbout, papersAbout, papersFitting, papersNear } from './topic.ts';

/** How to sort papers, and which part of the list to take, or the first of each month. */
interface FindOrder {
  readonly sort: Sort;
  readonly part: RankSlice;
  readonly isByMonth: boolean;
  /** Find all papers on a topic, not only the best: for counting. */
  readonly isWhole: boolean;
  /** Only papers with these ids. */
  readonly among?: ReadonlySet<PaperId>;
}

/** All papers, most votes first. */
export const ALL_BY_VOTES: FindOrder = { sort: 'votes', part: WHOLE, isByMonth: false, isWhole: true };

/** Sorted papers. Their place is not `rank`: `before` others come first. */
export interface InOrder {
  readonly papers: readonly Ranked[];
  readonly before: number;
  /** Number of all matches; these may be a part. */
  readonly total: number;
  readonly isLimited: boolean;
  /** No paper is about the topic; these only share words with it. */
  readonly isPartial: boolean;
  /** Matched words, by paper. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
}

/** Finds and sorts papers. With a topic, the search must be ready. */
export function find(wanted: Wanted, order: FindOrder, library: AnswerLibrary): InOrder {
  const { query, filter } = wanted;
  const { archive } = library;
  const fits = accepting(archive, filter);
  const { among: only } = order;
  const accepts = only ? (paper: Paper) => only.has(paper.id) && fits?.(paper) !== false : fits;
  if (query === null) {
    const unwanted = excluded(wanted, { accepts }, library);
    // The archive caches tallies by its own list, so that list is kept unless papers are left out.
    const all = select(archive, filter);
    const isAll = order.among === undefined && unwanted.size === 0;
    const isWanted = ({ paper }: Ranked) => order.among?.has(paper.id) !== false && !unwanted.has(paper.id);
    return arranged(isAll ? all : all.filter(isWanted), wanted, order, library);
  }
  const limits = { accepts, among: fewAccepted(archive, filter) };
  const isRelevance = order.sort === 'relevance';
  const about =
    isRelevance && !order.isWhole
      ? { hits: papersFitting(query, limits, library), isLimited: true }
      : papersAbout(query, limits, library);
  // In another order come those that the list by relevance has; only what is counted must be about the topic.
  const isNear = about.hits.length === 0 && !order.isWhole;
  const { hits: found, isLimited } = isNear
    ? { hits: papersNear(query, limits, library), isLimited: false }
    : about;
  const unwanted = excluded(wanted, { among: found.map(({ id }) => id) }, library);
  const hits = found.filter(({ id }) => !unwanted.has(id));
  const isPartial = hits.length > 0 && !isAbout(hits);
  const among = hits.flatMap(({ id }) => archive.paper(id) ?? []);
  const selected = select(archive, filter, among);
  const terms = new Map(hits.map(({ id, terms: found }) => [id, found]));
  if (!isRelevance || order.isByMonth) {
    return { ...arranged(selected, wanted, order, library), isLimited, isPartial, terms };
  }
  const places = new Map(hits.map(({ id }, place) => [id, place]));
  const best = selected.toSorted((a, b) => (places.get(a.paper.id) ?? 0) - (places.get(b.paper.id) ?? 0));
  return {
    ...partOf(best, order.part, null),
    total: best.length,
    isLimited: isLimited && hits.length >= FOUND_MAX,
    isPartial,
    terms,
  };
}

/** The papers that pass a filter and mention one of the excluded topics. */
function excluded({ exclude }: Wanted, filter: SearchFilter, library: AnswerLibrary): ReadonlySet<PaperId> {
  return new Set(exclude.flatMap((topic) => idsAbout(topic, filter, library)));
}

function arranged(
  selected: readonly Ranked[],
  { filter }: Wanted,
  { sort, part, isByMonth }: FindOrder,
  { archive }: AnswerLibrary,
): InOrder {
  const name: OrderName = sort === 'relevance' ? 'votes' : sort;
  const rest = { total: selected.length, isLimited: false, isPartial: false, terms: new Map() };
  if (isByMonth) {
    const among = selected.map(({ paper }) => paper);
    return { papers: firstOfMonths(archive, filter, name, among), before: 0, ...rest };
  }
  return { ...partOf(reordered(selected, name, filter), part, name), ...rest };
}

/** The matched words of all papers, each once, for highlighting. */
export function matchedWords(papers: readonly Ranked[], { terms }: InOrder): readonly string[] {
  return [...new Set(papers.flatMap(({ paper }) => terms.get(paper.id) ?? []))].sort(byText);
}
