import { readPaperId } from '../archive/ids.ts';
import type { Paper, PaperId } from '../archive/paper.ts';
import { mask } from '../questions/read/placeholders.ts';
import type { Library } from '../questions/read/query.ts';
import { findPaper } from '../questions/read/titles.ts';

/** Longer lines are prose in which nobody names a paper in so many words; more lines are looked at no further. */
const LINE_MAX = 400;
const LINES_MAX = 60;

/** Addresses, ids behind the name of arXiv, and bare ids; `readPaperId` says what they are. */
const PIECE =
  /(?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/[\w.~%/?#&=:+@-]+|arxiv\s*[:.]?\s*(?:[a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?(?!\d)|(?<![\p{L}\p{N}./-])\d{4}\.\d{4,5}(?:v\d+)?(?!\d|\.\d)/giu;

/** arXiv's numbers had four digits until the end of 2014 and have five since; others only look like them. */
const REAL = /^(?:0[7-9]|1[0-4])\d{2}\.\d{4}$|^(?:1[5-9]|[2-9]\d)\d{2}\.\d{5}$/;

/** The papers that a text names, in the order in which they stand there. */
export interface PapersIn {
  readonly papers: readonly Paper[];
  /** Ids of papers that the archive does not hold. */
  readonly missing: readonly PaperId[];
}

/**
 * Finds the papers that a text names: arXiv's and Hugging Face's addresses, ids as people write them, and titles of the
 * archive word for word.
 */
export function papersIn(text: string, library: Library): PapersIn {
  const places = new Map<Paper, number>();
  const missing = new Set<PaperId>();
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const id = readPaperId(piece.replace(/[.:?_~/]+$/, ''));
    const paper = id === null ? undefined : library.archive.paper(id);
    if (paper !== undefined) places.set(paper, Math.min(index, places.get(paper) ?? index));
    else if (id !== null && isNamed(id, piece)) missing.add(id);
  }
  for (const { line, start } of linesOf(text.replace(PIECE, (piece) => ' '.repeat(piece.length)))) {
    for (const typed of mask(line, library).masks.values()) {
      const named = findPaper(typed, library);
      if (named.is !== 'one') continue;
      const index = start + Math.max(0, line.indexOf(typed));
      places.set(named.paper, Math.min(index, places.get(named.paper) ?? index));
    }
  }
  const papers = [...places].sort(([, a], [, b]) => a - b).map(([paper]) => paper);
  return { papers, missing: [...missing] };
}

/**
 * Reads a question that names one paper by its id or address as a question about that paper: `what is 2412.04467 about?`
 *
 * @returns null where it names none so, or several
 */
export function aboutOneIn(question: string, { archive }: Library): { id: PaperId; question: string } | null {
  const ids = new Set<PaperId>();
  const rest = question.replace(PIECE, (piece) => {
    const id = readPaperId(piece.replace(/[.:?_~/]+$/, ''));
    if (id === null || !(archive.paper(id) || isNamed(id, piece))) return piece;
    ids.add(id);
    return /[가-힣]/.test(question) ? '이 논문' : 'this paper';
  });
  const [id] = ids;
  return id === undefined || ids.size > 1 ? null : { id, question: rest };
}

/** Whether what has an id's shape is one: a bare number may be anything, and so may `and/2024123`. */
function isNamed(id: PaperId, piece: string): boolean {
  return /arxiv|huggingface|hf\.co|doi\.org/i.test(piece) || REAL.test(id);
}

function linesOf(text: string): { readonly line: string; readonly start: number }[] {
  return [...text.matchAll(/[^\n]+/g)]
    .slice(0, LINES_MAX)
    .map(({ 0: line, index }) => ({ line: line.slice(0, LINE_MAX), start: index }));
}
