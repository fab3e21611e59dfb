import { editDistance } from './distance.ts';

/** Ends every line, so that no typed text matches across two lines. */
const END = '\n';

/** A text by its number, and how many typing mistakes away it is. */
interface Misspelt {
  readonly index: number;
  readonly distance: number;
}

/**
 * Short texts joined into one string, which is searched as fast as the machine reads memory: 250,000 names take about
 * 4 MB, a tenth of maps of all words. A searched text must not be empty.
 */
export class PackedStrings {
  readonly #text: string;
  /** Offsets of the lines, and the offset after the last line. */
  readonly #starts: Uint32Array;

  constructor(lines: readonly string[]) {
    this.#starts = new Uint32Array(lines.length + 1);
    let start = END.length;
    lines.forEach((line, index) => {
      this.#starts[index] = start;
      start += line.length + END.length;
    });
    this.#starts[lines.length] = start;
    this.#text = `${END}${lines.join(END)}${END}`;
  }

  get count(): number {
    return this.#starts.length - 1;
  }

  /** @param index counted from 0 */
  at(index: number): string {
    const start = this.#starts[index] ?? 0;
    return this.#text.slice(start, start + this.lengthOf(index));
  }

  lengthOf(index: number): number {
    return (this.#starts[index + 1] ?? 0) - (this.#starts[index] ?? 0) - END.length;
  }

  /** The numbers of the lines that contain a text, ascending. */
  containing(text: string): Generator<number> {
    return this.#find(text, 0);
  }

  startingWith(text: string): Generator<number> {
    return this.#find(`${END}${text}`, END.length);
  }

  equalTo(text: string): Generator<number> {
    return this.#find(`${END}${text}${END}`, END.length);
  }

  /** Lines within this many typing mistakes, ascending. Costs 4 ms of CPU for 60,000 names. */
  *within(text: string, mistakes: number): Generator<Misspelt> {
    for (let index = 0; index < this.count; index++) {
      if (Math.abs(this.lengthOf(index) - text.length) > mistakes) continue;
      const distance = editDistance(text, this.at(index), mistakes);
      if (distance <= mistakes) yield { index, distance };
    }
  }

  /** @param lead how many characters of `text` come before the line that it finds */
  *#find(text: string, lead: number): Generator<number> {
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
