/** BM25 as measured best on queries over the archive. */
const BM25 = { k: 1.6, b: 0.7 };

/** Up to so many papers a term's array is made anew for one more, without the spare room of one that grows. */
const SMALL = 16;

/** One part of the papers (titles, or names) by its terms. Papers are numbered, so that scores can stand in arrays. */
export class Field {
  /** The papers with a term; one that has it twice stands there twice, side by side. */
  readonly #papers = new Map<string, number[]>();
  /** How many different terms a paper has. */
  readonly #lengths: number[] = [];
  #sum = 0;

  add(paper: number, terms: readonly string[]): void {
    for (const term of terms) {
      const papers = this.#papers.get(term);
      if (papers === undefined) this.#papers.set(term, [paper]);
      else if (papers.length < SMALL) this.#papers.set(term, [...papers, paper]);
      else papers.push(paper);
    }
    this.#setLength(paper, new Set(terms).size);
  }

  /** @param terms as they were added */
  remove(paper: number, terms: readonly string[]): void {
    for (const term of new Set(terms)) {
      const others = (this.#papers.get(term) ?? []).filter((other) => other !== paper);
      if (others.length > 0) this.#papers.set(term, others);
      else this.#papers.delete(term);
    }
    this.#setLength(paper, 0);
  }

  terms(): Iterable<string> {
    return this.#papers.keys();
  }

  /** In how many papers a term stands, where one that has it twice counts twice. */
  count(term: string): number {
    return this.#papers.get(term)?.length ?? 0;
  }

  /** Tells each paper with a term what that is worth by BM25. */
  score(term: string, tell: (paper: number, score: number) => void): void {
    const papers = this.#papers.get(term) ?? [];
    const rarity = rarityOf(papers.length, this.#lengths.length);
    const average = this.#sum / this.#lengths.length;
    for (let at = 0; at < papers.length; ) {
      const paper = papers[at] ?? 0;
      const first = at;
      while (papers[at] === paper) at++;
      const times = at - first;
      const share = (this.#lengths[paper] ?? 0) / average;
      tell(paper, (rarity * times * (BM25.k + 1)) / (times + BM25.k * (1 - BM25.b + BM25.b * share)));
    }
  }

  #setLength(paper: number, length: number): void {
    this.#sum += length - (this.#lengths[paper] ?? 0);
    this.#lengths[paper] = length;
  }
}

function rarityOf(papers: number, all: number): number {
  return Math.log(1 + Math.max(0, all - papers + 0.5) / (papers + 0.5));
}
