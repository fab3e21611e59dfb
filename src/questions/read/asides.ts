import { isContent, isGlue } from './meaning.ts';
import { beginsClause, has, isKorean, type Span } from './span.ts';
import { ASKING, type Tag } from './words.ts';

const NAMES: readonly Tag[] = ['PAPER', 'AUTHOR', 'ORG', 'QUOTE'];
/** What stays of an aside: `I missed the first half of august`. */
const KEPT: readonly Tag[] = [...NAMES, 'DATE'];

/**
 * Takes what a person tells of themselves out of a question: `working on a survey, what are the best papers about RAG?`,
 * `for my lab meeting`. Its names stay; what it is about stays where the rest of the question has no subject.
 */
export function withoutAsides(all: readonly Span[]): readonly Span[] {
  const clauses = clausesOf(withoutLaughter(all));
  const asking = clauses.filter((clause) => !isAside(clause) && clause.some((span) => has(span, ...ASKING)));
  const hasSubject = asking.some((clause) => clause.some((span) => isContent(span) || has(span, ...NAMES)));
  return clauses.flatMap((clause) => {
    if (asking.length === 0 || !isAside(clause)) return withoutPurpose(clause);
    const about = clause.findLastIndex((span) => has(span, 'about', 'field'));
    const isKept = (span: Span, at: number) =>
      has(span, ...KEPT) || (!hasSubject && about >= 0 && at > about);
    return clause.map((span, at) => (isKept(span, at) ? span : silent(span)));
  });
}

/** `which org ㅋㅋ`, `lol`: laughter is praise only where nothing else is said. */
function withoutLaughter(spans: readonly Span[]): readonly Span[] {
  const isAlone = spans.every((span) => isGlue(span) || has(span, 'laugh', 'praise'));
  return isAlone ? spans : spans.map((span) => (has(span, 'laugh') ? silent(span) : span));
}

const silent = (span: Span): Span => ({ ...span, tags: ['function'], values: [] });

function clausesOf(spans: readonly Span[]): readonly (readonly Span[])[] {
  const starts = [0, ...spans.flatMap((span, at) => (at > 0 && beginsClause(span) ? [at] : []))];
  return starts.map((start, at) => spans.slice(start, starts[at + 1]));
}

/** Whether a clause tells what somebody is doing: `i'm preparing a talk`, `trying to reproduce VisionZip`. */
function isAside(clause: readonly Span[]): boolean {
  const [first] = clause.filter((span) => has(span, 'self', 'mine') || !isGlue(span));
  return has(first, 'self', 'mine', 'doing', 'field') && !clause.some((span) => has(span, ...ASKING));
}

/** A clause without what the answer is for: `for my lab meeting`, `발표용`. */
function withoutPurpose(clause: readonly Span[]): readonly Span[] {
  return clause.map((span, at) => {
    if (has(span, 'purpose') && isKorean(span)) return silent(span);
    const end = clause.findIndex((one, place) => place >= at && has(one, 'purpose'));
    const start = clause.slice(0, Math.max(0, end)).findLastIndex(({ text }) => text === 'for');
    const isWithin =
      start >= 0 &&
      at >= start &&
      clause.slice(start + 1, end).every((one) => isGlue(one) || has(one, 'mine', 'future', 'ago-day'));
    return isWithin ? silent(span) : span;
  });
}
