import { type Citation, noteOf } from './citation.ts';
import { keysOf } from './keys.ts';
import { citedNameOf } from './name.ts';
import { escapeTex, escapeTitle } from './tex.ts';

/** BibTeX's abbreviations of months, which styles translate. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The entries of a BibTeX file, with the fields that arXiv's own entries have. @see https://info.arxiv.org/help/hypertex/bibstyles */
export function writeBibtex(citations: readonly Citation[]): string {
  const keys = keysOf(citations);
  return citations.map((citation) => entryOf(citation, keys.get(citation.id) ?? '')).join('\n');
}

function entryOf(citation: Citation, key: string): string {
  const { id, title, authors, year, month, url, doi } = citation;
  const note = noteOf(citation);
  const fields = [
    ['title', `{${escapeTitle(title)}}`],
    ...('names' in authors ? [['author', `{${authorsText(authors.names, authors.more)}}`]] : []),
    ['year', `{${year}}`],
    ['month', MONTHS[month - 1] ?? ''],
    ['eprint', `{${id}}`],
    ['archivePrefix', '{arXiv}'],
    ['doi', `{${doi}}`],
    ['url', `{${url}}`],
    ...(note === null ? [] : [['note', `{${note}}`]]),
  ].filter(([, value]) => value !== '');
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = ${value}`).join(',\n')}\n}\n`;
}

/** `and others` is BibTeX's `et al.` */
function authorsText(names: readonly string[], more: boolean): string {
  return [...names.map(authorText), ...(more ? ['others'] : [])].join(' and ');
}

/** A one-word name goes into braces, so that BibTeX does not split it. */
function authorText(printed: string): string {
  const { family, given, suffix } = citedNameOf(printed);
  if (given === '') return `{${escapeTex(family)}}`;
  const parts = [family, ...(suffix === '' ? [] : [suffix]), given];
  return parts.map((part) => braced(escapeTex(part))).join(', ');
}

/** Braces protect `and` and `others` inside a name: BibTeX would split it there. */
function braced(part: string): string {
  return / (?:and|others) /i.test(` ${part} `) ? `{${part}}` : part;
}
