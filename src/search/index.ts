import type { Day, Paper, PaperId } from '../archive/paper.ts';
import { TitleLines } from './title-lines.ts';
import { TitleSearch } from './title-search.ts';

/** A paper found; scores compare only within one answer. */
export interface Hit {
  readonly id: PaperId;
  readonly score: number;
}

/** Only papers listed in a period; both days are included. */
export interface SearchFilter {
  readonly from?: Day;
  readonly to?: Day;
}

export interface Search {
  /** Papers for a query in any of both languages, with or without typing mistakes; best first. */
  search(query: string, filter: SearchFilter, limit: number): readonly Hit[];
  /** Papers for a query that is still being typed; the newest for an empty one. */
  suggest(typed: string, limit: number): readonly Hit[];
  /** Takes a paper in, in place of the one with its id. */
  put(paper: Paper): void;
}

/** So few letters are too few to guess at typing mistakes. */
const GUESSED_MIN = 3;

/** Makes the search over some papers. It holds them in memory; more come in with `put`. */
export function createSearch(papers: Iterable<Paper>): Search {
  const held = new Map<PaperId, Paper>();
  const titles = new TitleSearch();
  let lines: TitleLines | null = null;
  const put = (paper: Paper): void => {
    const old = held.get(paper.id);
    if (old !== undefined) titles.remove(old);
    titles.add(paper);
    held.set(paper.id, paper);
    lines = null;
  };
  for (const paper of papers) put(paper);
  return {
    put,
    search: (query, { from = '', to = '\uffff' }, limit) =>
      titles.search(query, limit, ({ listings }) => listings.some(({ date }) => date >= from && date <= to)),
    suggest: (typed, limit) => {
      lines ??= new TitleLines(held.values());
      const ids = lines.find(typed, limit);
      if (ids.length === 0 && typed.trim().length >= GUESSED_MIN)
        return titles.search(typed, limit, () => true);
      return ids.map((id, place) => ({ id, score: ids.length - place }));
    },
  };
}
