import type { Answer, Change } from '../answers/answer.ts';
import { refusal } from '../answers/choices.ts';
import { listingOf } from '../archive/merge/assemble.ts';
import { type Paper, quotableTexts, type SectionKind } from '../archive/paper.ts';
import { sectionKind } from '../digest-format/read/section.ts';
import { UserError } from '../errors.ts';
import type { Language } from '../language.ts';
import { sentencesOf } from '../text/sentences.ts';
import { preferablyIn, typedIn } from '../text/written-in.ts';
import { answersOfPaper, tellingWords } from './answerable.ts';
import type { Library } from './library.ts';
import { BEHIND, otherLanguage } from './quotes.ts';
import { cuesOf } from './read/tokens.ts';
import { tidied } from './read/understand.ts';
import points from './words/points.json' with { type: 'json' };

const SENTENCES = 12;
const QUOTES_MAX = 3;
const SHORT_MAX = 2;

/** The summary's heading for a point; the other points have none. */
const HEADINGS: Readonly<Record<string, SectionKind>> = {
  'new-point': 'new',
  'method-point': 'technical',
  'result-point': 'performance',
};
const POINTS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(points));

/**
 * Answers a question about one paper with verbatim sentences of its summary or abstract: those about the point in question,
 * else those that share the question's words, else the first ones, marked as a substitute. A doubtful summary, which may
 * be another paper's, is never quoted.
 *
 * @param wanted language of the sentences; defaults to that of the question or of the reader
 * @throws UserError for a paper that the archive does not hold
 */
export async function quotePaper(
  question: string,
  id: string,
  { archive, search, locale = 'en' }: Library,
  wanted?: Language,
): Promise<Answer> {
  const paper = archive.paper(id);
  if (paper === undefined) throw new UserError('errors.paper.unknownId', { id });
  const line = tidied(question);
  const language = wanted ?? typedIn(line, locale);
  const quoting = (sentences: readonly string[], instead = false): Answer => {
    const passages = [{ paper, date: listingOf(paper).date, sentences }];
    const inOther = otherLanguage(passages, language, { query: line, paper: id });
    return { kind: 'passages', question: line, passages, ...(instead && { instead }), ...inOther };
  };
  const texts = preferablyIn(language, quotableTexts(paper));
  if (texts.length === 0) {
    const opening: Change = {
      text: { key: 'ask.change.paper', values: { title: paper.title } },
      invocation: { command: 'paper', options: { paper: id } },
    };
    const reason = paper.doubtful ? 'doubtful' : 'unsummarized';
    return refusal(reason, line, archive.totals(), { changes: [opening] });
  }
  await search.ready;
  const found = search
    .passages(line, [id], SENTENCES, language)
    .filter(({ text }) => texts.some((one) => one.includes(text)));
  const best = found[0]?.coverage ?? 0;
  const kind = pointIn(line);
  const ofPoint = kind === null ? [] : sentencesAbout(kind, paper, texts);
  const isAnswered = answersOfPaper(best, line);
  // A short question is hardly more than the point that it asks for.
  if (ofPoint.length > 0 && (!isAnswered || tellingWords(line) <= SHORT_MAX)) return quoting(ofPoint);
  if (!isAnswered) return quoting(gist(paper, texts), true);
  const close = found.filter(({ coverage }) => coverage >= best - BEHIND);
  return quoting(close.slice(0, QUOTES_MAX).map(({ text }) => text));
}

/** The point of a summary that a question is about: results, limits, data, what is new, how it works. */
function pointIn(line: string): string | null {
  const tags = cuesOf(line).flat();
  const order = ['limit-point', 'data-point', 'result-point', 'new-point', 'method-point'];
  return order.find((tag) => tags.includes(tag)) ?? (tags.includes('how') ? 'method-point' : null);
}

function sentencesAbout(
  kind: string,
  { sections, doubtful }: Paper,
  texts: readonly string[],
): readonly string[] {
  const heading = HEADINGS[kind];
  const own =
    doubtful || heading === undefined
      ? []
      : sections.filter(({ heading: own, text }) => sectionKind(own) === heading && texts.includes(text));
  if (own.length > 0) return own.flatMap(({ text }) => sentencesOf(text)).slice(0, QUOTES_MAX);
  const words = POINTS.get(kind) ?? [];
  const scored = texts.flatMap(sentencesOf).map((text, place) => {
    const lower = text.toLowerCase();
    return { text, place, score: words.filter((word) => lower.includes(word)).length };
  });
  const hits = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.place - b.place);
  return hits.slice(0, QUOTES_MAX).map(({ text }) => text);
}

/** One or two sentences that say what a paper is about. */
function gist({ details }: Paper, texts: readonly string[]): readonly string[] {
  return details?.aiSummary ? [details.aiSummary] : texts.flatMap(sentencesOf).slice(0, 2);
}
