import type { Answer, AnswerOf, Passage } from '../answers/answer.ts';
import { paperChoice, refusal } from '../answers/choices.ts';
import { listingOf } from '../archive/merge/assemble.ts';
import { type Paper, quotableTexts } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import type { Search } from '../search/index.ts';
import { nameOf } from '../text/names/model-name.ts';
import { squash } from '../text/tokens.ts';
import { isInLanguage, typedIn } from '../text/written-in.ts';
import { certaintyOf, isQuoted, tellingWords } from './answerable.ts';
import type { Library } from './library.ts';

const NEAR = 5;
/** Papers that are searched for. */
const CANDIDATES = 12;
const SENTENCES = 24;
/** Most papers quoted, and most papers shown. */
const QUOTED_MAX = 3;
const PAPERS_MAX = 10;
const QUOTES_MAX = 4;
/** Most sentences of one paper, to leave room for another paper. */
const QUOTES_OF_ONE = 2;
/** Smallest share of the best score that a quoted paper must have: a sentence alone says little about its paper. */
const SCORE_MIN = 0.9;
/** Shortest name, in letters; a shorter one is part of other words. */
const NAME_MIN = 4;
/** A quoted sentence may have this much less of the question than the best sentence of its paper. */
export const BEHIND = 0.15;
/** Smallest share of a question with which a paper is offered beside a refusal. */
const MATCHES_MIN = 0.75;

/**
 * Answers a question about a subject with verbatim sentences of the archive. Papers are chosen by score, sentences by their
 * share of the question. Without a likely sentence the papers are listed as ones that may fit; without evidence for the
 * papers the question is refused.
 *
 * @param question the subject in the person's words
 * @param wanted language of the sentences; defaults to that of the question or of the reader
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
  const words = tellingWords(question);
  const evidence = {
    words,
    sentence: Math.max(0, ...quotes.map(([first]) => first?.coverage ?? 0)),
    hit: best?.score ?? 0,
    coverage: best?.coverage ?? 0,
    rarity: search.rarity(question),
    isNamed: best !== undefined && isNamed(best.paper, question),
  };
  const certainty = best === undefined ? 'none' : certaintyOf(evidence);
  if (best === undefined || certainty === 'none') {
    const near = naming.filter(({ coverage }) => coverage >= MATCHES_MIN).slice(0, NEAR);
    const choices = near.map(({ paper }) => paperChoice(paper));
    return refusal('answer', question, archive.totals(), { choices });
  }
  const named = naming.slice(0, PAPERS_MAX).map(({ paper }) => unquoted(paper));
  const lead = best.score - (naming[1] ?? best).score;
  const passages = shortened(
    likely.map(({ paper }, place) => ({
      ...unquoted(paper),
      sentences: (quotes[place] ?? [])
        .filter((sentence) => certainty === 'quoted' && isQuoted(sentence, place === 0 ? lead : null, words))
        .map(({ text }) => text),
    })),
  );
  if (passages.length === 0) return { kind: 'passages', question, mayFit: true, passages: named };
  const shown = new Set(passages.map(({ paper }) => paper));
  const others = named.filter(({ paper }) => !shown.has(paper));
  const inOther = otherLanguage(passages, language, { query: question });
  return { kind: 'passages', question, passages: [...passages, ...others].slice(0, PAPERS_MAX), ...inOther };
}

/** A button to the sentences in the other language, if a quoted paper has text in it. */
export function otherLanguage(
  passages: readonly Passage[],
  shown: Language,
  options: Readonly<Record<string, string>>,
): Pick<AnswerOf<'passages'>, 'inOther'> {
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

function unquoted(paper: Paper): Passage {
  return { paper, date: listingOf(paper).date, sentences: [] };
}

/** Sentences of one paper that have most of a question, in the reader's language if the paper has it. */
function quoteOf(paper: Paper, question: string, language: Language, search: Search) {
  const found = search.passages(question, [paper.id], SENTENCES, language);
  return found
    .filter(({ coverage }) => coverage >= (found[0]?.coverage ?? 0) - BEHIND)
    .slice(0, QUOTES_OF_ONE);
}

/** Drops second sentences of later papers above `QUOTES_MAX`, and papers without sentences. */
function shortened(passages: readonly Passage[]): readonly Passage[] {
  let spare = QUOTES_MAX - passages.filter(({ sentences }) => sentences.length > 0).length;
  return passages.flatMap((passage) => {
    const sentences = passage.sentences.slice(0, spare > 0 ? QUOTES_OF_ONE : 1);
    if (sentences.length === 0) return [];
    spare -= sentences.length - 1;
    return [{ ...passage, sentences }];
  });
}

/** Whether a question has the name in a paper's title: `MaskLLM: …`. */
function isNamed({ title }: Paper, question: string): boolean {
  const name = squash(nameOf(title) ?? '');
  return name.length >= NAME_MIN && squash(question).includes(name);
}

/** Names with a version number: the archive may have FlashAttention-2, which does not answer for `FlashAttention-3`. */
function versionsIn(question: string): readonly string[] {
  const names = question.match(/(?<![\p{L}\p{N}])\p{Lu}[a-zA-Z]+[- ]?\d+(?:\.\d+)?(?![\p{N}])/gu) ?? [];
  return names.map(squash);
}

function mentions({ title, sections, details }: Paper, name: string): boolean {
  return [title, details?.abstract ?? '', ...sections.map(({ text }) => text)].some((text) =>
    squash(text).includes(name),
  );
}
