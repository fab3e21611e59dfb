import { papersNamed } from '../archive/ids.ts';
import type { Paper, PaperId } from '../archive/paper.ts';
import { Titles } from '../archive/titles/title-search.ts';
import type { Language } from '../language.ts';
import type { Pause } from '../sliced.ts';
import { terms } from '../text/tokens.ts';
import { typedLine } from '../text/typed-line.ts';
import { rarityOf, wordsFound } from './coverage.ts';
import { SearchIndex } from './index/search-index.ts';
import { Indexer } from './indexer.ts';
import { rankPassages, type ScoredPassage } from './passages.ts';
import { NOBODY, type People, papersOfPeople, withPeople } from './people.ts';
import { type Query, readQuery } from './query.ts';
import { rerank, type Scored } from './rerank.ts';
import { similarTo } from './similar.ts';

/** Which papers may be found; all unless said otherwise. */
interface SearchFilter {
  readonly accepts?: (paper: Paper) => boolean;
}

/** A paper found. */
export interface Hit {
  readonly id: PaperId;
  /** Compares only within one answer. */
  readonly score: number;
  /** How much of what the query tells is in the paper, 0 to 1, rare words counting more; compares between answers. */
  readonly coverage: number;
  /** The words that matched, in lower case: as the paper writes them, Korean ones without their endings. */
  readonly terms: readonly string[];
}

/**
 * Search over the archive. Until it is `ready`, ids, titles and authors are found, and of summaries those indexed so
 * far; who can wait for a better answer awaits `ready`.
 */
export interface Search {
  readonly ready: Promise<void>;
  /** Resolves when the index has the newest texts of all papers, and all are written to its file. */
  readonly current: Promise<void>;
  readonly isReady: boolean;
  /** Papers for a query in any of both languages, with or without typing mistakes; best first. */
  search(query: string, filter: SearchFilter, limit: number): readonly Hit[];
  /** Papers for a query that is still being typed; the newest for an empty one. */
  suggest(typed: string, limit: number): readonly Hit[];
  /**
   * Sentences of the papers' summaries and abstracts that say most of what a query asks, best first.
   *
   * @param language that the reader wants, where a paper has it; that of the query unless said otherwise
   */
  passages(
    query: string,
    papers: readonly PaperId[],
    limit: number,
    language?: Language,
  ): readonly ScoredPassage[];
  /** The share of a query's words that some paper has, or has a word of the same meaning for, 0 to 1. */
  known(query: string): number;
  /** Papers that share a paper's rare terms and authors, best first. */
  similar(id: PaperId, limit: number): readonly Hit[];
  /** How many papers have a word, as far as they are indexed. */
  papersWith(word: string): number;
  /** Takes a paper in, in place of the one with its id. */
  put(paper: Paper): void;
  remove(id: PaperId): void;
  /** Stops indexing what is not indexed yet. */
  close(): void;
}

interface SearchParts {
  /** Who wrote what, for queries that name an author. */
  readonly people?: People;
  /** Indexes in the background, with this between a few papers and the next; without it all at once. */
  readonly pause?: Pause;
  /** A temporary one unless given. */
  readonly index?: SearchIndex;
}

/** How many of the best by the index are looked at again. */
const RERANKED = 100;

/** So few letters are too few to guess at typing mistakes. */
const GUESSED_MIN = 3;

/** What has a smaller share of the query than this part of the best one's is not found, but met by chance. */
const CHANCE = 0.5;

/** Makes the search over some papers; more come in with `put`. */
export function createSearch(papers: Iterable<Paper>, parts: SearchParts = {}): Search {
  const { people = NOBODY, pause = null, index = new SearchIndex() } = parts;
  const indexer = new Indexer(papers, index, pause, people.ready);
  const rarity = (term: string) => rarityOf(index.size, (one) => index.papersWith(one))(term);
  const read = (text: string): Query =>
    readQuery(typedLine(text), (term) => index.papersWith(term) > 0, rarity);
  const titles = new Titles(indexer.papers.values());
  if (pause === null) for (const _ of titles.fill());
  // Questions wait for the names of people, and not for titles: until all are in, the newest are found.
  else void people.ready.catch(() => undefined).then(() => between(titles.fill(), pause));
  /** Of many who have waited each has a turn: they are not answered at one go. */
  async function ready(): Promise<void> {
    if (indexer.isReady) return;
    await Promise.all([people.ready, indexer.ready]);
    await pause?.();
  }

  const search: Search['search'] = (typed, { accepts }, limit) => {
    const text = typedLine(typed);
    const wanted = (id: PaperId): Paper | undefined => {
      const paper = indexer.papers.get(id);
      return paper === undefined || accepts?.(paper) === false ? undefined : paper;
    };
    const named = new Set(papersNamed(text).flatMap(({ id }) => (indexer.papers.has(id) ? id : [])));
    if (named.size > 0)
      return [...named]
        .filter(wanted)
        .slice(0, limit)
        .map((id) => plainHit(id, 1));
    const query = read(text);
    const isWanted = accepts && ((id: PaperId) => wanted(id) !== undefined);
    const found = index.find(query.weights, Math.max(RERANKED, limit), isWanted);
    const candidates = found.flatMap((candidate) => {
      const paper = wanted(candidate.id);
      return paper === undefined ? [] : { ...candidate, paper };
    });
    const ranked = aboveChance(rerank(candidates, query, rarity, limit));
    const hits = withPeople(ranked, papersOfPeople(text, people), wanted);
    if (hits.length === 0 && !indexer.isReady)
      return titles
        .find(text, limit)
        .filter(wanted)
        .map((id) => plainHit(id, 1));
    return hits.slice(0, limit).map(({ paper, score, coverage, candidate }) => ({
      id: paper.id,
      score,
      coverage,
      terms: wordsFound(query, candidate),
    }));
  };

  return {
    get ready() {
      return ready();
    },
    get current() {
      return indexer.current;
    },
    get isReady() {
      return indexer.isReady;
    },
    search,
    suggest: (typed, limit) => {
      const text = typedLine(typed);
      const ids = titles.find(text, limit);
      if (ids.length === 0 && text.length >= GUESSED_MIN) return search(text, {}, limit);
      return ids.map((id, place) => plainHit(id, ids.length - place));
    },
    passages: (text, ids, limit, language = /[가-힣]/.test(text) ? 'ko' : 'en') =>
      rankPassages(
        read(text),
        ids.flatMap((id) => indexer.papers.get(id) ?? []),
        rarity,
        language,
        limit,
      ),
    known: (text) => {
      const { units } = read(text);
      const isKnown = (term: string) => index.papersWith(term) > 0;
      const known = units.filter((unit) => unit.senses.some(isKnown) || unit.terms.every(isKnown));
      return units.length === 0 ? 0 : known.length / units.length;
    },
    similar: (id, limit) => {
      const paper = indexer.papers.get(id);
      if (paper === undefined) return [];
      return similarTo(paper, index, rarity, people, limit).map(([other, score]) => plainHit(other, score));
    },
    papersWith: (word) => Math.max(0, ...terms(word).map((term) => index.papersWith(term))),
    put: (paper) => {
      indexer.put(paper);
      titles.put(paper);
    },
    remove: (id) => {
      indexer.remove(id);
      titles.remove(id);
    },
    close: () => indexer.close(),
  };
}

/** Does work slice by slice, so that others have their turn. */
async function between(work: Generator<void>, pause: Pause): Promise<void> {
  for (const _ of work) await pause();
}

function aboveChance(ranked: readonly Scored[]): readonly Scored[] {
  const least = CHANCE * ranked.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  return ranked.filter(({ coverage }) => coverage >= least);
}

/** A paper found otherwise than by its terms. */
function plainHit(id: PaperId, score: number): Hit {
  return { id, score, coverage: 1, terms: [] };
}
