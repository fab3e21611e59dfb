import type { PaperId } from '../../archive/paper.ts';
import { postingOf } from './posting.ts';

/** A paper of a segment. */
export interface Held {
  readonly id: PaperId;
  readonly hash: number;
}

/** Papers that are indexed in memory and not yet in the file, numbered from 0. */
export class Segment {
  /** By number; null where the paper was taken out again. */
  readonly papers: (Held | null)[] = [];
  readonly #numbers = new Map<PaperId, number>();
  readonly #lists = new Map<string, number[]>();

  /** How many papers are in, without those taken out. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Postings of a term, ascending. */
  of(term: string): readonly number[] | undefined {
    return this.#lists.get(term);
  }

  terms(): Iterable<string> {
    return this.#lists.keys();
  }

  hashOf(id: PaperId): number | undefined {
    return this.papers[this.#numbers.get(id) ?? -1]?.hash;
  }

  add(paper: Held, impacts: ReadonlyMap<string, number>): void {
    const number = this.papers.push(paper) - 1;
    this.#numbers.set(paper.id, number);
    for (const [term, impact] of impacts) {
      const list = this.#lists.get(term);
      if (list === undefined) this.#lists.set(ownCopy(term), [postingOf(number, impact)]);
      else list.push(postingOf(number, impact));
    }
  }

  /** @returns whether the paper was in */
  remove(id: PaperId): boolean {
    const number = this.#numbers.get(id);
    if (number === undefined) return false;
    this.#numbers.delete(id);
    this.papers[number] = null;
    return true;
  }
}

/** V8 keeps a part of 13 letters and more as a view of the text it was cut from, and with it the whole text. */
const VIEW_MIN = 13;

function ownCopy(term: string): string {
  return term.length < VIEW_MIN ? term : [...term].join('');
}
