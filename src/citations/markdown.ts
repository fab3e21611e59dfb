import { type Citation, noteOf } from './citation.ts';

/** The most names in an entry. */
const NAMES_MAX = 10;

/** Characters that mean something in Markdown. */
const SPECIAL = /[\\`*_{}[\]()#+!|<>~$&]|(?<=^\d+)\./g;

/** A reading list in Markdown, one paper a line. */
export function writeMarkdown(citations: readonly Citation[]): string {
  return citations.map((citation) => `${lineOf(citation)}\n`).join('');
}

function lineOf(citation: Citation): string {
  const { id, title, authors, year, month, url } = citation;
  const names = 'names' in authors ? namesText(authors.names, authors.more) : `${noteOf(citation)}.`;
  const date = `${year}-${String(month).padStart(2, '0')}`;
  return `- [${escapeMark(title)}](${url}). ${names} arXiv:${id}, ${date}.`;
}

function namesText(names: readonly string[], more: boolean): string {
  const shown = names.slice(0, NAMES_MAX).map(escapeMark).join(', ');
  return more || names.length > NAMES_MAX ? `${shown} et al.` : `${shown}.`;
}

function escapeMark(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}
