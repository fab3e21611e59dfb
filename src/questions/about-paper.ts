import type { Answer } from '../answers/answer.ts';
import { listingOf } from '../archive/merge/assemble.ts';
import type { Paper, SectionKind } from '../archive/paper.ts';
import { sectionKind } from '../digest-format/read/section.ts';
import { UserError } from '../errors.ts';
import type { Language } from '../language.ts';
import { isInLanguage, quotableTexts } from '../search/passages.ts';
import { sentencesOf } from '../text/sentences.ts';
import { typedIn } from '../text/written-in.ts';
import { answersOfPaper, tellingWords } from './answerable.ts';
import type { Library } from './library.ts';
import { BEHIND, otherLanguage } from './quotes.ts';
import { tokensOf } from './read/tokens.ts';
import { tidied } from './read/understand.ts';
import { PHRASES } from './read/words.ts';
import points from './words/points.json' with { type: 'json' };

const SENTENCES = 12;
const QUOTES_MAX = 3;
const SHORT_MAX = 2;

/** The heading of a summary that tells of a point, where there is one. */
const HEADINGS: Readonly<Record<string, SectionKind>> = {
  'new-point': 'new',
  'method-point': 'technical',
  'result-point': 'performance',
};
const POINTS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(points));

/**
 * Answers a question about one paper with sentences of its summary or abstract, word for word: those of the point that is
 * asked for, else those that share its words, else what the summary says first, marked as such. A summary that may be
 * another paper's is never quoted.
 *
 * @param wanted the language of the sentences; that of the question or of the reader unless said otherwise
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
  const all = quotableTexts(paper).map(({ text }) => text);
  const own = all.filter((text) => isInLanguage(text, language));
  const texts = own.length > 0 ? own : all;
  if (texts.length === 0)
    return silent(paper, paper.doubtful ? 'doubtful' : 'unsummarized', line, archive.totals());
  await search.ready;
  const found = search
    .passages(line, [id], SENTENCES, language)
    .filter(({ text }) => texts.some((one) => one.includes(text)));
  const best = found[0]?.coverage ?? 0;
  const kind = pointIn(line);
  const isOfPoint = kind !== null && !answersOfPaper(best, line);
  const ofPoint = kind === null ? [] : sentencesAbout(kind, paper, texts);
  if (kind !== null && ofPoint.length > 0 && (isOfPoint || isShort(line))) return quoting(ofPoint);
  if (answersOfPaper(best, line))
    return quoting(
      found
        .filter(({ coverage }) => coverage >= best - BEHIND)
        .slice(0, QUOTES_MAX)
        .map(({ text }) => text),
    );
  if (ofPoint.length > 0) return quoting(ofPoint);
  return quoting(gist(paper, texts), true);
}

/** A question that is hardly more than the point it asks for. */
function isShort(line: string): boolean {
  return tellingWords(line) <= SHORT_MAX;
}

/** The point of a summary that a question asks for: results, limits, data, what is new, how it works. */
function pointIn(line: string): string | null {
  const tokens = tokensOf(line);
  const tags = tokens.flatMap(({ text, tags: own }, at) => {
    const pair = `${text} ${tokens[at + 1]?.text ?? ''}`;
    return [...own, ...(PHRASES.get(pair) ?? PHRASES.get(text) ?? [])];
  });
  const order = ['limit-point', 'data-point', 'result-point', 'new-point', 'method-point'];
  const found = order.find((tag) => tags.includes(tag)) ?? null;
  return found ?? (tags.includes('how') ? 'method-point' : null);
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

/** What a paper is about in a sentence or two. */
function gist({ details }: Paper, texts: readonly string[]): readonly string[] {
  const written = details?.aiSummary ? [details.aiSummary] : [];
  return [...written, ...texts.flatMap(sentencesOf)].slice(0, written.length > 0 ? 1 : 2);
}

/** Says that one paper does not tell, with the way to its card. */
function silent(
  paper: Paper,
  reason: 'doubtful' | 'unsummarized',
  query: string,
  totals: { first: string | null; last: string | null },
): Answer {
  const { date } = listingOf(paper);
  const change = {
    text: { key: 'ask.change.paper', values: { title: paper.title } },
    invocation: { command: 'paper', options: { paper: paper.id } },
  } as const;
  return {
    kind: 'refusal',
    reason,
    query,
    period: null,
    first: totals.first ?? date,
    last: totals.last ?? date,
    of: 'paper',
    choices: [],
    changes: [change],
  };
}
