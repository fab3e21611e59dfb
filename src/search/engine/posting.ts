/** A posting is one whole number: the paper's number and, in its lowest bits, in steps what the term counts there. */
const BITS = 10;
const STEPS = 1 << BITS;
/** What a term can count at most: every boost times BM25's limit is less. */
const IMPACT_MAX = 32;

/** What one step counts. */
export const STEP = IMPACT_MAX / STEPS;

/** The papers of one term. */
export interface TermPostings {
  /** Adds what the term counts, times `factor`, to the score of every paper that has it. */
  addTo(scores: Float64Array, factor: number): void;
  has(paper: number): boolean;
}

/** The papers of every term, in the order of their numbers. */
export interface PostingLists {
  /** Every term that a paper has, each once. */
  terms(): Iterable<string>;
  papersWith(term: string): number;
  /** Null where no paper has the term. */
  of(term: string): TermPostings | null;
  /** Takes a paper out of a term; a paper that it does not have changes nothing. */
  remove(term: string, paper: number): void;
}

/** @param impact what the term counts in the paper, before its rarity */
export function postingOf(paper: number, impact: number): number {
  return paper * STEPS + Math.max(1, Math.min(STEPS - 1, Math.round(impact / STEP)));
}

export function paperOf(posting: number): number {
  return posting >>> BITS;
}

/** What the term counts, in steps; 0 for a posting that was taken out. */
export function impactOf(posting: number): number {
  return posting & (STEPS - 1);
}
