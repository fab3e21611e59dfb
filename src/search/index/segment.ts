import type { PaperId } from '../../archive/paper.ts';
import { ownCopy } from '../../text/packed-strings.ts';
import { postingOf } from './posting.ts';

/** A paper of a segment. */
type Held = { readonly id: PaperId; readonly hash: number };

/** Papers indexed in memory, not yet in the file, numbered from 0. */
export class Segment {
  /** By number; null for removed papers. */
  readonly papers: (Held | null)[] = [];
  readonly #numbers = new Map<PaperId, number>();
  readonly #lists = new Map<string, number[]>();

  /** Number of papers without removed ones. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Ascending postings of a term. */
  of(term: string): readonly number[] | undefined {
    return this.#lists.get(term);
  }

  terms(): Iterable<string> {
    return this.#lists.keys();
  }

  numberOf(id: PaperId): number | undefined {
    return this.#numbers.get(id);
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
