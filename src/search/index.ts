import { readPaperId } from '../archive/ids.ts';
import type { Day, Paper, PaperId } from '../archive/paper.ts';
import { rarityOf } from './coverage.ts';
import { documentOf } from './document.ts';
import { MemoryIndex } from './memory-index.ts';
import { type People, papersOfPeople } from './people.ts';
import { readQuery } from './query.ts';
import { inOrder, rerank, type Scored } from './rerank.ts';
import type { TermIndex } from './term-index.ts';
import { TitleLines } from './title-lines.ts';

export type { People } from './people.ts';

/** A paper found. */
export interface Hit {
  readonly id: PaperId;
  /** Compares only within one answer. */
  readonly score: number;
  /** How much of what the query tells is in the paper, 0 to 1, rare words counting more; compares between answers. */
  readonly coverage: number;
  /** The words that matched as the paper's terms have them, folded. */
  readonly terms: readonly string[];
}

export type Sort = 'relevance' | 'votes' | 'date';

/** Only papers listed in a period (both days are included), by an author, with some votes. */
export interface SearchFilter {
  readonly from?: Day;
  readonly to?: Day;
  /** Exactly as a digest spells the name. */
  readonly author?: string;
  readonly minVotes?: number;
}

export interface Search {
  /** Papers for a query in any of both languages, with or without typing mistakes; best first. */
  search(query: string, filter: SearchFilter, limit: number): readonly Hit[];
  /** Papers for a query that is still being typed; the newest for an empty one. */
  suggest(typed: string, limit: number): readonly Hit[];
  /** Takes a paper in, in place of the one with its id. */
  put(paper: Paper): void;
  remove(id: PaperId): void;
  /** Makes what only some questions need, so that nobody has to wait for it. */
  prepare(): void;
}

/** How many of the best by the index are looked at again. */
const RERANKED = 100;

/** So few letters are too few to guess at typing mistakes. */
const GUESSED_MIN = 3;

const NOBODY: People = {
  findAuthors: () => ({ exact: null, spellings: [], swapped: [], partial: [], near: [] }),
  papersBy: () => [],
};

/**
 * Makes the search over some papers; more come in with `put`.
 *
 * @param people who wrote what, for queries that name an author
 */
export function createSearch(papers: Iterable<Paper>, people: People = NOBODY): Search {
  const held = new Map<PaperId, Paper>();
  const index: TermIndex = new MemoryIndex();
  let lines: TitleLines | null = null;

  const linesNow = (): TitleLines => {
    lines ??= new TitleLines(held.values());
    return lines;
  };
  const remove = (id: PaperId): void => {
    const old = held.get(id);
    if (old === undefined) return;
    held.delete(id);
    index.remove(documentOf(old));
    lines = null;
  };
  const put = (paper: Paper): void => {
    remove(paper.id);
    index.add(documentOf(paper));
    held.set(paper.id, paper);
  };
  for (const paper of papers) put(paper);

  const search: Search['search'] = (text, filter, limit) => {
    const isWanted = (id: PaperId) => {
      const paper = held.get(id);
      return paper !== undefined && passes(paper, filter);
    };
    const named = idIn(text);
    if (named !== null && held.has(named)) {
      return isWanted(named) ? [{ id: named, score: 1, coverage: 1, terms: [] }].slice(0, limit) : [];
    }
    const query = readQuery(text, (term) => index.papersWith(term) > 0);
    const rarity = rarityOf(index.size, (term) => index.papersWith(term));
    const candidates = index.find(query.weights, isWanted, Math.max(RERANKED, limit)).flatMap((candidate) => {
      const paper = held.get(candidate.id);
      return paper === undefined ? [] : { ...candidate, paper };
    });
    const ranked = rerank(candidates, query, rarity);
    const byPeople = papersOfPeople(text, people);
    return withPeople(ranked, byPeople, (id) => (isWanted(id) ? held.get(id) : undefined))
      .slice(0, limit)
      .map(({ paper, score, coverage, candidate }) => ({
        id: paper.id,
        score,
        coverage,
        terms: candidate.written,
      }));
  };

  return {
    put,
    remove,
    search,
    prepare: () => {
      index.prepare();
      linesNow();
    },
    suggest: (typed, limit) => {
      const ids = linesNow().find(typed, limit);
      if (ids.length === 0 && typed.trim().length >= GUESSED_MIN) return search(typed, {}, limit);
      return ids.map((id, place) => ({ id, score: ids.length - place, coverage: 1, terms: [] }));
    },
  };
}

/** Puts the papers of authors that the query names where they belong among those found by words. */
function withPeople(
  ranked: readonly Scored[],
  byPeople: ReadonlyMap<PaperId, number>,
  paperOf: (id: PaperId) => Paper | undefined,
): readonly Scored[] {
  if (byPeople.size === 0) return ranked;
  const known = new Map(ranked.map((one) => [one.paper.id, one]));
  const theirs = [...byPeople].flatMap(([id, worth]): Scored[] => {
    const paper = paperOf(id);
    if (paper === undefined) return [];
    const one = known.get(id);
    known.delete(id);
    const candidate = one?.candidate ?? { id, score: 0, found: new Set<string>(), written: [] };
    return [{ paper, score: worth + Math.min(one?.score ?? 0, 1), coverage: 1, candidate }];
  });
  return [...theirs, ...known.values()].sort(inOrder);
}

function passes(paper: Paper, { from = '', to = '\uffff', author, minVotes }: SearchFilter): boolean {
  if (!paper.listings.some(({ date }) => date >= from && date <= to)) return false;
  if (author !== undefined && !paper.authors.names.includes(author)) return false;
  return minVotes === undefined || (typeof paper.votes === 'number' && paper.votes >= minVotes);
}

/** The arXiv id that a query is, or that stands in it. */
function idIn(text: string): PaperId | null {
  const within = /(?<![\d.])\d{4}\.\d{4,5}(?!\d)/.exec(text);
  return readPaperId(text) ?? within?.[0] ?? null;
}
