/** A posting is one whole number: the paper's number and, in its lowest bits, what the term counts there. */
const BITS = 10;
const STEPS = 1 << BITS;
/** What a term can count at most: every boost times BM25's limit is less. */
const IMPACT_MAX = 32;

/**
 * The papers of every term, in the order of their numbers. A term of one paper, as most are, is kept as the bare
 * posting: an array for each would take as much memory as all the rest.
 */
export class Postings {
  readonly #lists = new Map<string, number | number[]>();

  terms(): Iterable<string> {
    return this.#lists.keys();
  }

  papersWith(term: string): number {
    const list = this.#lists.get(term);
    if (list === undefined) return 0;
    return typeof list === 'number' ? 1 : list.length;
  }

  /** @param paper a number higher than all before it */
  add(term: string, paper: number, impact: number): void {
    const posting =
      paper * STEPS + Math.max(1, Math.min(STEPS - 1, Math.round((impact * STEPS) / IMPACT_MAX)));
    const list = this.#lists.get(term);
    if (list === undefined) this.#lists.set(ownCopy(term), posting);
    else if (typeof list === 'number') this.#lists.set(term, [list, posting]);
    else list.push(posting);
  }

  remove(term: string, paper: number): void {
    const list = this.#lists.get(term);
    if (list === undefined) return;
    const rest = (typeof list === 'number' ? [list] : list).filter((posting) => posting >> BITS !== paper);
    const [only] = rest;
    if (only === undefined) this.#lists.delete(term);
    else this.#lists.set(term, rest.length === 1 ? only : rest);
  }

  /** Adds what a term counts, times `factor`, to the score of every paper that has it. */
  addTo(scores: Float64Array, term: string, factor: number): void {
    const list = this.#lists.get(term);
    if (list === undefined) return;
    const step = (factor * IMPACT_MAX) / STEPS;
    if (typeof list === 'number') {
      scores[list >> BITS] = (scores[list >> BITS] ?? 0) + (list & (STEPS - 1)) * step;
      return;
    }
    for (const posting of list) {
      const paper = posting >> BITS;
      scores[paper] = (scores[paper] ?? 0) + (posting & (STEPS - 1)) * step;
    }
  }

  /** What a term counts in a paper; 0 where it does not stand there. */
  impact(term: string, paper: number): number {
    const list = this.#lists.get(term);
    if (list === undefined) return 0;
    if (typeof list === 'number') return list >> BITS === paper ? impactOf(list) : 0;
    let [low, high] = [0, list.length - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const posting = list[middle] ?? 0;
      const here = posting >> BITS;
      if (here === paper) return impactOf(posting);
      if (here < paper) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }
}

function impactOf(posting: number): number {
  return ((posting & (STEPS - 1)) * IMPACT_MAX) / STEPS;
}

/** V8 keeps a part of 13 letters and more as a view of the text it was cut from, and with it the whole text. */
const VIEW_MIN = 13;

function ownCopy(term: string): string {
  return term.length < VIEW_MIN ? term : [...term].join('');
}
