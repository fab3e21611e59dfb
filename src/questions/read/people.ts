import type { AuthorCount } from '../../archive/archive.ts';
import { editDistance } from '../../text/distance.ts';
import { wordsOf } from '../../text/names/name-words.ts';
import { strip } from './function-words.ts';
import { latinSpellings } from './hangul-names.ts';
import { readings } from './name-candidates.ts';
import type { Library } from './query.ts';

/** The one author that is meant. */
export interface One {
  readonly is: 'one';
  readonly name: string;
  /** The name as it was typed, where it is taken for a mistyped one. */
  readonly mistyped: string | null;
}

/** Who is meant by a name: one spelling, several that the person must choose from, or nobody. */
export type Person =
  | One
  | { readonly is: 'several'; readonly choices: readonly AuthorCount[] }
  | { readonly is: 'nobody'; readonly near: readonly AuthorCount[] };

const CHOICES = 10;
/** A shorter word may be another name with any letter changed. */
const MISTYPED_FROM = 5;

/**
 * Finds the author whom a typed name means. Only a name with the same letters is taken for the same; a part of a
 * name, initials, another order of its words are left to the person to choose.
 */
export function findPerson(typed: string, { archive }: Pick<Library, 'archive'>): Person {
  const near: AuthorCount[] = [];
  const partial: AuthorCount[] = [];
  for (const reading of [...new Set([...readings(typed), ...readings(strip(typed).text)])]) {
    const found = archive.findAuthors(reading);
    if (found.exact !== null) return one(found.exact);
    const [only, ...others] = found.spellings;
    // One word of the same letters as two may be another name: Qian is not Qi An.
    const isSame = only !== undefined && (reading.includes(' ') || !only.name.includes(' '));
    if (isSame && others.length === 0) return one(only);
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
    if (first !== undefined && more.length === 0) return one(first);
    if (first !== undefined) return { is: 'several', choices: latin.slice(0, CHOICES) };
  }
  const choices = unique(partial).slice(0, CHOICES);
  if (choices.length > 0) return { is: 'several', choices };
  const [nearest, ...farther] = unique(near);
  const [reading = typed] = readings(strip(typed).text);
  if (nearest !== undefined && farther.length === 0 && isMistyped(reading, nearest.name, archive))
    return { ...one(nearest), mistyped: reading };
  // Hangul spells a foreign name in many ways: who sounds like it may be meant.
  const isSpoken = /^[가-힣\s]+$/.test(reading) && near.length > 0;
  if (isSpoken) return { is: 'several', choices: unique(near).slice(0, CHOICES) };
  return { is: 'nobody', near: unique(near).slice(0, CHOICES) };
}

function isNobody(word: string, archive: Library['archive']): boolean {
  const { exact, spellings, partial } = archive.findAuthors(word);
  return exact === null && spellings.length === 0 && partial.length === 0;
}

function one({ name }: AuthorCount): One {
  return { is: 'one', name, mistyped: null };
}

/**
 * Whether a name is another with one letter mistyped. The word with the mistake must be one that nobody is called, or the
 * others enough to know the author by: Yiming Chen may be somebody else than Yimin Chen, Graham Nuebig is not.
 */
function isMistyped(typed: string, name: string, archive: Library['archive']): boolean {
  const words = wordsOf(typed);
  const others = wordsOf(name);
  if (words.length < 2 || words.length !== others.length) return false;
  const wrong = words.filter((word, place) => word !== others[place]);
  const [word = ''] = wrong;
  const right = others[words.indexOf(word)] ?? '';
  if (
    wrong.length !== 1 ||
    (right.length < MISTYPED_FROM && words.length < 3) ||
    editDistance(word, right, 1) > 1
  )
    return false;
  if (isNobody(word, archive)) return true;
  const rest = words.filter((one) => one !== word);
  // Two of three words that only one author has leave nobody else.
  return rest.length >= 2 && archive.findAuthors(rest.join(' ')).partial.length === 1;
}

function unique(authors: readonly AuthorCount[]): readonly AuthorCount[] {
  return [...new Map(authors.map((author) => [author.name, author])).values()];
}
