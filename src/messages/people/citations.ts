import type { AnswerOf } from '../../answers/answer.ts';
import type { Paper } from '../../archive/paper.ts';
import { CITATION_FORMATS, type CitationFormat, knowsOrder } from '../../citations/citation.ts';
import { CITATION_FILES, writeCitations } from '../../citations/write.ts';
import type { Language } from '../../language.ts';
import { CONTENT_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import { compose, type MessageFile, type Rendered } from '../message.ts';
import type { Button } from '../parts/controls/components.ts';

const TYPES: Readonly<Record<CitationFormat, string>> = {
  bibtex: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  markdown: 'text/markdown',
};

/** Discord links invitations even in code blocks, where nothing can be escaped. */
const INVITATION = /discord(?:app)?\.[a-z]/i;

/** Papers as BibTeX, RIS or Markdown: text to copy if it fits into a message, else a file. */
export function renderCitations({ papers, format, as }: AnswerOf<'citations'>, locale: Language): Rendered {
  const text = writeCitations(papers, format);
  const note = noteOf(papers, locale);
  const [paper] = papers;
  const rows = as === 'text' && paper !== undefined ? [formatButtons(paper, format, locale)] : [];
  const block = `\`\`\`${format}\n${text.replaceAll('```', "'''")}\`\`\``;
  const short = [block, ...note].join('\n');
  if (as === 'text' && short.length <= CONTENT_MAX && !INVITATION.test(text))
    return compose({ content: short, rows });
  const count = tell('cite.file', locale, {
    count: papers.length,
    format: tellPlain(`cite.formats.${format}`, locale),
  });
  return compose({ content: [count, ...note].join('\n'), files: [fileOf(text, format)], rows });
}

function fileOf(content: string, format: CitationFormat): MessageFile {
  return { name: `papers.${CITATION_FILES[format]}`, type: TYPES[format], content };
}

/** Says how many entries leave out the authors, and why. */
function noteOf(papers: readonly Paper[], locale: Language): string[] {
  const count = papers.filter((paper) => !knowsOrder(paper)).length;
  if (count === 0) return [];
  return [
    papers.length === 1
      ? tell('cite.unknownOrder', locale)
      : tell('cite.unknownOrders', locale, { count, total: papers.length }),
  ];
}

/** The same paper in the other formats. */
function formatButtons({ id }: Paper, shown: CitationFormat, locale: Language): Button[] {
  return CITATION_FORMATS.filter((format) => format !== shown).map((format) => ({
    label: tellPlain(`cite.formats.${format}`, locale),
    invocation: { command: 'cite', options: { paper: id, format }, here: true },
  }));
}
