/** Ends every line, so that nothing typed can match across two lines. */
const END = '\n';

/**
 * Short texts joined into one string, to be searched as fast as the machine reads memory: 250,000 names are about
 * 4 MB, in place of maps with an entry for every word and key. Nothing searched for may be empty.
 */
export class Lines {
  readonly #text: string;
  /** Where each line starts; one more at the end, where the next would. */
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

  /** The line with a number, counted from 0. */
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

  /** @param lead how many characters of `text` stand before the line that is meant */
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
    // What matched is taken out up to the end of its word.
    rest = rest.slice(0, at) + rest.slice(rest.indexOf(' ', at + 1));
    return true;
  });
}
