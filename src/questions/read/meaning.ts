import type { Options } from '../../answers/invocation.ts';
import type { Calendar } from '../../text/dates/calendar.ts';
import type { Days } from '../../text/dates/parts.ts';
import { isEnglish, isKoreanTerm } from '../../text/lexicon/concepts.ts';
import type { Library } from '../library.ts';
import { has, isKorean, numberIn, type Span } from './span.ts';
import { CONTENT, GLUE, PARTS, SUBJECTS, type Tag } from './words.ts';

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
  readonly used: Set<Span>;
  readonly library: Library;
  readonly calendar: Calendar;
}

/** Cues that are words for subjects as well where `about` says so. */
const MAYBE: readonly Tag[] =
  'doing purpose org large new-point lead publish unheld future begin share'.split(' ');

export function isGlue({ tags }: Span): boolean {
  return tags.length > 0 && tags.every((tag) => GLUE.includes(tag));
}

export function isContent({ tags }: Span): boolean {
  return tags.length === 0 || tags.some((tag) => CONTENT.includes(tag));
}

/** The words that no option and no cue accounts for, as they stand in the question: what it is about. */
export function contentOf({ line, spans, used }: Meaning): string {
  const isFree = (span: Span) => !used.has(span);
  const isTopic = spans.map(
    (span) => isFree(span) && (isContent(span) || has(span, 'PAPER', 'AUTHOR', 'ORG')),
  );
  const isMaybe = (at: number) => {
    const span = spans[at];
    return span !== undefined && isFree(span) && has(span, ...SUBJECTS) && !has(span, 'function');
  };
  const beside = (at: number, step: 1 | -1): boolean => isTopic[at + step] === true;
  // A word that stands right before `papers`, or the Korean `about`, is the topic: `benchmark papers`, `행복에 관한 논문`.
  spans.forEach((span, at) => {
    if (!isFree(span) || !has(span, ...PARTS)) return;
    const next = spans.find((one, place) => place > at && !has(one, 'ending'));
    if (has(next, 'paper') || (has(next, 'about') && isKorean(next))) isTopic[at] = true;
  });
  for (let round = 0; round < 2; round++)
    spans.forEach((_, at) => {
      if (isMaybe(at) && (beside(at, 1) || beside(at, -1))) isTopic[at] = true;
    });
  spans.forEach((span, at) => {
    const isNumber = isFree(span) && numberIn(span) !== null && span.gap === ' ';
    if (isTopic[at - 1] && (isNumber || isOfNoun(span, spans[at + 1]))) isTopic[at] = true;
  });
  // A word right behind `about` is what it is about, whatever it cues otherwise.
  spans.forEach((span, at) => {
    const next = spans[at + 1];
    if (
      has(span, 'about') &&
      next !== undefined &&
      isFree(next) &&
      (isMaybe(at + 1) ||
        (isTopic[at + 2] === true &&
          !isGlue(next) &&
          !has(next, 'DATE', 'more', 'less', 'atleast', 'atmost', 'by', 'paper')))
    )
      isTopic[at + 1] = true;
  });
  // Without a subject, a word of the glossary beside `about` is one: `papers about planning`, 규모에 관한 논문.
  if (!isTopic.includes(true))
    spans.forEach((span, at) => {
      const about = spans.slice(at + 1).find((one) => !has(one, 'ending'));
      const isBeside = isKorean(about) ? has(about, 'about') : has(spans[at - 1], 'about');
      const isTerm = isKorean(span) ? isKoreanTerm(span.text) : isEnglish(span.text);
      if (isBeside && isTerm && isFree(span) && !isGlue(span) && has(span, ...MAYBE)) isTopic[at] = true;
    });
  // A subject beside nothing but dates: `benchmark june 2026`.
  const isAlone = !isTopic.includes(true) && spans.every((one) => isGlue(one) || has(one, 'DATE', ...PARTS));
  if (isAlone)
    spans.forEach((span, at) => {
      isTopic[at] = isFree(span) && has(span, ...PARTS);
    });
  const pieces: string[] = [];
  let open = false;
  spans.forEach((span, at) => {
    if (isTopic[at]) {
      const written = has(span, 'QUOTE')
        ? (span.values[0] ?? '')
        : line.slice(span.start, span.end).replace(/['’]s?$/, '');
      const between = open ? glueBefore(line, spans, at, isTopic) : null;
      if (between !== null && pieces.length > 0) pieces.push(`${pieces.pop()}${between}${written}`);
      else pieces.push(written);
      open = true;
    } else if (!isGlue(span) && !has(span, 'and', 'with', 'by', 'about', 'or', 'than', 'not')) open = false;
  });
  return pieces.join(' ').trim();
}

/** Whether what looks like a particle ends the noun before it, as in 고양이: nothing there would need the particle. */
function isOfNoun(span: Span, next: Span | undefined): boolean {
  const isBefore = has(next, 'paper') || (has(next, 'about') && isKorean(next));
  return (
    span.gap === '' && (isBefore ? /^[이가도만과와]$/ : /^[이가]$/).test(span.text) && (isBefore || !next)
  );
}

/** What stands between two content words where only small words do: `learning with human`; null where a cue does. */
function glueBefore(
  line: string,
  spans: readonly Span[],
  at: number,
  isTopic: readonly boolean[],
): string | null {
  let from = at - 1;
  while (from >= 0 && !isTopic[from]) from -= 1;
  const before = spans[from];
  const here = spans[at];
  if (before === undefined || here === undefined) return null;
  const between = line.slice(before.end, here.start);
  return between.length <= 12 ? between : ' ';
}

/** Marks the spans with some tags as accounted for. */
export function use({ spans, used }: Meaning, ...tags: readonly Tag[]): void {
  for (const span of spans) if (has(span, ...tags)) used.add(span);
}
