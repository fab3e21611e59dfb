import { papersNamed } from '../archive/ids.ts';
import type { Paper, PaperId } from '../archive/paper.ts';
import { Titles } from '../archive/titles/title-search.ts';
import { keepRecent } from '../recent.ts';
import type { Pause } from '../sliced.ts';
import { terms } from '../text/tokens.ts';
import { typedLine } from '../text/typed-line.ts';
import { typedIn } from '../text/written-in.ts';
import { meanRarity, rarityIn, wordsFound } from './coverage.ts';
import { type Candidate, SearchIndex } from './index/search-index.ts';
import { Indexer } from './indexer.ts';
import { rankPassages } from './passages.ts';
import { NOBODY, type People, papersOfPeople, withPeople } from './people.ts';
import { type Query, readQuery, type Unit } from './query.ts';
import { CHANCE, type Reader, readerOf, rerank } from './rerank.ts';
import { similarTo } from './similar.ts';

/** Restricts which papers are found. */
export interface SearchFilter {
  readonly accepts?: ((paper: Paper) => boolean) | undefined;
  /** Search only these papers, if they are few; `accepts` still applies. */
  readonly among?: readonly PaperId[] | undefined;
  /** Papers with less than this share of the best coverage may be scored roughly, which takes less time. */
  readonly share?: number | undefined;
}

/** A found paper. */
export interface Hit {
  readonly id: PaperId;
  /** Compares only within one answer. */
  readonly score: number;
  /** Share of the query that the paper has, 0 to 1, rare words weighted more; compares between answers. */
  readonly coverage: number;
  /** Matched words in lower case, as the paper writes them; Korean words without endings. */
  readonly terms: readonly string[];
}

/** Search over the archive. */
export type Search = ReturnType<typeof createSearch>;

interface SearchParts {
  /** Authors and their papers, for queries that name an author. */
  readonly people?: People;
  /** Awaited between slices of indexing in the background; without it all is indexed at once. */
  readonly pause?: Pause;
  /** Defaults to a temporary index. */
  readonly index?: SearchIndex;
  readonly titles?: Titles;
  /** Papers in the index are compared with it after this. */
  readonly begun?: Promise<unknown>;
}

/** Number of the index's best candidates that are reranked. */
const RERANKED = 100;
/** Above that, more words make fewer candidates: each is looked for in each of them. */
const WORDS_LOOKED_FOR = 2_000;
/** Queries whose results are kept for one question, and the most hits of a search that shares them with others. */
const RECENT_MAX = 2;
const SHARED_LIMIT = 20;
/** Shortest text, in letters, in which typing mistakes are guessed at. */
const GUESSED_MIN = 3;

/**
 * Creates the search over some papers; `put` adds more. Before `ready` it finds ids, titles, authors, and the texts indexed
 * so far.
 */
export function createSearch(papers: Iterable<Paper>, parts: SearchParts = {}) {
  const { people = NOBODY, pause = null, index = new SearchIndex(), begun = people.ready } = parts;
  const indexer = new Indexer(papers, index, pause, begun);
  const rarity = rarityIn(index);
  const isKnown = (term: string) => index.papersWith(term) > 0;
  const nothingRecent = () => ({
    state: index.state,
    read: keepRecent(RECENT_MAX, (text: string) =>
      readerOf(readQuery(typedLine(text), isKnown, rarity), rarity),
    ),
    ranked: keepRecent(RECENT_MAX, (query: Reader) =>
      ranking(query, SHARED_LIMIT, index.find(query.weights, RERANKED), CHANCE),
    ),
  });
  let recent = nothingRecent();
  const read = (text: string) => {
    if (recent.state !== index.state) recent = nothingRecent();
    return recent.read(text);
  };
  const titles = parts.titles ?? new Titles(indexer.papers.values());
  const knows = ({ senses, terms }: Unit) => senses.some(isKnown) || terms.every(isKnown);
  const knownShare = ({ units }: Query) => units.filter(knows).length / Math.max(1, units.length);

  const ranking = (query: Reader, limit: number, found: readonly Candidate[], share: number) => {
    const candidates = found.flatMap((candidate) => {
      const paper = indexer.papers.get(candidate.id);
      return paper === undefined ? [] : { ...candidate, paper };
    });
    return rerank(candidates, query, limit, share);
  };

  /** Papers for a query in either language, typing mistakes allowed; best first. */
  const search = (query: string, filter: SearchFilter, limit: number): readonly Hit[] => {
    const { accepts, among, share = CHANCE } = filter;
    const text = typedLine(query);
    const wanted = (id: PaperId): Paper | undefined => {
      const paper = indexer.papers.get(id);
      return paper === undefined || accepts?.(paper) === false ? undefined : paper;
    };
    const named = new Set(papersNamed(text).flatMap(({ id }) => (indexer.papers.has(id) ? id : [])));
    const plain = (ids: Iterable<PaperId>) =>
      [...ids]
        .filter(wanted)
        .slice(0, limit)
        .map((id) => plainHit(id, 1));
    if (named.size > 0) return plain(named);
    const asked = read(text);
    const isShared =
      accepts === undefined && among === undefined && share === CHANCE && limit <= SHARED_LIMIT;
    const isWanted = accepts && ((id: PaperId) => wanted(id) !== undefined);
    const most = Math.max(RERANKED, Math.min(limit, WORDS_LOOKED_FOR / asked.units.length));
    const found = () => index.find(asked.weights, Math.floor(most), isWanted, among);
    const ranked = isShared ? recent.ranked(asked) : ranking(asked, limit, found(), share);
    const isOdd = () => knownShare(asked) < 1;
    const hits = withPeople(ranked, papersOfPeople(text, isOdd, people), wanted);
    if (hits.length === 0 && !indexer.isReady) return plain(titles.find(text, limit));
    return hits.slice(0, limit).map(({ paper, score, coverage, found }) => ({
      id: paper.id,
      score,
      coverage,
      terms: found === undefined ? [] : wordsFound(asked, found),
    }));
  };

  return {
    get ready(): Promise<void> {
      if (indexer.isReady) return Promise.resolve();
      // The pause lets callers who waited resume one by one.
      return Promise.all([people.ready, indexer.ready]).then(async () => void (await pause?.()));
    },
    /** Resolves when the newest texts of all papers are in the index file. */
    get current(): Promise<void> {
      return indexer.current;
    },
    get isReady(): boolean {
      return indexer.isReady;
    },
    search,
    /** Papers for a query that is still being typed; the newest papers for an empty one. */
    suggest(typed: string, limit: number): readonly Hit[] {
      const text = typedLine(typed);
      const ids = titles.find(text, limit);
      if (ids.length === 0 && text.length >= GUESSED_MIN) return search(text, {}, limit);
      return ids.map((id, place) => plainHit(id, ids.length - place));
    },
    /** Papers whose title has all typed words, best first. */
    titled: (typed: string, limit: number): readonly PaperId[] => titles.having(typedLine(typed), limit),
    /** Sentences of summaries and abstracts that have most of a query, best first; in the query's language if none is given. */
    passages(query: string, ids: readonly PaperId[], limit: number, language = typedIn(query, 'en')) {
      const papers = ids.flatMap((id) => indexer.papers.get(id) ?? []);
      return rankPassages(read(query), papers, language, limit);
    },
    /** Share of a query's words that any paper has, as the word or its meaning, 0 to 1. */
    known: (query: string): number => knownShare(read(query)),
    /** How rare the words of a query are in the archive, on average: 0 for one that all papers have, 5 for an unknown one. */
    rarity: (query: string): number => meanRarity(read(query), rarity),
    /** Papers that share rare terms and authors with a paper, best first. */
    similar(id: PaperId, limit: number): readonly Hit[] {
      const paper = indexer.papers.get(id);
      if (paper === undefined) return [];
      return similarTo(paper, index, rarity, people, limit).map(([other, score]) => plainHit(other, score));
    },
    /** Number of indexed papers that have a word. */
    papersWith: (word: string): number => Math.max(0, ...terms(word).map((term) => index.papersWith(term))),
    /** Adds a paper, or replaces the one with its id. */
    put(paper: Paper): void {
      recent = nothingRecent();
      indexer.put(paper);
      titles.put(paper);
    },
    remove(id: PaperId): void {
      indexer.remove(id);
      titles.remove(id);
    },
    /** Stops indexing. */
    close: () => indexer.close(),
  };
}

/** A hit that was not found by its terms. */
function plainHit(id: PaperId, score: number): Hit {
  return { id, score, coverage: 1, terms: [] };
}
