import { hashOf } from '../../text/hash.ts';

/** The most typing mistakes that can be asked for. */
const MISTAKES_MAX = 2;

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

/** A part of a text, from one place up to another. */
interface Piece {
  readonly from: number;
  readonly to: number;
}

/**
 * Pieces of a text of which at least one stands unchanged in every text within `max` edits, at most `max` places
 * away: an edit touches two neighbouring letters at most, so it spoils one of max + 1 pieces that have a letter
 * between them.
 */
function untouchedPieces(length: number, max: number): readonly Piece[] {
  const letters = Math.max(0, length - max);
  return Array.from({ length: max + 1 }, (_, piece) => ({
    from: Math.min(length, Math.floor((letters * piece) / (max + 1)) + piece),
    to: Math.min(length, Math.floor((letters * (piece + 1)) / (max + 1)) + piece),
  }));
}
