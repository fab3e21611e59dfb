import type { Answer } from './answer.ts';
import { answerQuestion } from './answer-question.ts';
import type { Library } from './query.ts';
import { withModel } from './with-model.ts';

/**
 * Answers a question, whichever door it came in by. Facts are told at once; what is looked for in the texts waits
 * until all of them are in the index, since it may come out otherwise with more of them.
 *
 * @param page of the list that answers it
 * @throws UserError while the archive is empty, and for a date that there is not
 */
export async function askQuestion(question: string, library: Library, page = 1): Promise<Answer> {
  const answer = answerQuestion(question, library, page);
  if (!isFromTexts(answer)) return answer;
  if (library.search.isReady) return withModel(answer, question, library);
  await library.search.ready;
  return withModel(answerQuestion(question, library, page), question, library);
}

/** Whether an answer was looked for in the texts, or titles were. */
function isFromTexts({ kind }: Answer): boolean {
  return kind === 'passages' || kind === 'refusal' || kind === 'choice';
}
