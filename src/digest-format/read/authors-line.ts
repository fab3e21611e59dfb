import type { AuthorList } from '../../archive/paper.ts';
import { CUT, type Names, readNames, toList } from './author-names.ts';
import { readLiteral, writeList } from './python-literal.ts';

/**
 * Reads the names behind `Authors:`, `A, B, and C, +` or `['A', "B's"]`. They are a guess, `odd`, where there are none,
 * where the Python list could not be read, or where something stands there that no name has.
 */
export function readAuthors(written: string): Names {
  if (!/^\[\s*["'\]]/.test(written)) return readNames(written);
  const literal = readLiteral(written);
  const names = Array.isArray(literal) ? literal.filter((item) => typeof item === 'string') : [];
  if (Array.isArray(literal) && names.length === literal.length)
    return { authors: toList(names), odd: false };
  const pieces = written.replace(/^\[|\]$/g, '').split(',');
  return { authors: toList(pieces.map((piece) => piece.trim().replace(/^["']|["']$/g, ''))), odd: true };
}

/**
 * Writes the author line: names with commas between them, or a Python list where a name would not survive that
 * (`Smith, Jr.`) or be warned of.
 *
 * @returns null where there is nothing to write
 */
export function writeAuthors({ names, cut }: AuthorList): string | null {
  const list = toList([...names, ...(cut ? [CUT] : [])]);
  const items = list.cut ? [...list.names, CUT] : list.names;
  if (items.length === 0) return null;
  const plain = items.join(', ');
  const read = readAuthors(plain);
  const isSame = !read.odd && areSameAuthors(read.authors, list);
  return `Authors: ${isSame ? plain : writeList(items)}`;
}

/** The first list, or where it names nobody the second one. */
export function firstAuthors(first: AuthorList, second: AuthorList): AuthorList {
  return first.names.length > 0 ? first : { names: second.names, cut: first.cut || second.cut };
}

export function areSameAuthors(a: AuthorList | undefined, b: AuthorList): boolean {
  return (
    a?.cut === b.cut && a.names.length === b.names.length && a.names.every((name, at) => name === b.names[at])
  );
}
