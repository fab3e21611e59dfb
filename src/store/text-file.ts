import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Bytes that are written at once; a longer text stays in memory. */
const SIZE = 65_536;

/** A text, or its number in the file. */
export type KeptText = string | number;

/**
 * Texts outside of memory: those of 12,000 papers are 20 MB, of which a question reads a few in 2 µs each. They are in a file
 * without a name, which is gone when the process ends. What cannot be written stays in memory.
 */
export class TextFile {
  #file: number | null;
  /** Where each text ends, in bytes; the first entry is where the first one begins. */
  readonly #ends = [0];
  /** The last texts, until they are written. */
  readonly #unwritten = Buffer.allocUnsafeSlow(SIZE);
  readonly #read = Buffer.allocUnsafeSlow(SIZE);
  #written = 0;
  #size = 0;
  readonly #short = new Map<string, string>();

  /** @param file its descriptor; null keeps everything in memory */
  constructor(file: number | null) {
    this.#file = file;
  }

  keep(text: string): KeptText {
    const length = Buffer.byteLength(text);
    // Half of a surrogate pair would not come back.
    if (!text.isWellFormed() || !this.#hasRoom(length)) return text;
    this.#unwritten.write(text, this.#size - this.#written);
    this.#size += length;
    return this.#ends.push(this.#size) - 1;
  }

  read(kept: KeptText): string {
    if (typeof kept === 'string') return kept;
    const [from = 0, to = 0] = this.#ends.slice(kept - 1, kept + 1);
    if (this.#file === null || from >= this.#written)
      return this.#unwritten.toString('utf8', from - this.#written, to - this.#written);
    return this.#read.toString('utf8', 0, readSync(this.#file, this.#read, 0, to - from, from));
  }

  /** The first of equal texts: names, headings and addresses are in memory once. */
  once(text: string): string {
    const first = this.#short.get(text);
    if (first === undefined) this.#short.set(text, text);
    return first ?? text;
  }

  /** The archive has been loaded: what comes later is not compared with it. */
  loaded(): void {
    this.#short.clear();
  }

  /** A second time does nothing: its number may be another file's by then. */
  close(): void {
    const file = this.#file;
    this.#file = null;
    if (file !== null) closeSync(file);
  }

  #hasRoom(length: number): boolean {
    if (this.#file === null || length > SIZE) return false;
    const waiting = this.#size - this.#written;
    if (waiting + length <= SIZE) return true;
    try {
      if (writeSync(this.#file, this.#unwritten, 0, waiting, this.#written) < waiting) return false;
    } catch {
      return false;
    }
    this.#written = this.#size;
    return true;
  }
}

/** @param beside where the file is for a moment @returns its descriptor; null where no file can be made */
export function openNameless(beside: string): number | null {
  try {
    mkdirSync(dirname(beside), { recursive: true });
    // Processes in two containers may have the same number.
    const path = `${beside}.texts.${randomBytes(8).toString('hex')}`;
    const file = openSync(path, 'wx+', 0o600);
    rmSync(path);
    return file;
  } catch {
    return null;
  }
}
