import { byText, byVotes } from '../archive/order.ts';
import type { Paper, PaperId } from '../archive/paper.ts';
import { Field } from './field.ts';
import { Guesser } from './guess.ts';
import type { Hit } from './index.ts';
import { nameOf, nameTerms } from './name.ts';
import { type Query, readQuery } from './query.ts';
import { Tally } from './tally.ts';
import { squash, terms, words } from './tokens.ts';

/** How many of the best by BM25 are looked at again. */
const RERANKED = 100;

/** What each sign of the right title adds to BM25's score, which is 1 for the best. */
const WORTH = { title: 3, name: 1.5, phrase: 0.5, coverage: 1, neighbours: 0.25 };

/** The index over titles, in all spellings a paper's listings give them. */
export class TitleSearch {
  readonly #titles = new Field();
  readonly #names = new Field();
  readonly #papers: Paper[] = [];
  readonly #numbers = new Map<PaperId, number>();
  /** Made when a term that is not held is first asked for, dropped when a paper comes in. */
  #guesser: Guesser | null = null;

  /** Takes a paper in, in place of the one with its id. */
  put(paper: Paper): void {
    const number = this.#numbers.get(paper.id) ?? this.#papers.length;
    const old = this.#papers[number];
    if (old !== undefined) {
      this.#titles.remove(number, titleTerms(old));
      this.#names.remove(number, titleNames(old));
    }
    this.#titles.add(number, titleTerms(paper));
    this.#names.add(number, titleNames(paper));
    this.#papers[number] = paper;
    this.#numbers.set(paper.id, number);
    this.#guesser = null;
  }

  papers(): readonly Paper[] {
    return this.#papers;
  }

  /** Makes what misspelt words are found by, so that nobody has to wait for it. */
  prepare(): Guesser {
    this.#guesser ??= new Guesser(new Set([...this.#titles.terms(), ...this.#names.terms()]));
    return this.#guesser;
  }

  search(text: string, limit: number, isWanted: (paper: Paper) => boolean): readonly Hit[] {
    const query = readQuery(text, (term) => this.#count(term) > 0);
    const { tally, telling } = this.#tally(query);
    const best = tally.best(Math.max(RERANKED, limit), (number) => {
      const paper = this.#papers[number];
      return paper !== undefined && isWanted(paper);
    });
    const highest = best[0]?.score ?? 1;
    return best
      .flatMap(({ paper: number, score, told }) => {
        const paper = this.#papers[number];
        if (paper === undefined) return [];
        return { paper, score: score / highest + (WORTH.coverage * told) / telling + signs(query, paper) };
      })
      .sort(
        (a, b) =>
          b.score - a.score || byVotes(a.paper.votes, b.paper.votes) || byText(b.paper.id, a.paper.id),
      )
      .slice(0, limit)
      .map(({ paper, score }) => ({ id: paper.id, score }));
  }

  /** What the query's terms give each paper, and how much they tell together; rare terms tell more. */
  #tally({ weights }: Query): { tally: Tally; telling: number } {
    const tally = new Tally(this.#papers.length);
    let [all, place] = [0, 0];
    for (const [term, weight] of weights) {
      const telling = weight * Math.log(1 + this.#papers.length / Math.max(1, this.#count(term)));
      const number = ++place;
      all += telling;
      for (const [meant, worth] of this.#meant(term)) {
        const tell = (paper: number, score: number): void =>
          tally.add(paper, number, telling, weight * worth * score);
        this.#titles.score(meant, tell);
        this.#names.score(meant, tell);
      }
    }
    return { tally, telling: all };
  }

  /** The term itself where it is held, else those it may mean; guessing at every term would find no more. */
  #meant(term: string): ReadonlyMap<string, number> {
    return this.#count(term) > 0 ? new Map([[term, 1]]) : this.prepare().guess(term);
  }

  /** In how many papers a term stands, about: names are mostly in the title too. */
  #count(term: string): number {
    return Math.max(this.#titles.count(term), this.#names.count(term));
  }
}

/** What shows that a paper is the one asked for, besides its terms. */
function signs(query: Query, paper: Paper): number {
  const title = words(paper.title);
  const name = nameOf(paper.title);
  let worth = WORTH.neighbours * neighbours(query.words, title);
  if (title.join('') === query.squashed) worth += WORTH.title;
  else if (name !== null && squash(name) === query.squashed) worth += WORTH.name;
  if (` ${title.join(' ')}`.includes(` ${query.words.join(' ')}`)) worth += WORTH.phrase;
  return worth;
}

function titleTerms(paper: Paper): readonly string[] {
  return titlesOf(paper).flatMap(terms);
}

function titleNames(paper: Paper): readonly string[] {
  return titlesOf(paper).flatMap(nameTerms);
}

/** All titles its listings give a paper. */
function titlesOf({ listings }: Paper): readonly string[] {
  return [...new Set(listings.map(({ title }) => title))];
}

/** The share of the query's neighbouring words that are neighbours in the title too. */
function neighbours(query: readonly string[], title: readonly string[]): number {
  if (query.length < 2) return 0;
  const pairs = new Set(title.slice(1).map((word, at) => `${title[at]} ${word}`));
  const shared = query.slice(1).filter((word, at) => pairs.has(`${query[at]} ${word}`));
  return shared.length / (query.length - 1);
}
