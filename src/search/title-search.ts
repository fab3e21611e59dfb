import MiniSearch, { type SearchResult } from 'minisearch';
import { byText, byVotes } from '../archive/order.ts';
import type { Paper, PaperId } from '../archive/paper.ts';
import type { Hit } from './index.ts';
import { nameOf, nameTerms } from './name.ts';
import { type Query, readQuery } from './query.ts';
import { squash, terms, words } from './tokens.ts';

/** BM25+ as measured best on queries over the archive; the default d of 0.5 spoils pairs of syllables. */
const BM25 = { k: 1.6, b: 0.7, d: 0 };

/** How many of the best by BM25 are looked at again. */
const RERANKED = 100;

/** What each sign of the right title adds to BM25's score, which is 1 for the best. */
const WORTH = { title: 3, name: 1.5, phrase: 0.5, coverage: 1, neighbours: 0.25 };

/** The index over titles, in all spellings a paper's listings give them. */
export class TitleSearch {
  readonly #index = new MiniSearch<Document>({
    fields: ['title', 'name'],
    // Documents come with their terms made, parted by spaces.
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    autoVacuum: false,
  });
  readonly #papers = new Map<PaperId, Paper>();
  /** In how many papers a term stands. */
  readonly #held = new Map<string, number>();

  add(paper: Paper): void {
    const document = documentOf(paper);
    this.#index.add(document);
    this.#papers.set(paper.id, paper);
    for (const term of termsIn(document)) this.#held.set(term, (this.#held.get(term) ?? 0) + 1);
  }

  /** @param paper as it was added */
  remove(paper: Paper): void {
    const document = documentOf(paper);
    this.#index.remove(document);
    this.#papers.delete(paper.id);
    for (const term of termsIn(document)) {
      const papers = (this.#held.get(term) ?? 1) - 1;
      if (papers > 0) this.#held.set(term, papers);
      else this.#held.delete(term);
    }
  }

  search(text: string, limit: number, isWanted: (paper: Paper) => boolean): readonly Hit[] {
    const query = readQuery(text, (term) => this.#held.has(term));
    if (query.weights.size === 0) return [];
    const unknown = (term: string) => !this.#held.has(term);
    const results = this.#index.search([...query.weights.keys()].join(' '), {
      bm25: BM25,
      boostTerm: (term) => query.weights.get(term) ?? 1,
      // Guessing at every term would cost ten times as much and find no more.
      prefix: (term) => unknown(term) && term.length > 2,
      fuzzy: (term) => (unknown(term) ? mistakesIn(term) : false),
      filter: ({ id }) => {
        const paper = this.#papers.get(id);
        return paper !== undefined && isWanted(paper);
      },
    });
    const best = results[0]?.score ?? 1;
    return results
      .slice(0, Math.max(RERANKED, limit))
      .flatMap((result) => {
        const paper = this.#papers.get(result.id);
        return paper === undefined
          ? []
          : { paper, score: result.score / best + this.#signs(result, query, paper) };
      })
      .sort(
        (a, b) =>
          b.score - a.score || byVotes(a.paper.votes, b.paper.votes) || byText(b.paper.id, a.paper.id),
      )
      .slice(0, limit)
      .map(({ paper, score }) => ({ id: paper.id, score }));
  }

  #signs(result: SearchResult, query: Query, paper: Paper): number {
    const title = words(paper.title);
    const name = nameOf(paper.title);
    let worth = WORTH.coverage * this.#coverage(result, query);
    if (title.join('') === query.squashed) worth += WORTH.title;
    else if (name !== null && squash(name) === query.squashed) worth += WORTH.name;
    if (` ${title.join(' ')}`.includes(` ${query.words.join(' ')}`)) worth += WORTH.phrase;
    return worth + WORTH.neighbours * neighbours(query.words, title);
  }

  /** How much of what the query tells is in the paper, 0 to 1; rare terms tell more. */
  #coverage({ queryTerms }: SearchResult, { weights }: Query): number {
    const matched = new Set(queryTerms);
    let [all, shared] = [0, 0];
    for (const [term, weight] of weights) {
      const telling = weight * Math.log(1 + this.#papers.size / (this.#held.get(term) ?? 1));
      all += telling;
      if (matched.has(term)) shared += telling;
    }
    return all === 0 ? 0 : shared / all;
  }
}

interface Document {
  readonly id: PaperId;
  readonly title: string;
  readonly name: string;
}

function documentOf({ id, listings }: Paper): Document {
  const titles = [...new Set(listings.map(({ title }) => title))];
  return { id, title: titles.flatMap(terms).join(' '), name: titles.flatMap(nameTerms).join(' ') };
}

function termsIn({ title, name }: Document): ReadonlySet<string> {
  const all = new Set(`${title} ${name}`.split(' '));
  all.delete('');
  return all;
}

/** The share of the query's neighbouring words that are neighbours in the title too. */
function neighbours(query: readonly string[], title: readonly string[]): number {
  if (query.length < 2) return 0;
  const pairs = new Set(title.slice(1).map((word, at) => `${title[at]} ${word}`));
  const shared = query.slice(1).filter((word, at) => pairs.has(`${query[at]} ${word}`));
  return shared.length / (query.length - 1);
}

/** Edit distance within which an unknown term may mean a known one. */
function mistakesIn(term: string): number {
  if (term.length < 4) return 0;
  return term.length < 8 ? 1 : 2;
}
