import type { PaperId } from '../../archive/paper.ts';
import { ownCopy } from '../../text/packed/packed-strings.ts';
import { postingOf } from './posting.ts';

/** A paper of a segment. */
type Held = { readonly id: PaperId; readonly hash: number };

/** Papers indexed in memory, not yet in the file, numbered from 0. */
export class Segment {
  /** By number; null for removed papers. */
  readonly papers: (Held | null)[] = [];
  /** Numbers by id, without removed papers. */
  readonly numbers = new Map<PaperId, number>();
  /** Ascending postings by term. */
  readonly lists = new Map<string, number[]>();

  hashOf(id: PaperId): number | undefined {
    return this.papers[this.numbers.get(id) ?? -1]?.hash;
  }

  add(paper: Held, impacts: ReadonlyMap<string, number>): void {
    const number = this.papers.push(paper) - 1;
    this.numbers.set(paper.id, number);
    for (const [term, impact] of impacts) {
      const list = this.lists.get(term);
      if (list === undefined) this.lists.set(ownCopy(term), [postingOf(number, impact)]);
      else list.push(postingOf(number, impact));
    }
  }

  remove(id: PaperId): void {
    const number = this.numbers.get(id);
    if (number === undefined) return;
    this.numbers.delete(id);
    this.papers[number] = null;
  }
}
