import { impactOf, type PostingLists, paperOf, STEP, type TermPostings } from './posting.ts';

/**
 * The postings of some hundred papers that change no more, in two arrays and one text: a fifth of what maps and lists
 * of them take. A paper can still be taken out.
 */
export class PackedPostings implements PostingLists {
  /** Every term one after the other, in the order of their code units. */
  readonly #text: string;
  /** Where in the text each term starts; one more at the end. */
  readonly #terms: Uint32Array;
  /** Where in the postings those of each term start; one more at the end. */
  readonly #starts: Uint32Array;
  readonly #postings: Uint32Array;
  /** How many papers were taken out of a term, by its number. */
  readonly #gone = new Map<number, number>();

  /** @param lists of each term its postings, ascending */
  constructor(lists: ReadonlyMap<string, readonly number[]>) {
    // Not `byText`: only this order is that of a comparison code unit by code unit.
    const terms = [...lists.keys()].sort();
    this.#terms = new Uint32Array(terms.length + 1);
    this.#starts = new Uint32Array(terms.length + 1);
    terms.forEach((term, at) => {
      this.#terms[at + 1] = (this.#terms[at] ?? 0) + term.length;
      this.#starts[at + 1] = (this.#starts[at] ?? 0) + (lists.get(term)?.length ?? 0);
    });
    this.#text = terms.join('');
    this.#postings = new Uint32Array(this.#starts.at(-1) ?? 0);
    terms.forEach((term, at) => {
      this.#postings.set(lists.get(term) ?? [], this.#starts[at]);
    });
  }

  *terms(): Generator<string> {
    for (let at = 0; at + 1 < this.#terms.length; at++) {
      if (this.#papersAt(at) > 0) yield this.#text.slice(this.#terms[at], this.#terms[at + 1]);
    }
  }

  papersWith(term: string): number {
    const at = this.#numberOf(term);
    return at < 0 ? 0 : this.#papersAt(at);
  }

  remove(term: string, paper: number): void {
    const at = this.#numberOf(term);
    if (at < 0) return;
    const postings = this.#postings.subarray(this.#starts[at], this.#starts[at + 1]);
    const place = placeOf(postings, paper);
    const posting = postings[place] ?? 0;
    if (impactOf(posting) === 0) return;
    postings[place] = posting - impactOf(posting);
    this.#gone.set(at, (this.#gone.get(at) ?? 0) + 1);
  }

  of(term: string): TermPostings | null {
    const at = this.#numberOf(term);
    if (at < 0) return null;
    const postings = this.#postings.subarray(this.#starts[at], this.#starts[at + 1]);
    return {
      addTo(scores, factor) {
        const step = factor * STEP;
        for (let place = 0; place < postings.length; place++) {
          const posting = postings[place] ?? 0;
          const paper = paperOf(posting);
          scores[paper] = (scores[paper] ?? 0) + impactOf(posting) * step;
        }
      },
      has: (paper) => impactOf(postings[placeOf(postings, paper)] ?? 0) > 0,
    };
  }

  #papersAt(at: number): number {
    return (this.#starts[at + 1] ?? 0) - (this.#starts[at] ?? 0) - (this.#gone.get(at) ?? 0);
  }

  /** A term's number; -1 where no paper has it. */
  #numberOf(term: string): number {
    let [low, high] = [0, this.#terms.length - 2];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(middle, term);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** How the term with a number stands to another: below 0 where it comes first. */
  #compare(number: number, term: string): number {
    const start = this.#terms[number] ?? 0;
    const length = (this.#terms[number + 1] ?? 0) - start;
    for (let at = 0; at < length && at < term.length; at++) {
      const order = this.#text.charCodeAt(start + at) - term.charCodeAt(at);
      if (order !== 0) return order;
    }
    return length - term.length;
  }
}

/** Where a paper's posting is among those of a term; -1 where there is none. */
function placeOf(postings: Uint32Array, paper: number): number {
  let [low, high] = [0, postings.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const here = paperOf(postings[middle] ?? 0);
    if (here === paper) return middle;
    if (here < paper) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
