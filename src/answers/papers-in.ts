import { papersNamed, withoutPapers } from '../archive/ids.ts';
import type { Paper, PaperId } from '../archive/paper.ts';
import { mask } from '../questions/read/placeholders.ts';
import type { Library } from '../questions/read/query.ts';
import { findPaper } from '../questions/read/titles.ts';

/** Longer lines are prose in which nobody names a paper in so many words; more lines are looked at no further. */
const LINE_MAX = 400;
const LINES_MAX = 60;

/** Addresses of anything: a title within one is none. */
const ADDRESSES = /https?:\/\/\S*/gi;

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
  const named = papersNamed(text);
  for (const { id, start, isSure } of named) {
    const paper = library.archive.paper(id);
    if (paper !== undefined) places.set(paper, Math.min(start, places.get(paper) ?? start));
    else if (isSure) missing.add(id);
  }
  const rest = withoutPapers(text, named).replace(ADDRESSES, (address) => ' '.repeat(address.length));
  for (const { line, start } of linesOf(rest)) {
    for (const typed of mask(line, library).masks.values()) {
      const found = findPaper(typed, library);
      if (found.is !== 'one') continue;
      const index = start + Math.max(0, line.indexOf(typed));
      places.set(found.paper, Math.min(index, places.get(found.paper) ?? index));
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
  const named = papersNamed(question).filter(({ id, isSure }) => isSure || archive.paper(id) !== undefined);
  const [id, ...others] = new Set(named.map((one) => one.id));
  if (id === undefined || others.length > 0) return null;
  const itself = /[가-힣]/.test(question) ? '이 논문' : 'this paper';
  let rest = question;
  for (const { start, end } of named.toReversed()) rest = rest.slice(0, start) + itself + rest.slice(end);
  return { id, question: rest };
}

function linesOf(text: string): { readonly line: string; readonly start: number }[] {
  return [...text.matchAll(/[^\n]+/g)]
    .slice(0, LINES_MAX)
    .map(({ 0: line, index }) => ({ line: line.slice(0, LINE_MAX), start: index }));
}
