import type { Answer } from '../answers/answer.ts';
import { typedIn } from '../text/written-in.ts';
import type { Library } from './library.ts';
import { heldSentences, quotesOf, rephrasePrompt } from './rephrase.ts';

/**
 * Quotes told in a model's words beside them, where one is set up and what it wrote holds. Whatever the model does, the
 * worst is the answer as it was.
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
