import type { Answer, Choice, Passage } from '../answers/answer.ts';
import { paperChoice } from '../answers/choices.ts';
import { paragraphsOf } from '../archive/abstract.ts';
import { listingOf } from '../archive/merge/assemble.ts';
import type { Paper } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import type { Search } from '../search/index.ts';
import { nameOf } from '../text/names/model-name.ts';
import { typedIn } from '../text/written-in.ts';
import { isQuoted, mayAnswer } from './answerable.ts';
import type { Library } from './library.ts';

const NEAR = 5;
/** Papers whose sentences are looked at. */
const CANDIDATES = 12;
const SENTENCES = 24;
/** Papers that are quoted; papers that are named where some are, and where none is. */
const QUOTED_MAX = 3;
const PAPERS_MAX = 5;
const MAY_FIT_MAX = 8;
const QUOTES_MAX = 4;
/** More of one paper would leave no room for the second opinion. */
const QUOTES_OF_ONE = 2;

/** A paper is quoted when its score is at least this share of the best one's: a sentence alone tells little about that. */
const SCORE_MIN = 0.9;

/** Letters of a name; a shorter one stands in other words. */
const NAME_MIN = 4;

/** The other sentences may have this much less of the question than the best of their paper. */
export const BEHIND = 0.15;
/** A paper that has less of a question than this does not match it. */
const MATCHES_MIN = 0.75;

/**
 * Answers a question about a subject with sentences of the archive, word for word. Papers are chosen by how well they
 * were found, sentences by how much of the question they have. Where no sentence is likely to answer, the papers are named
 * as ones that may fit, without a quote; where nothing speaks for the papers, the question is refused.
 *
 * @param question the subject in the person's words
 * @param wanted the language of the sentences; that of the question or of the reader unless said otherwise
 */
export function quotesFor(question: string, library: Library, wanted?: Language): Answer {
  const { archive, search, locale = 'en' } = library;
  const hits = search.search(question, {}, CANDIDATES);
  const names = versionsIn(question);
  const found = hits.flatMap(({ id, score, coverage }) => {
    const paper = archive.paper(id);
    return paper === undefined ? [] : [{ paper, score, coverage }];
  });
  const naming = found.filter(({ paper }) => names.every((name) => mentions(paper, name)));
  const [best] = naming;
  const likely = naming.filter(({ score }) => score >= SCORE_MIN * (best?.score ?? 0)).slice(0, QUOTED_MAX);
  const language = wanted ?? typedIn(question, locale);
  const quotes = likely.map(({ paper }) => quoteOf(paper, question, language, search));
  const evidence = {
    sentence: Math.max(0, ...quotes.map(([first]) => first?.coverage ?? 0)),
    hit: best?.score ?? 0,
    coverage: best?.coverage ?? 0,
    known: search.known(question),
    isNamed: best !== undefined && isNamed(best.paper, question),
  };
  if (best === undefined || !mayAnswer(evidence, question))
    return unanswered(
      question,
      naming
        .filter(({ coverage }) => coverage >= MATCHES_MIN)
        .slice(0, NEAR)
        .map(({ paper }) => paper),
      archive.totals(),
    );
  const named = naming.slice(0, MAY_FIT_MAX).map(({ paper }) => unquoted(paper));
  const lead = best.score - (naming[1] ?? best).score;
  const passages = shortened(
    likely.map(({ paper }, place) => ({
      ...unquoted(paper),
      sentences: (quotes[place] ?? [])
        .filter((sentence) => isQuoted(sentence, place === 0 ? lead : null, question))
        .map(({ text }) => text),
    })),
  );
  if (passages.length === 0) return { kind: 'passages', question, mayFit: true, passages: named };
  const shown = new Set(passages.map(({ paper }) => paper));
  const others = named.filter(({ paper }) => !shown.has(paper));
  const inOther = otherLanguage(passages, language, { query: question });
  return { kind: 'passages', question, passages: [...passages, ...others].slice(0, PAPERS_MAX), ...inOther };
}

/** The way to the sentences in the language that is not shown, where a quoted paper has text in it. */
export function otherLanguage(
  passages: readonly Passage[],
  shown: Language,
  options: Readonly<Record<string, string>>,
): Pick<Extract<Answer, { kind: 'passages' }>, 'inOther'> {
  const language = shown === 'ko' ? 'en' : 'ko';
  const quoted = passages.filter(({ sentences }) => sentences.length > 0);
  const isShown = quoted.some(({ sentences }) => sentences.some((text) => isInLanguage(text, shown)));
  if (
    !isShown ||
    !quoted.some(({ paper }) => quotableTexts(paper).some((text) => isInLanguage(text, language)))
  )
    return {};
  const invocation = { command: 'quotes', options: { ...options, language }, here: true };
  return { inOther: { language, invocation } };
}

/** What may be quoted of a paper. */
export function quotableTexts({ sections, details, doubtful }: Paper): readonly string[] {
  const abstract = details?.abstract ? [paragraphsOf(details.abstract)] : [];
  return [...(doubtful ? [] : sections.map(({ text }) => text)), ...abstract];
}

export function isInLanguage(text: string, language: Language): boolean {
  return /[가-힣]/.test(text) === (language === 'ko');
}

function unquoted(paper: Paper): Passage {
  return { paper, date: listingOf(paper).date, sentences: [] };
}

/** The sentences of one paper that have most of a question, in the reader's language where the paper has it. */
function quoteOf(paper: Paper, question: string, language: Language, search: Search) {
  const found = search.passages(question, [paper.id], SENTENCES, language);
  return found
    .filter(({ coverage }) => coverage >= (found[0]?.coverage ?? 0) - BEHIND)
    .slice(0, QUOTES_OF_ONE);
}

/** At most so many quotes in all: the second sentences of the last papers give way. */
function shortened(passages: readonly Passage[]): readonly Passage[] {
  let spare = QUOTES_MAX - passages.filter(({ sentences }) => sentences.length > 0).length;
  return passages.flatMap((passage) => {
    const sentences = passage.sentences.slice(0, spare > 0 ? QUOTES_OF_ONE : 1);
    if (sentences.length === 0) return [];
    spare -= sentences.length - 1;
    return [{ ...passage, sentences }];
  });
}

/** Says that the texts do not answer, with the papers that match all the same. */
export function unanswered(
  query: string,
  near: readonly Paper[],
  { first, last }: { first: string | null; last: string | null },
): Answer {
  const choices: readonly Choice[] = near.map(paperChoice);
  return {
    kind: 'refusal',
    reason: 'answer',
    query,
    period: null,
    of: 'paper',
    choices,
    changes: [],
    first: first ?? '',
    last: last ?? '',
  };
}

/** Whether a question has the name that a paper gives its own thing: `MaskLLM: …`. */
function isNamed({ title }: Paper, question: string): boolean {
  const name = lettersOf(nameOf(title) ?? '');
  return name.length >= NAME_MIN && lettersOf(question).includes(name);
}

/** Names with a number in them: of `FlashAttention-3` the archive may hold the second only, which is something else. */
function versionsIn(question: string): readonly string[] {
  const names = question.match(/(?<![\p{L}\p{N}])\p{Lu}[a-zA-Z]+[- ]?\d+(?:\.\d+)?(?![\p{N}])/gu) ?? [];
  return names.map(lettersOf);
}

function mentions({ title, sections, details }: Paper, name: string): boolean {
  return [title, details?.abstract ?? '', ...sections.map(({ text }) => text)].some((text) =>
    lettersOf(text).includes(name),
  );
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
