/** A posting is one integer: the paper's number, and in the lowest bits the term's impact in steps. */
const BITS = 10;
const STEPS = 1 << BITS;
/** Upper bound of an impact; the sum of all boosts times BM25's limit is less. */
const IMPACT_MAX = 32;
/** Impact of one step. */
export const STEP = IMPACT_MAX / STEPS;

/** @param impact of the term in the paper, before rarity */
export function postingOf(paper: number, impact: number): number {
  return paper * STEPS + Math.max(1, Math.min(STEPS - 1, Math.round(impact / STEP)));
}

export function paperOf(posting: number): number {
  return posting >>> BITS;
}

/** Impact in steps. */
export function impactOf(posting: number): number {
  return posting & (STEPS - 1);
}

/** Postings with `papers` added to each paper's number. */
export function movedBy(papers: number, postings: readonly number[]): Uint32Array {
  return Uint32Array.from(postings, (posting) => posting + papers * STEPS);
}

/** Postings as the file stores them. */
export function bytesOf(postings: Uint32Array): Buffer {
  return Buffer.from(postings.buffer, postings.byteOffset, postings.byteLength);
}

export function fromBytes(bytes: Buffer): Uint32Array {
  // A view needs an offset divisible by four.
  const own = bytes.byteOffset % 4 === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
  return new Uint32Array(own.buffer, own.byteOffset, own.byteLength / 4);
}
