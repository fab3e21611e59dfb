import { editDistance, untouchedPieces } from '../archive/distance.ts';
import { Lines } from '../archive/lines.ts';

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
  readonly #terms: Lines;

  constructor(terms: Iterable<string>) {
    this.#terms = new Lines([...terms].filter((term) => /^[a-z0-9\u0370-\u03ff]{3,}$/.test(term)));
  }

  /** The terms an unknown one may mean, nearest first. */
  guess(term: string): readonly Guess[] {
    const begun = term.length > 2 ? [...take(this.#terms.startingWith(term), GUESSES_MAX)] : [];
    const found = new Map<string, number>();
    for (const { term: near, distance } of this.#near(term)) found.set(near, MISTAKE ** distance);
    for (const index of begun) {
      const whole = this.#terms.at(index);
      found.set(whole, Math.max(found.get(whole) ?? 0, BEGUN));
    }
    return Array.from(found, ([known, weight]) => ({ term: known, weight }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, GUESSES_MAX);
  }

  #near(term: string): readonly { term: string; distance: number }[] {
    const max = mistakesIn(term);
    if (max === 0) return [];
    const found = new Map<number, number>();
    for (const piece of untouchedPieces(term, max)) {
      for (const index of this.#terms.containing(piece)) {
        if (found.has(index) || Math.abs(this.#terms.lengthOf(index) - term.length) > max) continue;
        found.set(index, editDistance(term, this.#terms.at(index), max));
      }
    }
    const least = Math.min(...found.values());
    return [...found]
      .filter(([, distance]) => distance <= max && distance === least)
      .map(([index, distance]) => ({ term: this.#terms.at(index), distance }));
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
