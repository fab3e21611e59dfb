import type { AuthorList } from '../../archive/paper.ts';
import { cleanText } from './chunks.ts';
import { readLiteral, writeList } from './python-literal.ts';

const LINE = /^authors?[ \t]*[:：](.*)$/is;

/** The mark for "and more authors"; it may be anywhere in a list, since the archive shuffles names. */
const CUT = '+';

/** An author line; `odd` where it is empty, or its Python list could not be read and the names are a guess. */
interface AuthorsLine {
  readonly authors: AuthorList;
  readonly odd: boolean;
}

/**
 * Reads `Authors: A, B, and C, +` or `Authors: ['A', "B's"]`. A name that comes twice is kept once; `+` means that
 * the digest shortened the list.
 *
 * @returns null for any other line
 */
export function readAuthors(line: string): AuthorsLine | null {
  const written = LINE.exec(line)?.[1]?.trim();
  if (written === undefined) return null;
  if (!/^\[\s*["'\]]/.test(written))
    return { authors: toList(dropAnd(written.split(','))), odd: written === '' };

  const literal = readLiteral(written);
  const names = Array.isArray(literal) ? literal.filter((item) => typeof item === 'string') : [];
  if (Array.isArray(literal) && names.length === literal.length)
    return { authors: toList(names), odd: false };
  const pieces = written.replace(/^\[|\]$/g, '').split(',');
  return { authors: toList(pieces.map((piece) => piece.trim().replace(/^["']|["']$/g, ''))), odd: true };
}

/**
 * Writes the author line: names joined with commas, or a Python list if a name has a comma (`Smith, Jr.`).
 *
 * @returns null if there is nothing to write
 */
export function writeAuthors({ names, cut }: AuthorList): string | null {
  const list = toList([...names, ...(cut ? [CUT] : [])]);
  const items = list.cut ? [...list.names, CUT] : list.names;
  if (items.length === 0) return null;
  const plain = `Authors: ${items.join(', ')}`;
  return areSameAuthors(readAuthors(plain)?.authors, list) ? plain : `Authors: ${writeList(items)}`;
}

function toList(written: readonly string[]): AuthorList {
  const names = new Set<string>();
  let cut = false;
  for (const item of written) {
    const name = cleanText(item).replace(/\s+/g, ' ').trim();
    if (name === CUT) cut = true;
    else if (name !== '') names.add(name);
  }
  return { names: [...names], cut };
}

/** "A, B, and C": the last name comes with an `and`. */
function dropAnd(items: readonly string[]): readonly string[] {
  const last = items.findLastIndex((item) => item.trim() !== '' && item.trim() !== CUT);
  return items.map((item, index) => (index === last ? item.replace(/^\s*and\s+/, '') : item));
}

/** The first list, or the second if the first has no names. */
export function firstAuthors(first: AuthorList, second: AuthorList): AuthorList {
  return first.names.length > 0 ? first : { names: second.names, cut: first.cut || second.cut };
}

export function areSameAuthors(a: AuthorList | undefined, b: AuthorList): boolean {
  return (
    a?.cut === b.cut && a.names.length === b.names.length && a.names.every((name, at) => name === b.names[at])
  );
}
