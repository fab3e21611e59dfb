import { SLICE, type Sliced, sorted } from '../../sliced.ts';
import { koreanSpellings } from '../../text/names/korean-name.ts';
import {
  isInitial,
  isSplitAlike,
  joinedWordsOf,
  longestFirst,
  mistakesInName,
  wordLinesOf,
  wordsOf,
} from '../../text/names/name-words.ts';
import { byText } from '../../text/order.ts';
import { hasWords, type Packed, PackedStrings } from '../../text/packed/packed-strings.ts';
import { type AuthorCount, type AuthorMatches, matchesOf } from './author-matches.ts';

/** Separates a name's words from the joined forms of its hyphenated words: ` min joon seo | minjoon `. */
const ALSO = '|';

/** A text of more words, or of Hangul and digits, is no name: only one spelled exactly so is looked for. */
const NAME_WORDS_MAX = 8;

interface Parts {
  readonly names: readonly string[];
  readonly papers: Uint32Array;
  readonly words: PackedStrings;
  readonly letters: PackedStrings;
}

/** A search as plain data; the names are those of the authors it was made of, by their places among them. */
export interface PackedSearch {
  readonly places: Uint32Array;
  readonly papers: Uint32Array;
  readonly words: Packed;
  readonly letters: Packed;
}

/** Finds authors whose names were typed differently. Authors with the most papers come first. */
export class AuthorSearch {
  readonly #names: readonly string[];
  readonly #papers: Uint32Array;
  /** Folded words, each with spaces around it: ` song han `. */
  readonly #words: PackedStrings;
  /** Folded letters without spaces: `songhan`. */
  readonly #letters: PackedStrings;

  private constructor(parts: Parts) {
    this.#names = parts.names;
    this.#papers = parts.papers;
    this.#words = parts.words;
    this.#letters = parts.letters;
  }

  /** @param papersOf the number of papers of each author */
  static *of(authors: Iterable<string>, papersOf: (name: string) => number): Sliced<AuthorSearch> {
    const names: string[] = [];
    const alike = Map.groupBy(authors, papersOf);
    const counts = new Uint32Array(alike.values().reduce((sum, { length }) => sum + length, 0));
    for (const count of [...alike.keys()].sort((a, b) => b - a)) {
      yield;
      const some = alike.get(count) ?? [];
      counts.fill(count, names.length, names.length + some.length);
      for (const name of yield* sorted(some, byText)) names.push(name);
    }
    const words: string[] = [];
    const letters: string[] = [];
    for (let from = 0; from < names.length; from += SLICE) {
      yield;
      const some = names.slice(from, from + SLICE);
      const lines = wordLinesOf(some);
      words.push(...lines.map((line, at) => wordLine(line, joinedWordsOf(some[at] ?? ''))));
      letters.push(...lines.map((line) => line.replaceAll(' ', '')));
    }
    return new AuthorSearch({
      names,
      papers: counts,
      words: yield* PackedStrings.of(words),
      letters: yield* PackedStrings.of(letters),
    });
  }

  /** @param authors the same, in the same order, as the packed search was made of */
  static from({ places, papers, words, letters }: PackedSearch, authors: readonly string[]): AuthorSearch {
    return new AuthorSearch({
      names: Array.from(places, (place) => authors[place] ?? ''),
      papers: papers.slice(),
      words: PackedStrings.from(words),
      letters: PackedStrings.from(letters),
    });
  }

  packed(authors: Iterable<string>): PackedSearch {
    const placeOf = new Map(Array.from(authors, (name, place) => [name, place]));
    return {
      places: Uint32Array.from(this.#names, (name) => placeOf.get(name) ?? 0),
      papers: this.#papers,
      words: this.#words.packed,
      letters: this.#letters.packed,
    };
  }

  suggest(typed: string, limit: number): readonly AuthorCount[] {
    const words = wordsOf(typed);
    const found = new Set<number>();
    const [longest] = longestFirst(words);
    if (longest === undefined) return this.#names.slice(0, limit).map((_, index) => this.#author(index));
    const ways = [
      this.#letters.having(words.join('')),
      this.#words.startingWith(` ${words.join(' ')}`),
      this.#withBegun(words),
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

  /**
   * Authors that a typed name may mean.
   *
   * @param exact the author with exactly this spelling
   * @param sounding authors whose names sound like words in Hangul, nearest first
   */
  find(
    typed: string,
    exact: AuthorCount | null,
    sounding: (words: readonly string[]) => Iterable<AuthorCount>,
  ): AuthorMatches {
    const all = wordsOf(typed);
    const isHangul = /[가-힣]/.test(typed);
    const isName = all.length <= NAME_WORDS_MAX && !(isHangul && /\d/.test(typed));
    const words = isName ? all : [];
    return matchesOf(exact, typed, {
      spellings: () => this.#authors(this.#spelled(all)),
      swapped: () => this.#authors(this.#swapped(words)),
      partial: () => this.#authors(this.#partial(words)),
      latin: () => this.#authors(this.#inLatin(typed)),
      near: () => (isHangul ? sounding(words) : this.#authors(this.#misspelt(words))),
    });
  }

  *#authors(indexes: Iterable<number>): Generator<AuthorCount> {
    for (const index of indexes) yield this.#author(index);
  }

  #author(index: number): AuthorCount {
    return { name: this.#names[index] ?? '', papers: this.#papers[index] ?? 0 };
  }

  *#spelled(words: readonly string[]): Generator<number> {
    if (words.length === 0) return;
    for (const index of this.#letters.having(words.join(''))) {
      if (isSplitAlike(words, this.#wordsAt(index))) yield index;
    }
  }

  /** Names in Latin letters that a Korean name in Hangul may be, most papers first. */
  #inLatin(typed: string): readonly number[] {
    const found = koreanSpellings(typed).flatMap((words) => [...this.#spelled(words)]);
    return [...new Set(found)].sort((a, b) => a - b);
  }

  /** The same words in another order. Rotating the words also finds Seo Min-Joon for Minjoon Seo. */
  *#swapped(words: readonly string[]): Generator<number> {
    for (let turn = 1; turn < words.length; turn++) {
      yield* this.#spelled([...words.slice(turn), ...words.slice(0, turn)]);
    }
    const [longest] = longestFirst(words);
    if (longest === undefined || words.length < 3) return;
    const sorted = words.toSorted().join(' ');
    for (const index of this.#words.having(longest)) {
      if (this.#wordsAt(index).toSorted().join(' ') === sorted) yield index;
    }
  }

  /** Names with all typed words; an initial matches the beginning of a word. */
  *#partial(words: readonly string[]): Generator<number> {
    const typed = longestFirst(words).map((word) => (isInitial(word) ? ` ${word}` : ` ${word} `));
    const [longest] = typed;
    if (longest === undefined) return;
    const isWhole = longest.endsWith(' ');
    const lines = isWhole ? this.#words.having(longest.trim()) : this.#words.containing(longest);
    for (const index of lines) if (hasWords(this.#words.at(index), typed)) yield index;
  }

  /** Names with all typed words, each as a word or as the beginning of one. */
  *#withBegun(words: readonly string[]): Generator<number> {
    const [longest, ...others] = longestFirst(words).map((word) => ` ${word}`);
    if (longest === undefined) return;
    for (const index of this.#words.containing(longest)) {
      if (others.length === 0 || hasWords(this.#words.at(index), [longest, ...others])) yield index;
    }
  }

  /** Nearest first. */
  #misspelt(words: readonly string[]): readonly number[] {
    const letters = words.join('');
    const mistakes = mistakesInName(letters);
    if (mistakes === 0) return [];
    return [...this.#letters.within(letters, mistakes)]
      .sort((a, b) => a.distance - b.distance || a.index - b.index)
      .map(({ index }) => index);
  }

  #wordsAt(index: number): readonly string[] {
    return (this.#words.at(index).split(ALSO)[0] ?? '').trim().split(' ');
  }
}

function wordLine(words: string, joined: readonly string[]): string {
  return ` ${words} ${joined.length > 0 ? `${ALSO} ${joined.map((word) => `${word} `).join('')}` : ''}`;
}
