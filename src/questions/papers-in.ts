import { papersHeld } from '../archive/ids.ts';
import type { Paper, PaperId } from '../archive/paper.ts';
import type { Library } from './library.ts';
import { papersByTitle } from './read/tag.ts';

/** Only this many characters of a line, and this many lines, are searched for titles. */
const LINE_MAX = 400;
const LINES_MAX = 60;

/** The papers that a text names, in the order of the text. */
interface PapersIn {
  readonly papers: readonly Paper[];
  /** Ids of papers that the archive does not hold. */
  readonly missing: readonly PaperId[];
}

/**
 * Finds the papers that a text names: arXiv's and Hugging Face's addresses, ids as people write them, and titles of the
 * archive word for word.
 */
export function papersIn(text: string, library: Library): PapersIn {
  const { archive } = library;
  const ids = papersHeld(text, archive);
  const places = new Map<PaperId, number>();
  const note = (id: PaperId, place: number) => places.set(id, Math.min(place, places.get(id) ?? place));
  for (const { id, start } of ids) note(id, start);
  const rest = ids.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
  for (const { 0: line, index } of [...rest.matchAll(/[^\n]+/g)].slice(0, LINES_MAX)) {
    for (const { id, start } of papersByTitle(line.slice(0, LINE_MAX), library)) note(id, index + start);
  }
  const inOrder = [...places].sort(([, a], [, b]) => a - b).map(([id]) => id);
  return {
    papers: inOrder.flatMap((id) => archive.paper(id) ?? []),
    missing: inOrder.filter((id) => archive.paper(id) === undefined),
  };
}
