/** Chance that comes out the same again for the same seed. */
export interface Random {
  /** @returns a number from 0 up to 1 */
  next(): number;
  /** @returns a whole number from `low` to `high`, both included */
  between(low: number, high: number): number;
  /** @returns one of them */
  one<Value>(of: readonly [Value, ...Value[]]): Value;
}

/** @param seed any whole number. The generator is mulberry32: small, and good enough to pick moments with. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return { next, between, one: (of) => of[between(0, of.length - 1)] ?? of[0] };
}
