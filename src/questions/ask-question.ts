import type { Answer } from '../answers/answer.ts';
import { aboutOneIn } from '../answers/papers-in.ts';
import { askAboutPaper } from '../answers/quotes/about-paper.ts';
import { withModel } from '../answers/quotes/with-model.ts';
import { answerQuestion } from './answer-question.ts';
import type { Library } from './read/query.ts';

/**
 * Answers a question, whichever door it came in by. Facts are told at once; what is looked for in the texts waits
 * until all of them are in the index, since it may come out otherwise with more of them. What the facts do not answer of
 * a paper that is named by its id is looked for in that paper alone.
 *
 * @param page of the list that answers it
 * @throws UserError while the archive is empty, for a date that there is not, and for the id of a paper that it does not hold
 */
export async function askQuestion(question: string, library: Library, page = 1): Promise<Answer> {
  const answer = answerQuestion(question, library, page);
  if (!isFromTexts(answer)) return answer;
  const about = isOfNoFact(answer) ? aboutOneIn(question, library) : null;
  if (about !== null) return askAboutPaper(about.question, about.id, library);
  if (library.search.isReady) return withModel(answer, question, library);
  await library.search.ready;
  return withModel(answerQuestion(question, library, page), question, library);
}

/** Whether an answer was looked for in the texts, or titles were. */
function isFromTexts({ kind }: Answer): boolean {
  return kind === 'passages' || kind === 'refusal' || kind === 'choice';
}

/** Whether no fact was asked for, or none that can be read. */
function isOfNoFact(answer: Answer): boolean {
  return answer.kind === 'passages' || (answer.kind === 'refusal' && answer.reason === 'answer');
}
