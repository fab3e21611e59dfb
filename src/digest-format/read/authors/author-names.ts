import type { AuthorList } from '../../../archive/paper.ts';
import { dataLines } from '../../../text/data.ts';
import { cleanText } from '../chunks.ts';

/** The mark for "and more authors"; it stands anywhere in a list, since the archive mixes the order. */
export const CUT = '+';

/** Between two names beside commas. */
const AND = /\s(?:and|&|＆|그리고|및)\s/iu;

/** Behind the names that are told: there are more. */
const MORE = /(?:…|\.\.\.|(?:^|\s)(?:et al\.?|[외등](?: ?\d+ ?[명인])?|and (?:\d+ )?(?:others|more)))$/iu;

/** Words of an organisation, which may have an "and" in its name. */
const ORGANIZATION = new RegExp(
  `\\b(?:${dataLines(new URL('../../../text/names/organization-words.txt', import.meta.url)).join('|')})\\b`,
  'iu',
);

/** In place of names. */
const NOBODY = /^(?:[-–—?]|n\/?a|none|nobody|unknown|tbd|없음|미상|모름)$/iu;

/** What no name has: marks of footnotes, addresses, other fields, particles between two Korean names, a full stop. */
const ODD =
  /[:|/@<>{}=~`*_#\\()†‡§¶¹²³⁴-⁹]|\p{L}\d$|\p{Ll}{3}\.$|\s(?:and|&|그리고|및)$|[가-힣]{2}(?:이랑|하고|[와과랑])\s[가-힣]/iu;

/** Names, and whether they are a guess. */
export interface NameList {
  readonly authors: AuthorList;
  readonly odd: boolean;
}

/**
 * Reads names with commas, semicolons, slashes or "and" between them. A name that comes twice is kept once; `+`, `et al.`
 * or `외 3명` means that the list was cut short.
 */
export function readNames(written: string): NameList {
  const bySemicolon = /[;；]/.test(written);
  const pieces = written.split(bySemicolon ? /[;；]/ : /[,，、·]|\s[/|]\s/);
  const names: string[] = [];
  let odd = written === '' || (bySemicolon && /[,，、]/.test(written));
  const last = pieces.findLastIndex((piece) => piece.trim() !== '' && piece.trim() !== CUT);
  for (const [index, piece] of pieces.entries()) {
    const read = readPiece(piece.trim(), index === last);
    names.push(...read.names);
    odd ||= read.odd;
  }
  const authors = toList(names);
  return { authors, odd: odd || authors.names.some((name) => ODD.test(name)) };
}

/** What stands between two commas: one name as a rule, several behind the last comma. */
function readPiece(piece: string, isLast: boolean): { names: readonly string[]; odd: boolean } {
  if (NOBODY.test(piece)) return { names: [], odd: true };
  const more = MORE.exec(piece);
  const told = more === null ? piece : piece.slice(0, more.index).trim();
  const cut = more === null ? [] : [CUT];
  const bare = isLast ? told.replace(/^(?:and|&|＆|그리고|및)\s+/iu, '') : told;
  const several = bare.split(AND);
  if (several.length === 1) return { names: [bareName(bare), ...cut], odd: false };
  if (ORGANIZATION.test(bare)) return { names: [bare, ...cut], odd: true };
  // "Lee, Ann and Kim, Bo" has the names the other way round.
  return { names: [...several.map(bareName), ...cut], odd: !isLast };
}

/** A name without the Markdown around it. */
function bareName(written: string): string {
  const name = written.trim();
  const marked = /^(\*{1,3}|_{1,3}|`)([^*_`]+)\1$/.exec(name)?.[2] ?? name;
  return /^\[([^[\]]+)\]\([^()]*\)$/.exec(marked)?.[1] ?? marked;
}

export function toList(written: readonly string[]): AuthorList {
  const names: string[] = [];
  let cut = false;
  for (const item of written) {
    const name = cleanText(item).replace(/\s+/g, ' ').trim();
    if (name === CUT) cut = true;
    else if (name !== '') names.push(name);
  }
  return { names, cut };
}
