import type { AuthorCount, AuthorMatches } from './authors.ts';
import { editDistance, untouchedPieces } from './distance.ts';
import { fold } from './fold.ts';
import { hasWords, Lines } from './lines.ts';
import { byText } from './order.ts';

/** Stands between a name's words and the joined forms of its hyphenated ones: ` min joon seo | minjoon `. */
const ALSO = '|';

/** Whoever types more words than this types no name, and each turn costs a look through all names. */
const NAME_WORDS_MAX = 8;

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
      this.#having(words, () => true),
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

  /** Authors that a typed name may mean, other than the one spelled exactly so. */
  find(typed: string): Omit<AuthorMatches, 'exact'> {
    const words = wordsOf(typed);
    const taken = new Set<number>();
    const take = (indexes: Iterable<number>): readonly AuthorCount[] => {
      const fresh = [...new Set(indexes)].filter(
        (index) => !taken.has(index) && this.#names[index] !== typed,
      );
      for (const index of fresh) taken.add(index);
      return fresh.map((index) => this.#author(index));
    };
    return {
      spellings: take(this.#spelled(words)),
      swapped: take(this.#swapped(words)),
      partial: take(this.#having(words, isInitial)),
      near: take(this.#near(words.join(''))),
    };
  }

  #author(index: number): AuthorCount {
    return { name: this.#names[index] ?? '', papers: this.#papers[index] ?? 0 };
  }

  *#spelled(words: readonly string[]): Generator<number> {
    if (words.length === 0) return;
    for (const index of this.#letters.equalTo(words.join(''))) {
      if (isSplitAlike(words, this.#wordsAt(index))) yield index;
    }
  }

  /** The same words in another order; turning them round also finds Seo Min-Joon for Minjoon Seo. */
  *#swapped(words: readonly string[]): Generator<number> {
    for (let turn = 1; turn < Math.min(words.length, NAME_WORDS_MAX); turn++) {
      yield* this.#spelled([...words.slice(turn), ...words.slice(0, turn)]);
    }
    const [longest] = longestFirst(words);
    if (longest === undefined || words.length < 3) return;
    const sorted = [...words].sort().join(' ');
    for (const index of this.#words.containing(` ${longest} `)) {
      if ([...this.#wordsAt(index)].sort().join(' ') === sorted) yield index;
    }
  }

  /** Names with a different word for each word typed; those that `isBegun` need only begin so. */
  *#having(words: readonly string[], isBegun: (typed: string) => boolean): Generator<number> {
    const typed = longestFirst(words).map((word) => (isBegun(word) ? ` ${word}` : ` ${word} `));
    const [longest] = typed;
    if (longest === undefined) return;
    for (const index of this.#words.containing(longest)) {
      if (typed.length === 1 || hasWords(this.#words.at(index), typed)) yield index;
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

/** One letter stands for a word as its initial. */
function isInitial(typed: string): boolean {
  return typed.length === 1;
}

/** Whether two names of the same letters are split alike: Min Joon Seo and Minjoon Seo, not Xi Nan and Xin An. */
function isSplitAlike(words: readonly string[], others: readonly string[]): boolean {
  if (words.length === 1 || others.length === 1) return true;
  return words[0] === others[0] || words.at(-1) === others.at(-1);
}

/** How many typing mistakes a name may hold: in a short one two would make somebody else of it. */
function mistakesIn(letters: string): number {
  if (letters.length < 5) return 0;
  return letters.length < 8 ? 1 : 2;
}
