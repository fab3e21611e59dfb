import type { Paper, PaperId } from '../archive/paper.ts';
import type { Pause } from '../sliced.ts';
import { documentOf, textsOf } from './document.ts';
import type { TermIndex } from './engine/term-index.ts';

/** So many papers are indexed at one go, some 10 ms of work: questions are answered in between. */
const AT_ONCE = 20;

/** The papers that are searched, and which of them the index has already. */
export class Shelf {
  readonly #papers = new Map<PaperId, Paper>();
  readonly #indexed = new Map<PaperId, Paper>();
  readonly #index: TermIndex;
  #isClosed = false;

  constructor(papers: Iterable<Paper>, index: TermIndex) {
    this.#index = index;
    for (const paper of papers) this.#papers.set(paper.id, paper);
  }

  get papers(): ReadonlyMap<PaperId, Paper> {
    return this.#papers;
  }

  /** Whether every paper is in the index. */
  get isReady(): boolean {
    return this.#indexed.size === this.#papers.size;
  }

  put(paper: Paper): void {
    const held = this.#indexed.get(paper.id);
    if (held !== undefined && sayTheSame(held, paper)) {
      this.#papers.set(paper.id, paper);
      this.#indexed.set(paper.id, paper);
      return;
    }
    this.remove(paper.id);
    this.#papers.set(paper.id, paper);
    this.#add(paper);
  }

  remove(id: PaperId): void {
    this.#papers.delete(id);
    const old = this.#indexed.get(id);
    if (old !== undefined) this.#index.remove(documentOf(old));
    this.#indexed.delete(id);
  }

  /** Indexes every paper at once. */
  fill(): void {
    for (const paper of this.#papers.values()) this.#add(paper);
    this.#index.prepare();
  }

  /** Indexes the papers a few at a time. */
  async fillBy(pause: Pause): Promise<void> {
    let done = 0;
    // Whoever made the search has it in hand before the first paper is indexed.
    await Promise.resolve();
    for (const id of [...this.#papers.keys()]) {
      if (this.#isClosed) return;
      const paper = this.#papers.get(id);
      if (paper !== undefined) this.#add(paper);
      done += 1;
      if (done % AT_ONCE === 0) await pause();
    }
    this.#index.prepare();
  }

  /** Stops indexing. */
  close(): void {
    this.#isClosed = true;
  }

  #add(paper: Paper): void {
    if (this.#indexed.has(paper.id)) return;
    this.#index.add(documentOf(paper));
    this.#indexed.set(paper.id, paper);
  }
}

/** Whether two states of a paper have the same terms: new votes alone are nothing to index again. */
function sayTheSame(one: Paper, other: Paper): boolean {
  return JSON.stringify(textsOf(one)) === JSON.stringify(textsOf(other));
}
