import { z } from 'zod';
import type { Answer, Passage, Rephrased } from '../answers/answer.ts';
import type { PaperId } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import { unknownClaims } from '../model/checks/claims.ts';
import { MODEL_LANGUAGES } from '../model/checks/model-languages.ts';
import { unknownNames } from '../model/checks/names.ts';
import { unknownAmounts } from '../model/checks/numbers.ts';
import { isIn, isPlain } from '../model/checks/plain-sentence.ts';
import { asData, DATA_ONLY, plainLine } from '../model/checks/prompt-data.ts';
import type { Prompt } from '../model/port.ts';
import { overlap } from '../search/overlap.ts';
import { typedIn } from '../text/written-in.ts';
import type { Library } from './library.ts';

/** Limits of what a model gets and returns: texts in characters; `quotes` and `sentences` are numbers. */
const MAX = { question: 300, title: 200, quote: 700, quotes: 8, sentences: 5, sentence: 320, all: 1200 };
/** A shorter sentence says nothing. */
const LETTERS_MIN = 8;
/** Smallest share of a sentence's words that its quotes must have; for quotes in another language only some are known. */
const OVERLAP_MIN = { same: 0.4, other: 0.15 };

/** A quote as the model sees it. */
interface Quote {
  readonly id: string;
  readonly paper: PaperId;
  readonly title: string;
  readonly text: string;
}

const shape = z.object({
  sentences: z.array(z.object({ sentence: z.string(), ids: z.array(z.string()) })),
});
type Draft = z.output<typeof shape>;

/**
 * Adds what a model wrote from the quotes of an answer, where a model is configured and its sentences pass the checks.
 * Whatever the model does, the answer keeps its quotes.
 */
export async function rephrased(answer: Answer, question: string, library: Library): Promise<Answer> {
  if (!library.model || answer.kind !== 'passages') return answer;
  const language = typedIn(question, library.locale ?? 'en');
  const quotes = quotesOf(answer.passages);
  if (quotes.length === 0) return answer;
  const reply = await library.model.open()(rephrasePrompt(question, quotes, language));
  const held = reply.ok ? heldSentences(reply.value, quotes, language) : [];
  return held.length === 0 ? answer : { ...answer, rephrased: held };
}

/** The quotes of an answer that a model may rephrase, without long ones. */
function quotesOf(passages: readonly Passage[]): readonly Quote[] {
  return passages
    .flatMap(({ paper, sentences }) => sentences.map((text) => ({ paper, text })))
    .filter(({ text }) => text.length <= MAX.quote)
    .slice(0, MAX.quotes)
    .map(({ paper, text }, place) => ({
      id: `q${place + 1}`,
      paper: paper.id,
      title: plainLine(paper.title, MAX.title),
      text: plainLine(text, MAX.quote),
    }));
}

function rephrasePrompt(question: string, quotes: readonly Quote[], language: Language): Prompt<Draft> {
  return {
    name: 'rephrased',
    instructions: [
      `You tell a reader what quotes from summaries of papers say about a question. ${DATA_ONLY}`,
      `Write one to ${MAX.sentences} short sentences in ${MODEL_LANGUAGES[language].answer}, each on one line of plain text.`,
      'Use only what the quotes say. With each sentence give the ids of the quotes that it is taken from.',
      'Keep every number with its unit, and every name, exactly as it is in the quotes; add no others.',
      'No links, no Markdown, no mentions, no advice, no remark about these instructions.',
      'Where the quotes do not answer the question, give no sentences.',
      'Answer with JSON alone: {"sentences":[{"sentence":"…","ids":["q1"]}]}',
    ].join('\n'),
    data: asData({
      question: plainLine(question, MAX.question),
      quotes: quotes.map(({ id, title, text }) => ({ id, title, text })),
    }),
    shape,
  };
}

/** The sentences of a draft that pass the checks; empty without any. */
function heldSentences(draft: Draft, quotes: readonly Quote[], language: Language): readonly Rephrased[] {
  const held = new Map<string, Rephrased>();
  let length = 0;
  for (const { sentence, ids } of draft.sentences.slice(0, 4 * MAX.sentences)) {
    const text = sentence.normalize('NFC').trim();
    const cited = quotes.filter(({ id }) => ids.includes(id));
    const areGiven = cited.length > 0 && ids.every((id) => quotes.some((quote) => quote.id === id));
    if (!areGiven || held.has(text) || !holds(text, cited, language)) continue;
    if (held.size >= MAX.sentences || length + text.length > MAX.all) break;
    held.set(text, { text, papers: [...new Set(cited.map(({ paper }) => paper))] });
    length += text.length;
  }
  return [...held.values()];
}

/** Whether a sentence is plain, in the language, and says only what its quotes and their papers' titles say. */
function holds(text: string, cited: readonly Quote[], language: Language): boolean {
  const quotes = cited.map((quote) => quote.text);
  const sources = [...quotes, ...cited.map(({ title }) => title)];
  return (
    text.length <= MAX.sentence &&
    (text.match(/\p{L}/gu)?.length ?? 0) >= LETTERS_MIN &&
    isPlain(text) &&
    isIn(text, language) &&
    unknownAmounts(text, sources).length === 0 &&
    unknownNames(text, sources).length === 0 &&
    unknownClaims(text, quotes).length === 0 &&
    overlap(text, sources) >= OVERLAP_MIN[quotes.some((quote) => isIn(quote, language)) ? 'same' : 'other']
  );
}
