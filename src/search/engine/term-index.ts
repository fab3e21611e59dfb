import type { PaperId } from '../../archive/paper.ts';
import type { Document } from '../document.ts';

/** A paper that has some of the terms looked for. */
export interface Candidate {
  readonly id: PaperId;
  /** By BM25; compares within one answer. */
  readonly score: number;
  /** Those of the terms looked for that it has, as they were looked for. */
  readonly found: ReadonlySet<string>;
  /** The same as they are written in it: a term with a typing mistake stands here without. */
  readonly written: readonly string[];
}

/** Which papers have which terms. */
export interface TermIndex {
  readonly size: number;
  add(document: Document): void;
  /** Forgets a paper. @param document as it was added */
  remove(document: Document): void;
  /** In how many papers a term stands. */
  papersWith(term: string): number;
  /** Makes what unknown terms are guessed by, so that nobody has to wait for it. */
  prepare(): void;
  /**
   * The papers with most of the terms, best first. A term that no paper has stands for those that it begins or that
   * are a typing mistake away.
   *
   * @param weights of the terms looked for
   */
  find(
    weights: ReadonlyMap<string, number>,
    isWanted: (id: PaperId) => boolean,
    limit: number,
  ): readonly Candidate[];
}
