import { editDistance, type Piece, untouchedPieces } from './distance.ts';
import { Hashed, hashOf } from './hash-index.ts';
import type { Lines } from './packed-strings.ts';

/** The most typing mistakes that can be asked for. */
const MISTAKES_MAX = 2;

/** A text that may be meant, by its number, and how many mistakes away it is. */
export interface Near {
  readonly index: number;
  readonly distance: number;
}

/**
 * Texts to be found in spite of typing mistakes, by the pieces that mistakes leave untouched: a piece is looked up
 * for texts of about the same length, at about the same place. Looking through 150,000 names takes 50 times as long.
 *
 * @see Li, Deng, Wang, Feng: Pass-Join, PVLDB 5(3), 2011
 */
export class NearTexts {
  readonly #texts: Lines;
  readonly #pieces: Hashed;

  constructor(texts: Lines) {
    this.#texts = texts;
    this.#pieces = new Hashed(texts.count, (index) => pieceHashes(texts.at(index)));
  }

  /** Texts within so many mistakes (up to 2), each once; with none, ascending. */
  *within(text: string, mistakes: number): Generator<Near> {
    const seen = new Set<number>();
    for (const hash of pieceHashesNear(text, mistakes)) {
      for (const index of this.#pieces.under(hash)) {
        if (seen.has(index)) continue;
        seen.add(index);
        const distance = editDistance(text, this.#texts.at(index), mistakes);
        if (distance <= mistakes) yield { index, distance };
      }
    }
  }
}

/** Hashes of the pieces under which a text is found. */
export function pieceHashes(text: string): readonly number[] {
  return piecesOf(text.length).map(({ from, to }, piece) =>
    hashOf(text, from, to, seedOf(text.length, piece)),
  );
}

/** Hashes of which every text within so many mistakes (up to 2) has at least one. */
export function* pieceHashesNear(text: string, mistakes: number): Generator<number> {
  for (let length = Math.max(0, text.length - mistakes); length <= text.length + mistakes; length++)
    yield* hashesIn(text, length, mistakes);
}

/**
 * Under what a text of some length that is meant may stand: its pieces, as they are written in the text typed. With
 * fewer mistakes than pieces, one of the last `mistakes + 1` pieces is whole and has at most as many mistakes before
 * it as pieces, and the rest behind it, which tells how far it can have moved.
 */
function* hashesIn(text: string, length: number, mistakes: number): Generator<number> {
  const longer = text.length - length;
  const pieces = untouchedPieces(length, MISTAKES_MAX);
  for (let before = 0; before <= mistakes; before++) {
    const piece = before + MISTAKES_MAX - mistakes;
    const { from, to } = pieces[piece] ?? { from: 0, to: 0 };
    const behind = mistakes - before;
    const most = Math.min(before, longer + behind);
    for (let shift = Math.max(-before, longer - behind); shift <= most; shift++) {
      if (from + shift < 0 || to + shift > text.length) continue;
      yield hashOf(text, from + shift, to + shift, seedOf(length, piece));
    }
  }
}

function seedOf(length: number, piece: number): number {
  return length * (MISTAKES_MAX + 1) + piece + 1;
}

const piecesOf = remembered((length) => untouchedPieces(length, MISTAKES_MAX));

function remembered(make: (length: number) => readonly Piece[]): (length: number) => readonly Piece[] {
  const made = new Map<number, readonly Piece[]>();
  return (length) => {
    const pieces = made.get(length) ?? make(length);
    made.set(length, pieces);
    return pieces;
  };
}
