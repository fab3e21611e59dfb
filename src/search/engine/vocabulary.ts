import { type Misspelt, PackedStrings } from '../../text/packed-strings.ts';

/** A known term that an unknown one may mean. */
export interface Guess {
  readonly term: string;
  /** What it counts beside a term spelled right. */
  readonly weight: number;
}

/** What one typing mistake leaves of a term's weight, and what a term counts that was only begun. */
const MISTAKE = 0.6;
const BEGUN = 0.4;

/** More guesses than this cost time and find nothing. */
const GUESSES_MAX = 12;

/** All Latin terms that papers have, to find what a misspelt or unfinished one may mean. */
export class Vocabulary {
  readonly #terms: PackedStrings;

  constructor(terms: Iterable<string>) {
    this.#terms = new PackedStrings([...terms].filter((term) => /^[a-z0-9\u0370-\u03ff]{3,}$/.test(term)));
  }

  /** The terms an unknown one may mean, nearest first. */
  guess(term: string): readonly Guess[] {
    const begun = term.length > 2 ? [...take(this.#terms.startingWith(term), GUESSES_MAX)] : [];
    const found = new Map<string, number>();
    for (const { index, distance } of this.#misspelt(term))
      found.set(this.#terms.at(index), MISTAKE ** distance);
    for (const index of begun) {
      const whole = this.#terms.at(index);
      found.set(whole, Math.max(found.get(whole) ?? 0, BEGUN));
    }
    return Array.from(found, ([known, weight]) => ({ term: known, weight }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, GUESSES_MAX);
  }

  /** Of the terms few enough mistakes away, those with the fewest. */
  #misspelt(term: string): readonly Misspelt[] {
    const found = [...this.#terms.within(term, mistakesIn(term))];
    const least = Math.min(...found.map(({ distance }) => distance));
    return found.filter(({ distance }) => distance === least);
  }
}

/** Edit distance within which an unknown term may mean a known one. */
function mistakesIn(term: string): number {
  if (term.length < 4) return 0;
  return term.length < 8 ? 1 : 2;
}

function* take<Value>(values: Iterable<Value>, most: number): Generator<Value> {
  let taken = 0;
  for (const value of values) {
    if (taken++ >= most) return;
    yield value;
  }
}
