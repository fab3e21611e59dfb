import type { PaperId } from '../../archive/paper.ts';
import { ownCopy } from '../../text/packed/packed-strings.ts';
import { postingOf } from './posting.ts';

/** Papers by number; each paper has one number. */
export class NumberedPapers {
  /** By number; null for removed papers, and for numbers that are still being written. */
  readonly ids: (PaperId | null)[] = [];
  readonly hashes: number[] = [];
  /** Numbers by id, without removed papers. */
  readonly numbers = new Map<PaperId, number>();

  hashOf(id: PaperId): number | undefined {
    return this.hashes[this.numbers.get(id) ?? -1];
  }

  /** Gives a number to another paper, or with null to none. */
  set(number: number, id: PaperId | null, hash: number): void {
    this.remove(this.ids[number] ?? '');
    if (id !== null) {
      this.remove(id);
      this.numbers.set(id, number);
    }
    this.ids[number] = id;
    this.hashes[number] = hash;
  }

  /** @returns the number that the paper had */
  remove(id: PaperId): number | undefined {
    const number = this.numbers.get(id);
    if (number === undefined) return undefined;
    this.numbers.delete(id);
    this.ids[number] = null;
    return number;
  }
}

/** Papers indexed in memory, not yet in the file, numbered from 0. */
export class Segment extends NumberedPapers {
  /** Ascending postings by term. */
  readonly lists = new Map<string, number[]>();

  add(id: PaperId, hash: number, impacts: ReadonlyMap<string, number>): void {
    const number = this.ids.length;
    this.set(number, id, hash);
    for (const [term, impact] of impacts) {
      const list = this.lists.get(term);
      if (list === undefined) this.lists.set(ownCopy(term), [postingOf(number, impact)]);
      else list.push(postingOf(number, impact));
    }
  }
}
