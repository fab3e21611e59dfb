import type { AuthorList } from '../../../archive/paper.ts';
import { dataLines } from '../../../text/data.ts';
import { cleanText } from '../chunks.ts';

/** Means "and more authors"; it may be anywhere in a list. */
export const CUT = '+';
const AND = /\s(?:and|&|＆|그리고|및)\s/iu;
/** After the last name: there are more authors. */
const MORE = /(?:…|\.\.\.|(?:^|\s)(?:et al\.?|[외등](?: ?\d+ ?[명인])?|and (?:\d+ )?(?:others|more)))$/iu;

/** Words of an organization's name, which may contain an "and". */
const ORGANIZATION = new RegExp(
  `\\b(?:${dataLines(new URL('../../../text/names/organization-words.txt', import.meta.url)).join('|')})\\b`,
  'iu',
);

/** Written instead of names. */
const NOBODY = /^(?:[-–—?]|n\/?a|none|nobody|unknown|tbd|없음|미상|모름)$/iu;

/** Never in a name: footnote marks, addresses, labels of fields, particles between Korean names, a full stop. */
const ODD =
  /[:|/@<>{}=~`*_#\\()†‡§¶¹²³⁴-⁹]|\p{L}\d$|\p{Ll}{3}\.$|\s(?:and|&|그리고|및)$|[가-힣]{2}(?:이랑|하고|[와과랑])\s[가-힣]/iu;

/** `odd`: the names are a guess. */
export interface NameList {
  readonly authors: AuthorList;
  readonly odd: boolean;
}

/** Reads names separated by commas, semicolons, slashes or "and", each once. `+`, `et al.` or `외 3명` cuts the list. */
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
  const list = toList(names);
  const authors = { ...list, names: [...new Set(list.names)] };
  return { authors, odd: odd || authors.names.some((name) => ODD.test(name)) };
}

/** One name as a rule; after the last comma "A and B" is two. */
function readPiece(piece: string, isLast: boolean): { names: readonly string[]; odd: boolean } {
  if (NOBODY.test(piece)) return { names: [], odd: true };
  const more = MORE.exec(piece);
  const written = more === null ? piece : piece.slice(0, more.index).trim();
  const cut = more === null ? [] : [CUT];
  const bare = isLast ? written.replace(/^(?:and|&|＆|그리고|및)\s+/iu, '') : written;
  const several = bare.split(AND);
  if (several.length === 1) return { names: [bareName(bare), ...cut], odd: false };
  if (ORGANIZATION.test(bare)) return { names: [bare, ...cut], odd: true };
  // "Lee, Ann and Kim, Bo" puts family names first.
  return { names: [...several.map(bareName), ...cut], odd: !isLast };
}

/** Without the Markdown around it. */
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
