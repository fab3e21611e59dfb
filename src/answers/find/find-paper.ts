import { isNoPaper, isNothingElse, papersNamed } from '../../archive/ids.ts';
import type { Paper, PaperId } from '../../archive/paper.ts';
import { isMistypedTitle, namesInTitle } from '../../archive/titles/title-names.ts';
import { UserError } from '../../errors.ts';
import { plainWords, squash } from '../../text/tokens.ts';
import { typedLine } from '../../text/typed-line.ts';
import type { AnswerLibrary } from '../library.ts';

/** Which paper a text means. `several`: the person must choose. `none`: the nearest papers, or ids that are not archived. */
type Named =
  | { readonly is: 'one'; readonly paper: Paper }
  | { readonly is: 'several'; readonly papers: readonly Paper[] }
  | { readonly is: 'none'; readonly near: readonly Paper[]; readonly ids: readonly PaperId[] };

const HITS = 20;
const CHOICES = 10;
const NEAR = 5;
/** Typos tolerated, by the minimum length of the title in letters: in a shorter one a typo may spell another paper. */
const MISTYPED_MAX = 2;
const MISTYPED_FROM = 14;
/** Letters that a single word needs to identify the title that contains it. */
const WORD_MIN = 4;

/**
 * Finds the paper that an id, a title, its name (before the colon) or a piece of it means. Takes only a paper that has the
 * words next to each other; the person chooses among papers that merely resemble the text.
 *
 * @throws UserError for a web address that leads to no paper
 */
export function findPaper(text: string, { archive, search }: AnswerLibrary): Named {
  const typed = typedLine(text);
  const byId = namedById(typed, archive);
  if (byId !== null) return byId;
  if (isNoPaper(typed)) throw new UserError('errors.paper.noAddress', { text: typed });
  const found = search.search(typed, {}, HITS).flatMap((hit) => archive.paper(hit.id) ?? []);
  const wanted = squash(typed);
  for (const fits of wanted === '' ? [] : [isTitle, isName, isMistyped, isPiece]) {
    const [only, ...others] = found.filter((paper) => fits(paper, typed, wanted));
    if (only === undefined) continue;
    const isOneWord = fits === isPiece && !/\s/.test(typed);
    // One word of a title is not proof, and a word of many titles says nothing.
    if (isOneWord && others.length > 1) continue;
    const isSure = others.length === 0 && (fits !== isPiece || (!isOneWord && beginsPart(only, typed)));
    return isSure
      ? { is: 'one', paper: only }
      : { is: 'several', papers: [only, ...others].slice(0, CHOICES) };
  }
  return { is: 'none', near: found.slice(0, NEAR), ids: [] };
}

/** The papers whose ids are in a text; null without any. */
function namedById(text: string, archive: AnswerLibrary['archive']): Named | null {
  const ids = [...new Set(idsIn(text, archive))];
  const papers = ids.flatMap((id) => archive.paper(id) ?? []);
  const [paper] = papers;
  if (ids.length === 0) return null;
  if (paper === undefined) return { is: 'none', near: [], ids };
  return ids.length === 1 ? { is: 'one', paper } : { is: 'several', papers: papers.slice(0, CHOICES) };
}

/** A bare number is an id only if the archive has it or the text has nothing else. */
function idsIn(text: string, archive: AnswerLibrary['archive']): readonly PaperId[] {
  const named = papersNamed(text);
  const isAll = isNothingElse(text, named);
  return named
    .filter(({ id, isSure }) => isAll || isSure || archive.paper(id) !== undefined)
    .map(({ id }) => id);
}

function isTitle({ listings }: Paper, _typed: string, wanted: string): boolean {
  return listings.some(
    ({ title }) => squash(title) === wanted || withoutArticles(title).replaceAll(' ', '') === wanted,
  );
}

function isName({ listings }: Paper, _typed: string, wanted: string): boolean {
  return listings.some(({ title }) => namesInTitle(title).some((name) => squash(name) === wanted));
}

function isMistyped(paper: Paper, _typed: string, wanted: string): boolean {
  return wanted.length >= MISTYPED_FROM && isMistypedTitle(paper, wanted, MISTYPED_MAX);
}

/** Whether a piece begins a title or the part after its colon; the end of a title may be another paper's whole title. */
function beginsPart({ listings }: Paper, typed: string): boolean {
  const piece = withoutArticles(typed);
  return listings.some(({ title }) =>
    title.split(/[:?!;,.]\s|\s[-–—]+\s/).some((part) => `${withoutArticles(part)} `.startsWith(`${piece} `)),
  );
}

function isPiece({ listings }: Paper, typed: string): boolean {
  const piece = plainWords(typed);
  if (piece.length === 1 && piece.join('').length < WORD_MIN) return false;
  return listings.some(({ title }) => ` ${plainWords(title).join(' ')} `.includes(` ${piece.join(' ')} `));
}

function withoutArticles(text: string): string {
  return plainWords(text)
    .join(' ')
    .replace(/^(?:an?|the) /, '');
}

/** The error that names the ids of papers missing from the archive. */
export function unknownPapers([id = '', ...others]: readonly PaperId[]): UserError {
  return others.length === 0
    ? new UserError('errors.paper.unknownId', { id })
    : new UserError('errors.paper.unknownIds', { ids: [id, ...others].join(', ') });
}
