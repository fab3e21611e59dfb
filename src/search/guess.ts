import { Lines } from '../archive/lines.ts';
import { NearTexts } from '../archive/near.ts';

/** What a guessed term is worth of one that is written as typed; less, the further it is away. */
const WORTH = { begun: 0.375, misspelt: 0.45 };

/** So few letters begin too many terms. */
const BEGUN_MIN = 3;

/** Which of the terms held an unknown one may mean: those it begins, and those it misspells. */
export class Guesser {
  readonly #terms: Lines;
  readonly #near: NearTexts;

  constructor(terms: Iterable<string>) {
    this.#terms = new Lines([...terms]);
    this.#near = new NearTexts(this.#terms);
  }

  /** @returns terms with what they are worth, 0 to 1 */
  guess(term: string): ReadonlyMap<string, number> {
    const guesses = new Map<string, number>();
    for (const { index, distance } of this.#near.within(term, mistakesIn(term))) {
      const held = this.#terms.at(index);
      guesses.set(held, (WORTH.misspelt * held.length) / (held.length + distance));
    }
    if (term.length >= BEGUN_MIN) {
      for (const index of this.#terms.startingWith(term)) {
        const held = this.#terms.at(index);
        guesses.set(held, (WORTH.begun * held.length) / (held.length + 0.3 * (held.length - term.length)));
      }
    }
    return guesses;
  }
}

/** Edit distance within which an unknown term may mean a known one. */
function mistakesIn(term: string): number {
  if (term.length < 4) return 0;
  return term.length < 8 ? 1 : 2;
}
