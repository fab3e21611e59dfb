import { languageOf } from '../../model/checks/plain-sentence.ts';
import type { Ask } from '../../model/port.ts';
import type { Asked } from '../../questions/answer-question.ts';
import { mask } from '../../questions/read/placeholders.ts';
import type { Library } from '../../questions/read/query.ts';
import { readQuestion, tidied } from '../../questions/read/read-question.ts';
import { heldRewrites, rewritePrompt } from '../../questions/read/rewrite.ts';
import type { Answer } from '../answer.ts';
import { answerFromTexts } from './quote-answer.ts';
import { heldSentences, quotesOf, rephrasePrompt } from './rephrase.ts';

/**
 * What a paper found by other words must still have of the question as it was typed: otherwise any question could be
 * turned into one that the archive answers.
 */
const KEPT_MIN = 0.3;
/** Papers among which both languages' words must find it. */
const CANDIDATES = 12;
const SENTENCES = 24;

/**
 * An answer with a model's help, where one is set up: quotes are told in its words beside them, and where the texts do
 * not seem to answer, they are asked again in its words. Whatever the model does, the worst is the answer as it was.
 *
 * @param question as typed
 */
export async function withModel(answer: Answer, question: string, library: Library): Promise<Answer> {
  const isRefused =
    (answer.kind === 'refusal' && answer.reason === 'answer') ||
    (answer.kind === 'passages' && answer.mayFit === true);
  if (!library.model || !(isRefused || answer.kind === 'passages')) return answer;
  const ask = library.model.open();
  const found = isRefused ? await foundOtherwise(question, library, ask) : answer;
  if (found?.kind !== 'passages') return answer;
  const language = languageOf(question, library.locale ?? 'en');
  const quotes = quotesOf(found.passages);
  if (quotes.length === 0) return found;
  const reply = await ask(rephrasePrompt(question, quotes, language));
  const rephrased = reply.ok ? heldSentences(reply.value, quotes, language) : [];
  return rephrased.length === 0 ? found : { ...found, rephrased };
}

/** Quotes for the question in other words, by the same measure as for its own; null where there are none. */
async function foundOtherwise(question: string, library: Library, ask: Ask): Promise<Answer | null> {
  const { archive, search, today } = library;
  const { first, last } = archive.totals();
  const reply = await ask(rewritePrompt(question));
  if (!reply.ok || first === null || last === null) return null;
  const calendar = { today, first, last };
  const line = tidied(question);
  const query = readQuestion(mask(line, library), calendar);
  const dates = 'dates' in query ? query.dates : null;
  const rewrites = heldRewrites(line, reply.value).map(tidied);
  const found = rewrites.map((text) => new Set(search.search(text, {}, CANDIDATES).map(({ id }) => id)));
  for (const text of rewrites) {
    const asked: Asked = { question: text, library, calendar, page: 1 };
    const answer = answerFromTexts(text, dates, asked);
    if (answer.kind !== 'passages' || answer.mayFit) continue;
    const passages = answer.passages.filter(({ paper }) => {
      const [kept] = search.passages(line, [paper.id], SENTENCES).map(({ coverage }) => coverage);
      return found.every((papers) => papers.has(paper.id)) && (kept ?? 0) >= KEPT_MIN;
    });
    if (passages.length > 0) return { ...answer, question, passages };
  }
  return null;
}
