import { type Packed, PackedStrings } from './packed-strings.ts';

/** Packed lists as plain data. */
export interface PackedListsData {
  readonly texts: Packed;
  /** Where the numbers of each text begin, and the end of the last. */
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
}

/** Numbers by text: 20,000 texts take 1 MB, a third of a map of arrays. */
export class PackedLists {
  readonly texts: PackedStrings;
  readonly #starts: Uint32Array;
  readonly #numbers: Uint32Array;

  private constructor(texts: PackedStrings, starts: Uint32Array, numbers: Uint32Array) {
    this.texts = texts;
    this.#starts = starts;
    this.#numbers = numbers;
  }

  /** @param lists by text; a text is one word */
  static *of(lists: ReadonlyMap<string, readonly number[]>): Generator<void, PackedLists> {
    const starts = new Uint32Array(lists.size + 1);
    for (const [at, list] of [...lists.values()].entries()) starts[at + 1] = (starts[at] ?? 0) + list.length;
    const texts = yield* PackedStrings.of([...lists.keys()]);
    return new PackedLists(texts, starts, Uint32Array.from([...lists.values()].flat()));
  }

  /** @param packed as `packed` gives it */
  static from({ texts, starts, numbers }: PackedListsData): PackedLists {
    return new PackedLists(PackedStrings.from(texts), starts.slice(), numbers.slice());
  }

  get packed(): PackedListsData {
    return { texts: this.texts.packed, starts: this.#starts, numbers: this.#numbers };
  }

  get size(): number {
    return this.#starts.length - 1;
  }

  /** The place of a text among all; undefined without it. */
  placeOf(text: string): number | undefined {
    const [place] = this.texts.having(text);
    return place;
  }

  at(place: number): Uint32Array {
    return this.#numbers.subarray(this.#starts[place], this.#starts[place + 1]);
  }
}
