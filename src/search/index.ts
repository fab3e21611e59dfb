import MiniSearch from 'minisearch';
import type { Day, Paper, PaperId } from '../archive/paper.ts';
import { words } from './tokens.ts';

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
  /** Papers for a query, best first. */
  search(query: string, filter: SearchFilter, limit: number): readonly Hit[];
  /** Papers for a query that is still being typed; the newest for an empty one. */
  suggest(typed: string, limit: number): readonly Hit[];
  /** Takes a paper in, in place of the one with its id. */
  put(paper: Paper): void;
}

export function createSearch(papers: Iterable<Paper>): Search {
  const held = new Map<PaperId, Paper>();
  const index = new MiniSearch({
    fields: ['title'],
    tokenize: (text) => [...words(text)],
    processTerm: (term) => term,
  });
  const document = (paper: Paper) => ({ id: paper.id, title: paper.title });
  const put = (paper: Paper) => {
    const old = held.get(paper.id);
    if (old !== undefined) index.remove(document(old));
    held.set(paper.id, paper);
    index.add(document(paper));
  };
  for (const paper of papers) put(paper);
  const within = (id: PaperId, { from = '', to = '\uffff' }: SearchFilter) =>
    held.get(id)?.listings.some(({ date }) => date >= from && date <= to) ?? false;
  const newest = () => [...held.values()].sort((a, b) => (a.listings[0].date < b.listings[0].date ? 1 : -1));
  const search = (query: string, filter: SearchFilter, limit: number): readonly Hit[] =>
    index
      .search(query, { prefix: true, fuzzy: 0.2, filter: ({ id }) => within(id, filter) })
      .slice(0, limit)
      .map(({ id, score }) => ({ id, score }));
  return {
    put,
    search,
    suggest: (typed, limit) =>
      typed.trim() === ''
        ? newest()
            .slice(0, limit)
            .map(({ id }) => ({ id, score: 0 }))
        : search(typed, {}, limit),
  };
}
