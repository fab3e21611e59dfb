/** A paper found, by its number. */
export interface Found {
  readonly paper: number;
  readonly score: number;
  /** How much of what the query tells the paper has. */
  readonly told: number;
}

/** Adds up what the terms of one query give each paper. Papers are numbered from 0. */
export class Tally {
  readonly #scores: Float64Array;
  readonly #told: Float64Array;
  /** How many terms a paper has, and the last of them. */
  readonly #matched: Uint16Array;
  readonly #last: Uint16Array;

  constructor(papers: number) {
    this.#scores = new Float64Array(papers);
    this.#told = new Float64Array(papers);
    this.#matched = new Uint16Array(papers);
    this.#last = new Uint16Array(papers);
  }

  /**
   * @param term its number in the query, from 1; terms come one after another
   * @param telling what the term tells, counted once a paper
   */
  add(paper: number, term: number, telling: number, score: number): void {
    this.#scores[paper] = (this.#scores[paper] ?? 0) + score;
    if (this.#last[paper] === term) return;
    this.#last[paper] = term;
    this.#matched[paper] = (this.#matched[paper] ?? 0) + 1;
    this.#told[paper] = (this.#told[paper] ?? 0) + telling;
  }

  /** The best papers; each counts as many times as it has terms. */
  best(limit: number, isWanted: (paper: number) => boolean): readonly Found[] {
    const best: Found[] = [];
    let least = 0;
    for (let paper = 0; paper < this.#scores.length; paper++) {
      const score = (this.#scores[paper] ?? 0) * (this.#matched[paper] ?? 0);
      if (score <= least || !isWanted(paper)) continue;
      const place = best.findLastIndex((other) => other.score >= score) + 1;
      best.splice(place, 0, { paper, score, told: this.#told[paper] ?? 0 });
      if (best.length > limit) best.pop();
      if (best.length === limit) least = best.at(-1)?.score ?? 0;
    }
    return best;
  }
}
