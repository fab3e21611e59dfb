import type { AuthorCount } from '../archive/archive.ts';
import { readings } from './bare.ts';
import { strip } from './frame.ts';
import { latinSpellings } from './hangul-names.ts';
import type { Library } from './query.ts';

/** Who is meant by a name: one spelling, several that the person must choose from, or nobody. */
export type Person =
  | { readonly is: 'one'; readonly name: string }
  | { readonly is: 'several'; readonly choices: readonly AuthorCount[] }
  | { readonly is: 'nobody'; readonly near: readonly AuthorCount[] };

const CHOICES = 10;

/**
 * Finds the author whom a typed name means. Only a name with the same letters is taken for the same; a part of a
 * name, initials, another order of its words are left to the person to choose.
 */
export function findPerson(typed: string, { archive }: Pick<Library, 'archive'>): Person {
  const near: AuthorCount[] = [];
  const partial: AuthorCount[] = [];
  for (const reading of [...new Set([...readings(typed), ...readings(strip(typed).text)])]) {
    const found = archive.findAuthors(reading);
    if (found.exact !== null) return { is: 'one', name: found.exact.name };
    const [only, ...others] = found.spellings;
    // One word of the same letters as two may be another name: Qian is not Qi An.
    const isSame = only !== undefined && (reading.includes(' ') || !only.name.includes(' '));
    if (isSame && others.length === 0) return { is: 'one', name: only.name };
    if (only !== undefined) return { is: 'several', choices: found.spellings.slice(0, CHOICES) };
    partial.push(...found.swapped, ...found.partial);
    near.push(...found.near);
    const latin = unique(
      latinSpellings(reading).flatMap((spelling) => {
        const { exact, spellings } = archive.findAuthors(spelling);
        return [...(exact === null ? [] : [exact]), ...spellings];
      }),
    );
    const [first, ...more] = latin;
    if (first !== undefined && more.length === 0) return { is: 'one', name: first.name };
    if (first !== undefined) return { is: 'several', choices: latin.slice(0, CHOICES) };
  }
  const choices = unique(partial).slice(0, CHOICES);
  return choices.length > 0
    ? { is: 'several', choices }
    : { is: 'nobody', near: unique(near).slice(0, CHOICES) };
}

function unique(authors: readonly AuthorCount[]): readonly AuthorCount[] {
  return [...new Map(authors.map((author) => [author.name, author])).values()];
}
