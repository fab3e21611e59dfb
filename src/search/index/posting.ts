/** A posting is one whole number: the paper's number and, in its lowest bits, in steps what the term counts there. */
const BITS = 10;
const STEPS = 1 << BITS;
/** What a term can count at most: every boost times BM25's limit is less. */
const IMPACT_MAX = 32;

/** What one step counts. */
export const STEP = IMPACT_MAX / STEPS;

/** @param impact what the term counts in the paper, before its rarity */
export function postingOf(paper: number, impact: number): number {
  return paper * STEPS + Math.max(1, Math.min(STEPS - 1, Math.round(impact / STEP)));
}

export function paperOf(posting: number): number {
  return posting >>> BITS;
}

/** What the term counts, in steps. */
export function impactOf(posting: number): number {
  return posting & (STEPS - 1);
}

/** The same postings of papers whose numbers are higher by `papers`. */
export function movedBy(papers: number, postings: readonly number[]): Uint32Array {
  return Uint32Array.from(postings, (posting) => posting + papers * STEPS);
}

/** Postings as they are kept in a file. */
export function bytesOf(postings: Uint32Array): Buffer {
  return Buffer.from(postings.buffer, postings.byteOffset, postings.byteLength);
}

export function fromBytes(bytes: Buffer): Uint32Array {
  // A view needs a place divisible by four.
  const own = bytes.byteOffset % 4 === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
  return new Uint32Array(own.buffer, own.byteOffset, own.byteLength / 4);
}

/** Whether a paper is among postings in ascending order. */
export function holds(postings: Uint32Array, paper: number): boolean {
  let [low, high] = [0, postings.length - 1];
  // Of several blocks one at most has the number.
  if (high < 0 || paperOf(postings[0] ?? 0) > paper || paperOf(postings[high] ?? 0) < paper) return false;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const here = paperOf(postings[middle] ?? 0);
    if (here === paper) return true;
    if (here < paper) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
