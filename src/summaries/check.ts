import type { Language } from '../language.ts';
import { unknownClaims } from '../model/checks/claims.ts';
import { MODEL_LANGUAGES } from '../model/checks/model-languages.ts';
import { unknownNames } from '../model/checks/names.ts';
import { unknownAmounts } from '../model/checks/numbers.ts';
import { isIn, isPlain } from '../model/checks/plain-sentence.ts';
import { plainLine } from '../model/checks/prompt-data.ts';
import { overlap } from '../search/overlap.ts';
import { isDoubtful } from '../sources/doubt/doubt.ts';
import { sentencesOf } from '../text/sentences.ts';
import { HEADINGS, type SummaryPoint, type SummarySource } from './summary.ts';

/** Characters; `quotes`: number of quotes; `quoteWords`: least words in a quote. */
const LENGTH = { least: 20, most: 700, sentence: 400, quotes: 4, quoteWords: 4, quote: 700 };

/** @param point with each quote on one line @returns its problems, for the model to fix */
export function problemsOf(
  point: SummaryPoint,
  source: SummarySource,
  language: Language,
): readonly string[] {
  const steps = [
    () => sizeProblems(point),
    () => formProblems(point, source, language),
    () => wordProblems(point, source, language),
  ];
  for (const step of steps) {
    const problems = [...step()];
    if (problems.length > 0) return problems.map((problem) => `${point.point}: ${problem}`);
  }
  return [];
}

type Problems = Generator<string, void, undefined>;

/** First, so that no other check reads an endless text. */
function* sizeProblems({ text, evidence }: SummaryPoint): Problems {
  if (text.length < LENGTH.least || text.length > LENGTH.most)
    yield `${LENGTH.least} to ${LENGTH.most} characters, please`;
  if (evidence.length === 0) yield 'no evidence; quote the sentences of the abstract that it is taken from';
  if (evidence.length > LENGTH.quotes) yield `more than ${LENGTH.quotes} quotes`;
  if (evidence.some(({ length }) => length > LENGTH.quote)) yield `a quote over ${LENGTH.quote} characters`;
}

function* formProblems(
  { text, evidence }: SummaryPoint,
  { abstract }: SummarySource,
  language: Language,
): Problems {
  const whole = oneLine(abstract);
  if (evidence.some((quote) => !isQuote(quote, whole)))
    yield 'evidence that is not in the abstract word for word';
  const sentences = sentencesOf(text);
  if (sentences.some(({ length }) => length > LENGTH.sentence))
    yield `a sentence over ${LENGTH.sentence} characters`;
  if (!isPlain(text)) yield 'links, mentions, Markdown or several lines';
  if (sentences.length === 0 || sentences.some((one) => !isIn(one, language))) yield `not in ${language}`;
}

function* wordProblems(
  { text, evidence }: SummaryPoint,
  { title, abstract }: SummarySource,
  language: Language,
): Problems {
  const amounts = unknownAmounts(text, [...evidence, title]);
  if (amounts.length > 0) yield `numbers that its evidence does not have: ${amounts.join(', ')}`;
  const names = unknownNames(text, [abstract, title]);
  if (names.length > 0) yield `names that the abstract does not have: ${names.join(', ')}`;
  const claims = unknownClaims(text, evidence);
  if (claims.length > 0) yield `claims that its evidence does not make: ${claims.join(', ')}`;
  const least = MODEL_LANGUAGES[language].overlap;
  const shared = (one: string) => overlap(one, [abstract, title]);
  if (shared(text) < least.paper || sentencesOf(text).some((one) => shared(one) < least.sentence))
    yield 'says something else than the abstract';
  if (overlap(text, evidence) < least.quotes) yield 'says something else than its evidence';
}

/** Whether the points together describe another paper. */
export function isOfAnother(points: readonly SummaryPoint[], { title }: SummarySource): boolean {
  return isDoubtful(
    title,
    points.map(({ point, text }) => ({ heading: HEADINGS[point], text })),
  );
}

/** Whether a quote is in the abstract, in whole words and long enough. */
function isQuote(quote: string, abstract: string): boolean {
  const at = abstract.indexOf(quote);
  if (at < 0) return false;
  const around = (abstract[at - 1] ?? ' ') + (abstract[at + quote.length] ?? ' ');
  return quote.split(' ').length >= LENGTH.quoteWords && !/[\p{L}\p{N}]/u.test(around);
}

/** In the form of the prompt. */
export function oneLine(text: string): string {
  return plainLine(text, Number.MAX_SAFE_INTEGER);
}
