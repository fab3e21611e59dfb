import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { editDistance, mistakesIn } from '../../text/distance.ts';
import { nameOf } from '../../text/names/model-name.ts';
import { byText } from '../../text/order.ts';
import { compounds, squash, words } from '../../text/tokens.ts';
import type { Paper, PaperId } from '../paper.ts';
import { byVotes } from '../votes.ts';

/** Titles taken in at one go, some 10 ms of work. */
const AT_ONCE = 100;
/** Titles that are there as soon as the index is made; the rest follows. */
const AT_FIRST = 300;

/** Candidates of which the order is decided by how they match. */
const CANDIDATES = 150;

/** Letters of a title's beginning that are looked up as one term. */
const BEGINNING = 16;
/** Fewer letters typed are looked for at the beginning alone: every other word begins with them. */
const TYPED_MIN = 3;

/** Words that are looked for where no title has all that are typed; each of the mistyped costs about a millisecond. */
const KNOWN_MAX = 4;
const MISTYPED_MAX = 3;

/** How far a typed word may be from a word of the title; one that is farther is not in it. */
const MISTAKES_MAX = 2;
/** Of a title at most this share of what is typed may be missing. */
const MISSING_MAX = 0.5;

/**
 * Titles and the names in them, to be found while they are typed and in spite of typing mistakes, in MiniSearch. It
 * finds the candidates; how they match decides their order.
 *
 * @see https://lucaong.github.io/minisearch/
 */
export class Titles {
  readonly #papers = new Map<PaperId, Paper>();
  readonly #index = new MiniSearch<Paper>({
    fields: ['title', 'beginning'],
    extractField: ({ id, title }, field) =>
      field === 'beginning' ? beginningsOf(title) : field === 'id' ? id : title,
    tokenize: (text, field) => (field === 'beginning' ? text.split('\n') : titleTerms(text)),
    processTerm: (term) => term,
    autoVacuum: { minDirtCount: 200, minDirtFactor: 0.1, batchSize: 200, batchWait: 10 },
  });
  readonly #known = new Set<string>();
  /** Titles that are not in the index yet. */
  readonly #waiting: Paper[] = [];
  #newest: readonly Paper[] | null = null;

  constructor(papers: Iterable<Paper>) {
    for (const paper of papers) this.#papers.set(paper.id, paper);
    this.#waiting.push(...this.#byDay().toReversed());
    this.#take(AT_FIRST);
  }

  /** Takes in what is waiting: some milliseconds of work before each `yield`. */
  *fill(): Generator<void> {
    while (this.#waiting.length > 0) {
      this.#take(AT_ONCE);
      yield;
    }
  }

  put(paper: Paper): void {
    const held = this.#papers.get(paper.id);
    this.#papers.set(paper.id, paper);
    this.#newest = null;
    if (held?.title === paper.title) return;
    this.#discard(paper.id);
    this.#add(paper);
  }

  remove(id: PaperId): void {
    if (this.#papers.delete(id)) this.#discard(id);
    this.#newest = null;
  }

  /** Papers by what is typed of a title, best first; the newest for nothing typed. */
  find(typed: string, limit: number): readonly PaperId[] {
    const all = words(typed);
    if (all.length === 0)
      return this.#byDay()
        .slice(0, limit)
        .map(({ id }) => id);
    const whole = this.#candidates(wholeQuery(all));
    const found = whole.length > 0 ? whole : this.#candidates(this.#looseQuery(all));
    return this.#ranked(found, all).slice(0, limit);
  }

  #ranked(found: readonly SearchResult[], typed: readonly string[]): PaperId[] {
    return found
      .flatMap(({ id, score }) => {
        const paper = this.#papers.get(id);
        return paper === undefined ? [] : { paper, score, ...matchOf(paper.title, typed) };
      })
      .filter(({ missing }) => missing <= MISSING_MAX * typed.length)
      .sort(
        (a, b) => a.way - b.way || a.mistakes - b.mistakes || b.score - a.score || inOrder(a.paper, b.paper),
      )
      .map(({ paper }) => paper.id);
  }

  /** The best by MiniSearch; of equals those with more votes, so that a cut leaves them in. */
  #candidates(query: Query): readonly SearchResult[] {
    const found = this.#index.search(query);
    if (found.length <= CANDIDATES) return found;
    const votes = ({ id }: SearchResult) => this.#papers.get(id)?.votes ?? 'missing';
    return found.toSorted((a, b) => b.score - a.score || byVotes(votes(a), votes(b))).slice(0, CANDIDATES);
  }

  /** Words that no title has may be mistyped. Of the others the longest do: they are in few titles. */
  #looseQuery(typed: readonly string[]): Query {
    const longest = typed.toSorted((a, b) => b.length - a.length);
    const known = longest.filter((word) => this.#known.has(word)).slice(0, KNOWN_MAX);
    const mistyped = longest.filter((word) => !this.#known.has(word)).slice(0, MISTYPED_MAX);
    return {
      combineWith: 'OR',
      queries: [...known, ...mistyped].map((word) => ({
        queries: [word],
        tokenize: one,
        fields: ['title'],
        fuzzy: this.#known.has(word) ? false : mistakesIn(word),
      })),
    };
  }

  #byDay(): readonly Paper[] {
    this.#newest ??= [...this.#papers.values()].sort(inOrderOfDay);
    return this.#newest;
  }

  #take(most: number): void {
    for (const { id, title } of this.#waiting.splice(-most).reverse()) {
      // It may have changed, or been taken out, since it began to wait.
      const paper = this.#papers.get(id);
      if (paper?.title === title) this.#add(paper);
    }
  }

  #add(paper: Paper): void {
    if (this.#index.has(paper.id)) return;
    this.#index.add(paper);
    for (const term of titleTerms(paper.title)) this.#known.add(term);
  }

  #discard(id: PaperId): void {
    if (this.#index.has(id)) this.#index.discard(id);
  }
}

/** Titles that begin as typed, and those that have all words, the last of which may be unfinished. */
function wholeQuery(typed: readonly string[]): Query {
  const beginning: Query = {
    queries: [typed.join('').slice(0, BEGINNING)],
    fields: ['beginning'],
    tokenize: one,
    prefix: true,
    boost: { beginning: 2 },
  };
  if (typed.join('').length < TYPED_MIN) return beginning;
  // The longest words are in few titles; the last one may be unfinished.
  const last = typed.at(-1);
  const longest = typed.slice(0, -1).sort((a, b) => b.length - a.length);
  const having: Query = {
    combineWith: 'AND',
    queries: [...longest.slice(0, KNOWN_MAX), ...(last ? [last] : [])].map((word) => ({
      queries: [word],
      tokenize: one,
      fields: ['title'],
      prefix: word === last,
    })),
  };
  return { combineWith: 'OR', queries: [beginning, having] };
}

/** How a title matches what is typed; of each the smaller the better. */
interface Match {
  /** Its name, its beginning, in one piece, all words in order, otherwise. */
  readonly way: number;
  /** Letters that differ, and for each word that is missing one more than may. */
  readonly mistakes: number;
  /** Words that are not in it. */
  readonly missing: number;
}

function matchOf(title: string, typed: readonly string[]): Match {
  const all = words(title);
  const way = wayOf(` ${all.join(' ')}`, nameLetters(title), typed);
  if (way < OTHERWISE) return { way, mistakes: 0, missing: 0 };
  const apart = typed.map((word) => distanceTo(word, all));
  const missing = apart.filter((one) => one > MISTAKES_MAX).length;
  return { way, mistakes: apart.reduce((sum, one) => sum + one, 0), missing };
}

const OTHERWISE = 5;

function wayOf(line: string, name: string, typed: readonly string[]): number {
  const piece = ` ${typed.join(' ')}`;
  const letters = typed.join('');
  if (name === letters) return 0;
  if (line.startsWith(piece)) return 1;
  if (name.startsWith(letters) || line.replaceAll(' ', '').startsWith(letters)) return 2;
  if (line.includes(piece)) return 3;
  return isInOrder(line, typed) ? 4 : OTHERWISE;
}

/** Letters between a word and the nearest of others, or what may be and one. The last word may be unfinished. */
function distanceTo(word: string, others: readonly string[]): number {
  const most = Math.min(MISTAKES_MAX, mistakesIn(word));
  let least = MISTAKES_MAX + 1;
  for (const other of others) {
    if (other.startsWith(word)) return 0;
    const apart = editDistance(word, other, most);
    if (apart <= most) least = Math.min(least, apart);
  }
  return least;
}

function isInOrder(line: string, typed: readonly string[]): boolean {
  let from = 0;
  return typed.every((word) => {
    const at = line.indexOf(` ${word}`, from);
    from = at + word.length;
    return at >= 0;
  });
}

/** The letters of the name in a title, or nothing. */
function nameLetters(title: string): string {
  return squash(nameOf(title) ?? '');
}

/** A title's words, and what hyphens join also in one. */
function titleTerms(text: string): string[] {
  return [...new Set(compounds(text).flatMap((compound) => [...words(compound), squash(compound)]))];
}

function beginningsOf(title: string): string {
  const whole = squash(title).slice(0, BEGINNING);
  const name = nameLetters(title).slice(0, BEGINNING);
  return whole.startsWith(name) ? whole : `${whole}\n${name}`;
}

function one(term: string): string[] {
  return [term];
}

function inOrder(a: Paper, b: Paper): number {
  return byVotes(a.votes, b.votes) || byText(b.listings[0].date, a.listings[0].date) || byText(b.id, a.id);
}

function inOrderOfDay(a: Paper, b: Paper): number {
  return byText(b.listings[0].date, a.listings[0].date) || byVotes(a.votes, b.votes);
}
