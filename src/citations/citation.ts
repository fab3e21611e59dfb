import type { Paper, PaperId } from '../archive/paper.ts';

/** The formats in which papers are cited. */
export const CITATION_FORMATS = ['bibtex', 'ris', 'markdown'] as const;

export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** The authors in the paper's own order, or why they are left out. */
export type CitedAuthors =
  | { readonly names: readonly string[]; readonly more: boolean }
  | { readonly unknown: 'order' | 'names' };

/** A paper as every format cites it. */
export interface Citation {
  readonly id: PaperId;
  /** On one line, with the TeX of arXiv. */
  readonly title: string;
  readonly authors: CitedAuthors;
  /** The year in which arXiv received it, by its id. */
  readonly year: number;
  /** From 1. */
  readonly month: number;
  /** The paper's page on arXiv. */
  readonly url: string;
  readonly doi: string;
}

/** arXiv ids begin with year and month: `2412.04467`, in the old form `cs/0112017`. @see arXiv identifier scheme */
const DATED = /^(?:[a-zA-Z.-]+\/)?(\d{2})(\d{2})/;

/** The first year of arXiv: ids of 1991 to 1999 have the years 91 to 99. */
const FIRST_YEAR = 91;

const NOTES = { order: 'Author order unknown', names: 'Authors incompletely known' } as const;

/** The note of an entry without authors; null if it names them. */
export function noteOf({ authors }: Citation): string | null {
  return 'names' in authors ? null : NOTES[authors.unknown];
}

/** Whether the authors and their order are known, so that a citation can name them. */
export function knowsOrder({ authors, details }: Pick<Paper, 'authors' | 'details'>): boolean {
  return authors.ordered === true && authors.names.length > 0 && (details?.hiddenAuthors ?? 0) === 0;
}

export function citationOf(paper: Paper): Citation {
  const [, year = '0', month = '1'] = DATED.exec(paper.id) ?? [];
  const short = Number(year);
  return {
    id: paper.id,
    title: onOneLine(paper.title) || paper.id,
    authors: authorsOf(paper),
    year: short >= FIRST_YEAR ? 1900 + short : 2000 + short,
    month: Number(month),
    url: `https://arxiv.org/abs/${paper.id}`,
    doi: `10.48550/arXiv.${paper.id}`,
  };
}

function authorsOf(paper: Paper): CitedAuthors {
  const { names, cut, ordered } = paper.authors;
  if (!knowsOrder(paper)) return { unknown: ordered === true ? 'names' : 'order' };
  return { names: names.map(onOneLine).filter((name) => name !== ''), more: cut };
}

/** A text without line breaks and invisible characters. */
function onOneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
