import type { Paper } from '../archive/paper.ts';
import { writeBibtex } from './bibtex.ts';
import { type CitationFormat, citationOf } from './citation.ts';
import { writeMarkdown } from './markdown.ts';
import { writeRis } from './ris.ts';

const WRITERS = { bibtex: writeBibtex, ris: writeRis, markdown: writeMarkdown } as const;

/** How the file of each format ends. */
export const CITATION_FILES: Readonly<Record<CitationFormat, string>> = {
  bibtex: 'bib',
  ris: 'ris',
  markdown: 'md',
};

/** Papers in one of the formats, in their order. */
export function writeCitations(papers: readonly Paper[], format: CitationFormat): string {
  return WRITERS[format](papers.map(citationOf));
}
