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
  /** Makes what only some questions need, so that nobody has to wait for it. */
  prepare(): void;
}

/** So few letters are too few to guess at typing mistakes. */
const GUESSED_MIN = 3;

/** Makes the search over some papers. It holds them in memory; more come in with `put`. */
export function createSearch(papers: Iterable<Paper>): Search {
  const titles = new TitleSearch();
  let lines: TitleLines | null = null;
  const linesNow = (): TitleLines => {
    lines ??= new TitleLines(titles.papers());
    return lines;
  };
  for (const paper of papers) titles.put(paper);
  return {
    put(paper) {
      titles.put(paper);
      lines = null;
    },
    prepare() {
      titles.prepare();
      linesNow();
    },
    search: (query, { from = '', to = '\uffff' }, limit) =>
      titles.search(query, limit, ({ listings }) => listings.some(({ date }) => date >= from && date <= to)),
    suggest: (typed, limit) => {
      const ids = linesNow().find(typed, limit);
      if (ids.length === 0 && typed.trim().length >= GUESSED_MIN)
        return titles.search(typed, limit, () => true);
      return ids.map((id, place) => ({ id, score: ids.length - place }));
    },
  };
}
