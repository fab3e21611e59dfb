import type { AuthorList } from '../../../archive/paper.ts';
import { readLiteral, writeList } from '../python-literal.ts';
import { CUT, type NameList, readNames, toList } from './author-names.ts';

/**
 * Reads the names of an author line: `A, B, and C, +` or `['A', "B's"]`. Repeated names are one person in the first form and
 * two in the second. `+` cuts the list; `odd` marks a guess.
 */
export function readAuthors(written: string): NameList {
  if (!/^\[\s*["'\]]/.test(written)) return readNames(written);
  const literal = readLiteral(written);
  const names = Array.isArray(literal) ? literal.filter((item) => typeof item === 'string') : [];
  if (Array.isArray(literal) && names.length === literal.length)
    return { authors: toList(names), odd: false };
  const pieces = written.replace(/^\[|\]$/g, '').split(',');
  return { authors: toList(pieces.map((piece) => piece.trim().replace(/^["']|["']$/g, ''))), odd: true };
}

/** Joins names with commas; a Python list if a name has a comma or occurs twice. Null if there is nothing to write. */
export function writeAuthors({ names, cut }: AuthorList): string | null {
  const list = toList([...names, ...(cut ? [CUT] : [])]);
  const items = list.cut ? [...list.names, CUT] : list.names;
  if (items.length === 0) return null;
  const plain = items.join(', ');
  const read = readAuthors(plain);
  const isSame = !read.odd && areSameAuthors(read.authors, list);
  return `Authors: ${isSame ? plain : writeList(items)}`;
}

/** The first list, or the second if the first is empty. */
export function firstAuthors(first: AuthorList, second: AuthorList): AuthorList {
  return first.names.length > 0 ? first : { names: second.names, cut: first.cut || second.cut };
}

export function areSameAuthors(a: AuthorList | undefined, b: AuthorList): boolean {
  return (
    a?.cut === b.cut && a.names.length === b.names.length && a.names.every((name, at) => name === b.names[at])
  );
}
