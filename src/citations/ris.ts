import { type Citation, noteOf } from './citation.ts';
import { keysOf } from './keys.ts';
import { citedNameOf } from './name.ts';

/**
 * The records of a RIS file, which Zotero, EndNote and Mendeley read. A preprint is unpublished work (UNPB).
 *
 * @see https://en.wikipedia.org/wiki/RIS_(file_format)
 */
export function writeRis(citations: readonly Citation[]): string {
  const keys = keysOf(citations);
  return citations.map((citation) => recordOf(citation, keys.get(citation.id) ?? '')).join('\r\n');
}

function recordOf(citation: Citation, key: string): string {
  const { id, title, authors, year, month, url, doi } = citation;
  const note = noteOf(citation);
  const lines = [
    ['TY', 'UNPB'],
    ['ID', key],
    ['TI', title],
    ...('names' in authors ? authors.names.map((name) => ['AU', nameText(name)]) : []),
    ['PY', String(year)],
    ['DA', `${year}/${String(month).padStart(2, '0')}//`],
    ['PB', 'arXiv'],
    ['AN', `arXiv:${id}`],
    ['DO', doi],
    ['UR', url],
    ...(note === null ? [] : [['N1', note]]),
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('');
}

function nameText(printed: string): string {
  const { family, given, suffix } = citedNameOf(printed);
  return [family, given, suffix].filter((part) => part !== '').join(', ');
}
