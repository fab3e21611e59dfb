import { fold } from '../text/fold.ts';
import { FUNCTION_WORDS } from '../text/lexicon/function-words.ts';
import { romanize } from '../text/names/romanize.ts';
import type { Citation } from './citation.ts';
import { citedNameOf } from './name.ts';

/** Replaces the first author in a key if unknown or without Latin letters. */
const NOBODY = 'arxiv';

/**
 * The keys under which texts cite papers: `ning2026vibeworlding` is the family name of the first author, the year, and the
 * first word of the title that is no function word. Papers with the same key get a letter behind it (`a`, `b`, …), in the
 * order of their ids, whatever order they come in.
 */
export function keysOf(citations: readonly Citation[]): ReadonlyMap<Citation['id'], string> {
  const keys = new Map<Citation['id'], string>();
  for (const [key, alike] of Map.groupBy(citations, keyOf)) {
    const ids = [...new Set(alike.map(({ id }) => id))].sort();
    for (const [place, id] of ids.entries()) keys.set(id, ids.length === 1 ? key : key + letterOf(place));
  }
  return keys;
}

function keyOf({ id, title, authors, year }: Citation): string {
  const [first = ''] = 'names' in authors ? authors.names : [];
  return (familyOf(first) || NOBODY) + year + (wordOf(title) || letters(id));
}

/** A name in Hangul begins with the family's syllable. */
function familyOf(printed: string): string {
  const { family, given } = citedNameOf(printed);
  const isKorean = given === '' && /^\p{Script=Hangul}{2,4}$/u.test(family);
  return letters(isKorean ? family.slice(0, 1) : family);
}

function wordOf(title: string): string {
  const words = title
    .split(/[\s:;,/\u2013\u2014]+/)
    .map(letters)
    .filter((word) => word !== '');
  return words.find((word) => !FUNCTION_WORDS.has(word)) ?? words[0] ?? '';
}

/** Latin letters and digits of a text, in lower case and without diacritics. */
function letters(text: string): string {
  return romanize(fold(text)).replace(/[^a-z0-9]/g, '');
}

/** `a` to `z`, then `aa`. */
function letterOf(place: number): string {
  const last = String.fromCharCode(97 + (place % 26));
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last;
}
