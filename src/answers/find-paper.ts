import { isNoPaper, isNothingElse, papersNamed } from '../archive/ids.ts';
import type { Paper, PaperId } from '../archive/paper.ts';
import { UserError } from '../errors.ts';
import { editDistance } from '../text/distance.ts';
import { fold } from '../text/fold.ts';
import { typedLine } from '../text/typed-line.ts';
import type { Library } from './library.ts';

/**
 * Which paper is meant: one, several that the person must choose from, or none, with those that come nearest or the ids
 * that the archive does not hold.
 */
export type Named =
  | { readonly is: 'one'; readonly paper: Paper }
  | { readonly is: 'several'; readonly papers: readonly Paper[] }
  | { readonly is: 'none'; readonly near: readonly Paper[]; readonly ids: readonly PaperId[] };

const HITS = 20;
const CHOICES = 10;
const NEAR = 5;
/** So many letters may be mistyped of a title or name that is at least so long; a shorter one may be another's. */
const MISTYPED_MAX = 2;
const MISTYPED_FROM = 14;
/** A single word must be this long to stand for the title that holds it. */
const WORD_MIN = 4;

/**
 * Finds the paper that an id, a title, its name (before the colon) or a piece of it means. Only a paper that has the
 * words next to each other is taken; what is merely like it is left to the person.
 *
 * @throws UserError for an address that is no paper's
 */
export function findPaper(text: string, { archive, search }: Library): Named {
  const typed = typedLine(text);
  const byId = namedById(typed, archive);
  if (byId !== null) return byId;
  if (isNoPaper(typed)) throw new UserError('errors.paper.noAddress', { text: typed });
  const found = search.search(typed, {}, HITS).flatMap((hit) => archive.paper(hit.id) ?? []);
  const wanted = lettersOf(typed);
  for (const fits of wanted === '' ? [] : [isTitle, isName, isMistyped, isPiece]) {
    const [only, ...others] = found.filter((paper) => fits(paper, typed, wanted));
    if (only === undefined) continue;
    const isOneWord = fits === isPiece && !/\s/.test(typed);
    // One word of a title is too little to be sure, and one of many titles says nothing.
    if (isOneWord && others.length > 1) continue;
    const isSure = others.length === 0 && (fits !== isPiece || (!isOneWord && beginsPart(only, typed)));
    return isSure
      ? { is: 'one', paper: only }
      : { is: 'several', papers: [only, ...others].slice(0, CHOICES) };
  }
  return { is: 'none', near: found.slice(0, NEAR), ids: [] };
}

/** The papers whose ids stand in a text; null where none does. */
function namedById(text: string, archive: Library['archive']): Named | null {
  const ids = [...new Set(idsIn(text, archive))];
  const papers = ids.flatMap((id) => archive.paper(id) ?? []);
  const [paper] = papers;
  if (ids.length === 0) return null;
  if (paper === undefined) return { is: 'none', near: [], ids };
  return ids.length === 1 ? { is: 'one', paper } : { is: 'several', papers: papers.slice(0, CHOICES) };
}

/** A bare number that may be anything is an id where the archive has it, or where there is nothing else. */
function idsIn(text: string, archive: Library['archive']): readonly PaperId[] {
  const named = papersNamed(text);
  const isAll = isNothingElse(text, named);
  return named
    .filter(({ id, isSure }) => isAll || isSure || archive.paper(id) !== undefined)
    .map(({ id }) => id);
}

function isTitle({ listings }: Paper, _typed: string, wanted: string): boolean {
  return listings.some(
    ({ title }) => lettersOf(title) === wanted || withoutArticle(wordsOf(title)) === wanted,
  );
}

function isName({ listings }: Paper, _typed: string, wanted: string): boolean {
  return listings.some(({ title }) => namesIn(title).some((name) => lettersOf(name) === wanted));
}

/** What a title calls its thing: `VisionZip: …`, `HuatuoGPT-o1, …`, `Qwen2.5-VL Technical Report`, both of `Molmo and PixMo: …`. */
function namesIn(title: string): readonly string[] {
  const [, head] = /^([^:]+):(?=\s|\p{Lu})/u.exec(title) ?? [];
  const [, reported] = /^(.+?)\s+Technical Report\b/i.exec(head ?? title) ?? [];
  const [, front] = /^(\p{L}[^\s,]*[\d\p{Lu}][^\s,]*)(?:,| --?| [–—])\s/u.exec(title) ?? [];
  const [, one, other] = /^(\S+) (?:and|&) (\S+)$/.exec(head ?? '') ?? [];
  return [head, reported, front, one, other].filter((name) => name !== undefined);
}

/** Whether a text is a title or its name but for a letter or two; another number is another paper. */
function isMistyped({ listings }: Paper, _typed: string, wanted: string): boolean {
  if (wanted.length < MISTYPED_FROM) return false;
  return listings.some(({ title }) =>
    [title, ...namesIn(title)]
      .map(lettersOf)
      .some(
        (letters) =>
          letters.replace(/\D/g, '') === wanted.replace(/\D/g, '') &&
          editDistance(letters, wanted, MISTYPED_MAX) <= MISTYPED_MAX,
      ),
  );
}

/** Whether a piece begins a title or what follows a colon in it: what ends one may be another title as a whole. */
function beginsPart({ listings }: Paper, typed: string): boolean {
  const piece = withoutArticles(typed);
  return listings.some(({ title }) =>
    title.split(/[:?!;,.]\s|\s[-–—]+\s/).some((part) => `${withoutArticles(part)} `.startsWith(`${piece} `)),
  );
}

function isPiece({ listings }: Paper, typed: string): boolean {
  const piece = wordsOf(typed);
  if (piece.length === 1 && piece.join('').length < WORD_MIN) return false;
  return listings.some(({ title }) => ` ${wordsOf(title).join(' ')} `.includes(` ${piece.join(' ')} `));
}

function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function lettersOf(text: string): string {
  return wordsOf(text).join('');
}

function withoutArticle([first = '', ...others]: readonly string[]): string {
  return /^(?:an?|the)$/.test(first) ? others.join('') : first + others.join('');
}

function withoutArticles(text: string): string {
  return wordsOf(text)
    .join(' ')
    .replace(/^(?:an?|the) /, '');
}

/** Says which papers, named by their ids, the archive does not hold. */
export function unknownPapers([id = '', ...others]: readonly PaperId[]): UserError {
  return others.length === 0
    ? new UserError('errors.paper.unknownId', { id })
    : new UserError('errors.paper.unknownIds', { ids: [id, ...others].join(', ') });
}
