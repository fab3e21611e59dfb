import type { Options } from '../../answers/invocation.ts';
import type { Calendar } from '../../text/dates/calendar.ts';
import type { Days } from '../../text/dates/parts.ts';
import { isKoreanTerm, isTerm, sensesIn } from '../../text/lexicon/concepts.ts';
import type { Library } from '../library.ts';
import { beginsClause, has, isKorean, isNameLike, numberIn, type Span } from './span.ts';
import { CONTENT, GLUE, PARTS, SUBJECTS, type Tag, tagList } from './words.ts';

/** What is read of a question so far: its spans, the options they fill, and which spans are accounted for. */
export interface Meaning {
  /** On one line. */
  readonly line: string;
  readonly spans: readonly Span[];
  readonly tags: ReadonlySet<Tag>;
  /** Options of a search: period, authors, votes, order, place. */
  readonly options: Options;
  readonly papers: readonly string[];
  readonly authors: readonly string[];
  readonly organizations: readonly string[];
  readonly periods: readonly Days[];
  /** Options of the question before that no longer count: `any year`. */
  readonly drops: readonly string[];
  readonly used: Set<Span>;
  readonly library: Library;
  readonly calendar: Calendar;
}

/** Cues that are words for subjects as well where `about` says so. */
const MAYBE = tagList('doing purpose org large new-point lead publish unheld future begin share');

/** Whether the glossary has a word; of Korean ones as it stands. */
export const isNoun = (span: Span): boolean => (isKorean(span) ? isKoreanTerm(span.text) : isTerm(span.text));

export function isGlue({ tags }: Span): boolean {
  return tags.length > 0 && tags.every((tag) => GLUE.includes(tag));
}

export function isContent({ tags }: Span): boolean {
  return tags.length === 0 || tags.some((tag) => CONTENT.includes(tag));
}

/** The words that no option and no cue accounts for, as they stand in the question: what it is about. */
export function contentOf({ line, spans, used, options, library }: Meaning): string {
  const isTopic: boolean[] = [];
  const mark = (fits: (span: Span, at: number) => boolean) =>
    spans.forEach((span, at) => {
      if (!used.has(span) && fits(span, at)) isTopic[at] = true;
    });
  // `sorted by votes` and 추천 많은 순 are no subjects, `order` and 순서 may be.
  const isOrder = (span: Span) => has(span, 'order') && / |^sort|순$|로$/.test(span.text);
  const isMaybe = (span: Span) => has(span, ...SUBJECTS) && !has(span, 'function', 'study') && !isOrder(span);
  mark((span) => isContent(span) || has(span, 'PAPER', 'AUTHOR', 'ORG'));
  // A word that stands right before `papers`, or the Korean `about`, is the topic: `benchmark papers`, `행복에 관한 논문`.
  mark((span, at) => {
    const next = spans.find((one, place) => place > at && !has(one, 'ending'));
    return has(span, ...PARTS) && (has(next, 'paper') || (has(next, 'about') && isKorean(next)));
  });
  for (let round = 0; round < 2; round++)
    mark((span, at) => {
      const next = spans[at + 1];
      const isBefore = next !== undefined && isTopic[at + 1] === true && !beginsClause(next);
      return isMaybe(span) && (isBefore || (isTopic[at - 1] === true && !beginsClause(span)));
    });
  mark((span, at) => {
    const isNumber = numberIn(span) !== null && span.gap === ' ';
    return isTopic[at - 1] === true && isNumber;
  });
  // A word right behind `about` is what it is about, whatever it cues otherwise.
  mark((span, at) => {
    const isCue = isGlue(span) || has(span, 'DATE', 'more', 'less', 'atleast', 'atmost', 'by', 'paper');
    return has(spans[at - 1], 'about') && (isMaybe(span) || (isTopic[at + 1] === true && !isCue));
  });
  // Without a subject, a word of the glossary beside `about` is one: `papers about planning`, 규모에 관한 논문.
  const hasNone = !isTopic.includes(true);
  mark((span, at) => {
    const behind = spans.slice(at + 1).find((one) => !has(one, 'ending'));
    const isBeside = has(isKorean(behind) ? behind : spans[at - 1], 'about');
    return hasNone && isBeside && isNoun(span) && has(span, ...MAYBE);
  });
  // A subject beside nothing but dates: `benchmark june 2026`.
  const isAlone = !isTopic.includes(true) && spans.every((one) => isGlue(one) || has(one, 'DATE', ...PARTS));
  mark((span) => isAlone && has(span, ...PARTS) && !has(span, 'swap'));
  const pieces = piecesOf(line, spans, isTopic).filter(({ own }) => !own.every(isVerbal));
  const subjects = pieces.filter(({ own }) => isSubject(own, spans));
  // With nothing else, or a period alone, a word that is not known is asked for all the same.
  const isBare = Object.keys(options).every((name) => name === 'from' || name === 'to');
  const isKnown = ({ own }: Piece) => own.some((span) => has(span, ...CONTENT) || maySubject(span, library));
  const said =
    subjects.length > 0
      ? pieces.filter((piece) => subjects.includes(piece) || piece.own.some(isNameLike))
      : pieces.filter((piece) => isBare || isKnown(piece));
  return said
    .map(({ text }) => text)
    .join(' ')
    .trim();
}

/**
 * What a question to the texts is about: `whats that paper again that says …` without what only says that it is a paper.
 *
 * @param last the last span that belongs to it
 */
export function describedIn({ line, spans }: Meaning, last?: Span): string {
  const begin = spans.findIndex(isContent);
  const isFramed = spans.slice(0, begin).some((span) => has(span, 'paper', 'it', 'name-of'));
  return line.slice(isFramed ? spans[begin]?.start : 0, last?.end);
}

/** Korean words that say what something was like or did, and name nothing: 뜨거웠던, 좋았던. */
const isVerbal = ({ text }: Span): boolean => /[았었했였렸졌켰났왔갔됐웠]던$/.test(text);

/** Whether a word may name a subject: the glossary or a title has it, or in Korean the papers do. */
function maySubject(span: Span, library: Library): boolean {
  if (isUnknown(span, library)) return false;
  if (isKorean(span) || isNameLike(span) || sensesIn([span.text]).length > 0) return true;
  return library.search.titled(span.text, 1).length > 0;
}

/** Whether no paper has a word, nor the glossary. */
export function isUnknown({ text }: Span, { search }: Library): boolean {
  return sensesIn([text]).length === 0 && search.papersWith(text) === 0;
}

/** Words of a topic with the small words between them, as they are typed: `learning with human`. */
interface Piece {
  text: string;
  readonly own: Span[];
}

/** More between two words of a piece is left out. */
const BETWEEN_MAX = 12;

/** The pieces of a topic, between which cues stand. */
function piecesOf(line: string, spans: readonly Span[], isTopic: readonly boolean[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let isOpen = false;
  for (const [at, span] of spans.entries()) {
    if (isTopic[at]) {
      const [quoted] = has(span, 'QUOTE') ? span.values : [];
      const text = quoted ?? line.slice(span.start, wordEnd(spans, at)).replace(/['’]s?$/, '');
      const last = pieces.at(-1);
      if (isOpen && last !== undefined) {
        const between = line.slice(last.own.at(-1)?.end, span.start).replace(/[()]/g, ' ');
        last.text += (between.length > BETWEEN_MAX ? ' ' : between) + text;
        last.own.push(span);
      } else pieces.push({ text, own: [span] });
      isOpen = true;
    } else if (!isGlue(span) && !has(span, 'and', 'with', 'by', 'about', 'or', 'than', 'not', 'till'))
      isOpen = false;
  }
  return pieces;
}

/** The end of a word, with the ending that makes a Korean verb describe papers: 압축하는 논문. */
function wordEnd(spans: readonly Span[], at: number): number | undefined {
  const [word, ending, next] = spans.slice(at, at + 3);
  const isVerb = isKorean(word) && ending?.text === '는' && ending.gap === '' && has(next, 'paper');
  return isVerb ? ending.end : word?.end;
}

/** Whether words are certainly a subject: the glossary has them, or they stand before `papers` or behind `about`. */
function isSubject(own: readonly Span[], spans: readonly Span[]): boolean {
  const [first, last] = [own[0], own.at(-1)].map((span) => (span === undefined ? -1 : spans.indexOf(span)));
  const next = spans.slice((last ?? 0) + 1).find((span) => !has(span, 'ending'));
  const before = spans.slice(0, first).findLast((span) => !has(span, 'function'));
  return (
    own.every((span) => !isContent(span) || has(span, ...CONTENT) || isTerm(span.text)) ||
    has(next, 'paper') ||
    (isKorean(next) && has(next, 'about')) ||
    (has(before, 'about') && !isKorean(before))
  );
}

/** Marks the spans with some tags as accounted for. */
export function use({ spans, used }: Meaning, ...tags: readonly Tag[]): void {
  for (const span of spans) if (has(span, ...tags)) used.add(span);
}
