import { impactOf, type PostingLists, paperOf, postingOf, STEP, type TermPostings } from './posting.ts';

/** The postings of papers that came in lately. */
export class Postings implements PostingLists {
  readonly #lists = new Map<string, number[]>();

  /** Of each term its postings, ascending. */
  get lists(): ReadonlyMap<string, readonly number[]> {
    return this.#lists;
  }

  terms(): Iterable<string> {
    return this.#lists.keys();
  }

  papersWith(term: string): number {
    return this.#lists.get(term)?.length ?? 0;
  }

  /** @param paper a number higher than all before it */
  add(term: string, paper: number, impact: number): void {
    const posting = postingOf(paper, impact);
    const list = this.#lists.get(term);
    if (list === undefined) this.#lists.set(ownCopy(term), [posting]);
    else list.push(posting);
  }

  remove(term: string, paper: number): void {
    const list = this.#lists.get(term);
    if (list === undefined) return;
    const rest = list.filter((posting) => paperOf(posting) !== paper);
    if (rest.length === 0) this.#lists.delete(term);
    else this.#lists.set(term, rest);
  }

  of(term: string): TermPostings | null {
    const list = this.#lists.get(term);
    if (list === undefined) return null;
    return {
      addTo(scores, factor) {
        const step = factor * STEP;
        for (const posting of list) {
          const paper = paperOf(posting);
          scores[paper] = (scores[paper] ?? 0) + impactOf(posting) * step;
        }
      },
      has: (paper) => list.some((posting) => paperOf(posting) === paper),
    };
  }
}

/** V8 keeps a part of 13 letters and more as a view of the text it was cut from, and with it the whole text. */
const VIEW_MIN = 13;

function ownCopy(term: string): string {
  return term.length < VIEW_MIN ? term : [...term].join('');
}
