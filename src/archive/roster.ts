import { byText } from './assemble.ts';
import type { AuthorCount, AuthorMatches } from './authors.ts';
import { editDistance, untouchedPieces } from './distance.ts';
import { fold } from './fold.ts';
import { Lines } from './lines.ts';

/** Stands between a name's words and the joined forms of its hyphenated ones: ` min joon seo | minjoon `. */
const ALSO = '|';

/** All authors, those with most papers first, to be found by names typed in other ways. */
export class Roster {
  readonly #names: readonly string[];
  readonly #papers: Uint32Array;
  /** Folded words with spaces around them: ` song han `. */
  readonly #words: Lines;
  /** Folded letters without anything between them: `songhan`. */
  readonly #letters: Lines;

  constructor(papers: ReadonlyMap<string, readonly unknown[]>) {
    const authors = Array.from(papers, ([name, { length }]) => ({ name, papers: length }));
    authors.sort((a, b) => b.papers - a.papers || byText(a.name, b.name));
    this.#names = authors.map(({ name }) => name);
    this.#papers = Uint32Array.from(authors, (author) => author.papers);
    this.#words = new Lines(this.#names.map(wordLine));
    this.#letters = new Lines(this.#names.map((name) => wordsOf(name).join('')));
  }

  suggest(typed: string, limit: number): readonly AuthorCount[] {
    const words = wordsOf(typed);
    const found = new Set<number>();
    const [longest] = longestFirst(words);
    if (longest === undefined) return this.#names.slice(0, limit).map((_, index) => this.#author(index));
    const ways = [
      this.#letters.equalTo(words.join('')),
      this.#words.startingWith(` ${words.join(' ')}`),
      this.#having(words, isBegun),
      this.#letters.startingWith(words.join('')),
    ];
    for (const way of ways) {
      for (const index of way) {
        if (found.size >= limit) break;
        found.add(index);
      }
    }
    return [...found].map((index) => this.#author(index));
  }

  find(name: string): AuthorMatches {
    const typed = name.trim();
    const words = wordsOf(typed);
    const exact = this.#exactly(typed, words);
    const taken = new Set<number>(exact === null ? [] : [exact]);
    const take = (indexes: Iterable<number>): readonly AuthorCount[] => {
      const fresh = [...new Set(indexes)].filter((index) => !taken.has(index));
      for (const index of fresh) taken.add(index);
      return fresh.map((index) => this.#author(index));
    };
    return {
      exact: exact === null ? null : this.#author(exact),
      spellings: take(this.#spelled(words)),
      swapped: take(this.#swapped(words)),
      partial: take(this.#having(words, isMeant)),
      near: take(this.#near(words.join(''))),
    };
  }

  #author(index: number): AuthorCount {
    return { name: this.#names[index] ?? '', papers: this.#papers[index] ?? 0 };
  }

  #exactly(typed: string, words: readonly string[]): number | null {
    // A name without any letter folds to an empty line, which is searched for as such.
    for (const index of this.#letters.equalTo(words.join(''))) if (this.#names[index] === typed) return index;
    return null;
  }

  *#spelled(words: readonly string[]): Generator<number> {
    if (words.length === 0) return;
    for (const index of this.#letters.equalTo(words.join(''))) {
      if (isSplitAlike(words, this.#wordsAt(index))) yield index;
    }
  }

  /** The same words in another order, and hyphenated words turned as a whole (Seo Min-Joon, Minjoon Seo). */
  *#swapped(words: readonly string[]): Generator<number> {
    const [longest] = longestFirst(words);
    if (longest === undefined || words.length < 2) return;
    const sorted = [...words].sort().join(' ');
    for (const index of this.#words.containing(` ${longest} `)) {
      if ([...this.#wordsAt(index)].sort().join(' ') === sorted) yield index;
    }
    for (let turn = 1; turn < words.length; turn++) {
      yield* this.#spelled([...words.slice(turn), ...words.slice(0, turn)]);
    }
  }

  /** Names with a different word for each word typed. */
  *#having(words: readonly string[], fits: (typed: string, word: string) => boolean): Generator<number> {
    const typed = longestFirst(words);
    const [longest] = typed;
    if (longest === undefined) return;
    for (const index of this.#words.containing(` ${longest}`)) {
      const free = this.#words.at(index).trim().split(' ');
      const all = typed.every((word) => {
        const place = free.findIndex((other) => fits(word, other));
        if (place >= 0) free.splice(place, 1);
        return place >= 0;
      });
      if (all) yield index;
    }
  }

  #near(letters: string): readonly number[] {
    const max = mistakesIn(letters);
    if (max === 0) return [];
    const distances = new Map<number, number>();
    for (const piece of untouchedPieces(letters, max)) {
      for (const index of this.#letters.containing(piece)) {
        if (distances.has(index) || Math.abs(this.#letters.lengthOf(index) - letters.length) > max) continue;
        distances.set(index, editDistance(letters, this.#letters.at(index), max));
      }
    }
    return [...distances]
      .filter(([, distance]) => distance <= max)
      .sort(([a, near], [b, far]) => near - far || a - b)
      .map(([index]) => index);
  }

  #wordsAt(index: number): readonly string[] {
    return (this.#words.at(index).split(ALSO)[0] ?? '').trim().split(' ');
  }
}

/** Folded words of a name: `Min-Joon O'Neil` has min, joon and oneil. */
function wordsOf(name: string): readonly string[] {
  return fold(name)
    .replace(/['’‘ʼ`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function wordLine(name: string): string {
  const hyphenated = name.includes('-') ? name.split(/\s+/).filter((word) => word.includes('-')) : [];
  const also = hyphenated.map((word) => `${wordsOf(word).join('')} `);
  return ` ${wordsOf(name).join(' ')} ${also.length > 0 ? `${ALSO} ${also.join('')}` : ''}`;
}

/** Rare words are long words: looking for the longest first leaves the fewest names to look at. */
function longestFirst(words: readonly string[]): readonly string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

function isBegun(typed: string, word: string): boolean {
  return word.startsWith(typed);
}

/** One letter stands for a word as its initial. */
function isMeant(typed: string, word: string): boolean {
  return typed.length === 1 ? word.startsWith(typed) : word === typed;
}

/** Whether two names of the same letters are split alike: Min Joon Seo and Minjoon Seo, not Xi Nan and Xin An. */
function isSplitAlike(words: readonly string[], others: readonly string[]): boolean {
  if (words.length === 1 || others.length === 1) return true;
  return words[0] === others[0] || words.at(-1) === others.at(-1);
}

/** How many typing mistakes a name may hold: in a short one two would make somebody else of it. */
function mistakesIn(letters: string): number {
  if (letters.length < 4) return 0;
  return letters.length < 8 ? 1 : 2;
}
