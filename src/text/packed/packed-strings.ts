import { editDistance } from '../distance.ts';
import { hashOf } from '../hash.ts';

/** Ends every line, so that no typed text matches across two lines. */
const END = '\n';

/** A text by its number, and how many typing mistakes away it is. */
interface Misspelt {
  readonly index: number;
  readonly distance: number;
}

/** Lines read before each `yield`: about 2 ms of work. */
const AT_ONCE = 4_096;

/** Words of a line by their hash: those of one hash stand together, each with the number of its line. */
interface Table {
  readonly lines: Uint32Array;
  /** Where the lines of each hash begin, and the end of the last. */
  readonly starts: Uint32Array;
  /** Which letters each line has: a bit stands for several letters. */
  readonly letters: Uint32Array;
}

/** Packed strings as plain data. */
export interface Packed {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly table: Table;
}

/**
 * Short texts joined into one string, with a table of their words: 250,000 names take about 8 MB, a fifth of maps of all
 * words. A searched text must not be empty.
 */
export class PackedStrings {
  /** As `bytesOf` gives it. */
  readonly #text: string;
  /** Offsets of the lines, and the offset after the last line. */
  readonly #starts: Uint32Array;
  readonly #table: Table;

  private constructor({ text, starts, table }: Packed) {
    this.#text = text;
    this.#starts = starts;
    this.#table = table;
  }

  static *of(lines: readonly string[]): Generator<void, PackedStrings> {
    const starts = new Uint32Array(lines.length + 1);
    let start = END.length;
    lines.forEach((line, index) => {
      starts[index] = start;
      start += Buffer.byteLength(line) + END.length;
    });
    starts[lines.length] = start;
    yield;
    const table = yield* tableOf(lines);
    return new PackedStrings({ text: bytesOf(`${END}${lines.join(END)}${END}`), starts, table });
  }

  /** @param packed as `packed` gives it; its arrays may be parts of a larger buffer, so they are copied */
  static from({ text, starts, table: { lines, starts: places, letters } }: Packed): PackedStrings {
    const table = { lines: lines.slice(), starts: places.slice(), letters: letters.slice() };
    return new PackedStrings({ text, starts: starts.slice(), table });
  }

  get packed(): Packed {
    return { text: this.#text, starts: this.#starts, table: this.#table };
  }

  /** @param index counted from 0 */
  at(index: number): string {
    const line = this.#text.slice(this.#starts[index] ?? 0, (this.#starts[index + 1] ?? 0) - END.length);
    return IS_ASCII.test(line) ? line : Buffer.from(line, 'latin1').toString();
  }

  /** The numbers of the lines that have a word, ascending. */
  *having(word: string): Generator<number> {
    const { lines, starts } = this.#table;
    const place = hashOf(word, 0, word.length) % (starts.length - 1);
    let last = -1;
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at++) {
      const line = lines[at] ?? 0;
      if (line === last || !` ${this.at(line)} `.includes(` ${word} `)) continue;
      last = line;
      yield line;
    }
  }

  /** The numbers of the lines that contain a text, ascending; it reads all of them. */
  containing(text: string): Generator<number> {
    return this.#find(text, 0);
  }

  startingWith(text: string): Generator<number> {
    return this.#find(`${END}${text}`, END.length);
  }

  /** Lines within this many typing mistakes, ascending. */
  *within(text: string, mistakes: number): Generator<Misspelt> {
    const { letters } = this.#table;
    const own = lettersIn(text);
    for (let index = 0; index < letters.length; index++) {
      if (!areClose(letters[index] ?? 0, own, mistakes)) continue;
      const distance = editDistance(text, this.at(index), mistakes);
      if (distance <= mistakes) yield { index, distance };
    }
  }

  /** @param lead how many characters of `wanted` come before the line that it finds */
  *#find(wanted: string, lead: number): Generator<number> {
    const text = bytesOf(wanted);
    let at = this.#text.indexOf(text);
    while (at >= 0) {
      const index = this.#lineAt(at + lead);
      yield index;
      at = this.#text.indexOf(text, (this.#starts[index + 1] ?? this.#text.length) - lead);
    }
  }

  #lineAt(position: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const IS_ASCII = /^[\0-\x7f]*$/;

/** A text's bytes in UTF-8, a letter each: a single letter beyond Latin-1 would double the memory of a long text. */
function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function* tableOf(lines: readonly string[]): Generator<void, Table> {
  const starts = new Uint32Array(lines.length + 2);
  const letters = new Uint32Array(lines.length);
  const size = lines.length + 1;
  for (const [at, line] of lines.entries()) {
    if (at % AT_ONCE === 0) yield;
    letters[at] = lettersIn(line);
    eachHash(line, (hash) => {
      starts[(hash % size) + 1] = (starts[(hash % size) + 1] ?? 0) + 1;
    });
  }
  for (let place = 1; place <= size; place++) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  const next = starts.slice();
  const byHash = new Uint32Array(starts[size] ?? 0);
  for (const [at, line] of lines.entries()) {
    if (at % AT_ONCE === 0) yield;
    eachHash(line, (hash) => {
      const place = next[hash % size] ?? 0;
      byHash[place] = at;
      next[hash % size] = place + 1;
    });
  }
  return { lines: byHash, starts, letters };
}

/** Calls back with the hash of each word of a line. */
function eachHash(line: string, take: (hash: number) => void): void {
  for (let from = 0; from < line.length; ) {
    const found = line.indexOf(' ', from);
    const to = found < 0 ? line.length : found;
    if (to > from) take(hashOf(line, from, to));
    from = to + 1;
  }
}

/** Which letters a text has: a bit stands for several letters. */
export function lettersIn(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

/** Whether texts with some letters may be this many typing mistakes apart: each takes a letter away, adds one, or both. */
export function areClose(letters: number, others: number, mistakes: number): boolean {
  let apart = letters ^ others;
  for (let bit = 0; bit < 2 * mistakes; bit++) apart &= apart - 1;
  return apart === 0;
}

/**
 * Whether a line of words with spaces around them (` song han `) has a different word for each one typed.
 *
 * @param typed ` han ` for a whole word, ` ha` for the beginning of one; longer words first
 */
export function hasWords(line: string, typed: readonly string[]): boolean {
  let rest = line;
  return typed.every((word) => {
    const at = rest.indexOf(word);
    if (at < 0) return false;
    // Remove the matched word.
    rest = rest.slice(0, at) + rest.slice(rest.indexOf(' ', at + 1));
    return true;
  });
}

/** V8 keeps a substring from 13 letters on as a view, which keeps the whole text in memory. */
const VIEW_MIN = 13;

/** The same text as a string of its own, for texts that are kept for long. */
export function ownCopy(text: string): string {
  return text.length < VIEW_MIN ? text : [...text].join('');
}
