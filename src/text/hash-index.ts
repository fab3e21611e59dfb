import { SLICE, type Sliced } from '../sliced.ts';

/** So many texts can be numbered: a hash of 32 bits and a number of 21 fill the 53 bits of a whole number. */
const TEXTS_MAX = 2 ** 21;

/**
 * Texts by hashes of what they hold, in 8 bytes an entry, where a map of arrays takes ten times as much. Two things
 * may hash alike: whoever asks must look at the text.
 */
export class Hashed {
  /** Each a hash and the number of a text in one, ascending. */
  readonly #entries: Float64Array;

  private constructor(entries: readonly number[]) {
    this.#entries = new Float64Array(entries).sort();
  }

  /** @param hashesOf for the number of each text, counted from 0 */
  static *of(texts: number, hashesOf: (text: number) => readonly number[]): Sliced<Hashed> {
    const entries: number[] = [];
    for (let text = 0; text < texts; text++) {
      if (text % SLICE === 0) yield;
      for (const hash of hashesOf(text)) entries.push(hash * TEXTS_MAX + text);
    }
    yield;
    const hashed = new Hashed(entries);
    yield;
    return hashed;
  }

  /** The numbers of the texts under a hash, ascending, each once. */
  *under(hash: number): Generator<number> {
    const end = (hash + 1) * TEXTS_MAX;
    let last = -1;
    for (let place = this.#placeOf(hash * TEXTS_MAX); ; place++) {
      const entry = this.#entries[place] ?? end;
      if (entry >= end) return;
      if (entry !== last) yield entry % TEXTS_MAX;
      last = entry;
    }
  }

  #placeOf(entry: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#entries[middle] ?? 0) < entry) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * 32 bits of FNV-1a over a part of a text.
 *
 * @param seed keeps apart what is hashed in different roles
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function hashOf(text: string, from = 0, to = text.length, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
