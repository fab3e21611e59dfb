/**
 * Number of insertions, deletions, replacements and swaps of neighbours that turn one text into the other (optimal
 * string alignment).
 *
 * @returns the distance, or Infinity when it is above `max`
 */
export function editDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return Number.POSITIVE_INFINITY;
  if (b.length + 2 > rows[0].length) rows = rowsOf(b.length * 2);
  let [older, last, row] = rows;
  for (let j = 0; j <= Math.min(b.length, max + 1); j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    // Only cells within `max` of the diagonal can end up within `max`.
    const from = Math.max(1, i - max);
    const to = Math.min(b.length, i + max);
    row[from - 1] = from === 1 ? Math.min(i, BEYOND) : BEYOND;
    row[to + 1] = BEYOND;
    let least = row[from - 1] ?? BEYOND;
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cell = (last[j - 1] ?? BEYOND) + (same ? 0 : 1);
      cell = Math.min(cell, (last[j] ?? BEYOND) + 1, (row[j - 1] ?? BEYOND) + 1);
      if (i > 1 && j > 1 && isSwap(a, i, b, j)) cell = Math.min(cell, (older[j - 2] ?? BEYOND) + 1);
      row[j] = cell;
      least = Math.min(least, cell);
    }
    if (least > max) return Number.POSITIVE_INFINITY;
    [older, last, row] = [last, row, older];
  }
  const distance = last[b.length] ?? BEYOND;
  return distance > max ? Number.POSITIVE_INFINITY : distance;
}

type Rows = readonly [Uint8Array, Uint8Array, Uint8Array];

/** Reused for every pair: one question compares thousands. */
let rows = rowsOf(64);

function rowsOf(width: number): Rows {
  return [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];
}

/** Means "too far" in a byte, with room to add to it. */
const BEYOND = 200;

function isSwap(a: string, i: number, b: string, j: number): boolean {
  return a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
}

/** Edit distance within which an unknown word may mean a known one. */
export function mistakesIn(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}
