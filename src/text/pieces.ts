import { hashOf } from './hash.ts';

/** The most typing mistakes to search for. */
const MISTAKES_MAX = 2;

/** Hashes of a text's pieces: its keys in the index. */
export function pieceHashes(text: string): readonly number[] {
  return piecesOf(text.length).map(({ from, to }, piece) =>
    hashOf(text, from, to, seedOf(text.length, piece)),
  );
}

/** Hashes such that every text within `mistakes` (up to 2) has at least one of them. */
export function* pieceHashesNear(text: string, mistakes: number): Generator<number> {
  for (let length = Math.max(0, text.length - mistakes); length <= text.length + mistakes; length++)
    yield* hashesIn(text, length, mistakes);
}

/**
 * Keys that a text of a given length may have, cut from the typed text. With fewer mistakes than pieces, one of the last
 * `mistakes + 1` pieces is unchanged. It has at most as many mistakes before it as pieces, which limits how far it moved.
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

/** A part of a text: start included, end excluded. */
interface Piece {
  readonly from: number;
  readonly to: number;
}

/**
 * Pieces of a text. Every text within `max` edits has at least one of them unchanged, moved by at most `max` places: an
 * edit touches at most two neighbouring letters, so it changes only one of `max + 1` pieces that have a letter between.
 */
function untouchedPieces(length: number, max: number): readonly Piece[] {
  const letters = Math.max(0, length - max);
  return Array.from({ length: max + 1 }, (_, piece) => ({
    from: Math.min(length, Math.floor((letters * piece) / (max + 1)) + piece),
    to: Math.min(length, Math.floor((letters * (piece + 1)) / (max + 1)) + piece),
  }));
}
