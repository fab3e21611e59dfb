import type { Answer, Choice } from '../../answers/answer.ts';
import type { Invocation } from '../../answers/invocation.ts';
import { askAboutPaper } from '../../answers/quotes/about-paper.ts';
import { paperChoice } from '../../answers/refuse.ts';
import { askQuestion } from '../ask-question.ts';
import type { Library } from '../read/query.ts';
import { resume } from './resume.ts';
import type { Thread } from './state.ts';

/** A question as it comes in, with what it is about and what it goes on from. */
export interface Turn {
  readonly question: string;
  readonly page: number;
  /** The paper that it is about, and nothing else. */
  readonly paper: string | null;
  readonly thread: Thread;
}

/** A question that is longer cannot be asked, so that none can go on from it either. */
const AFTER_MAX = 300;

/**
 * Answers a question together with what was said before, and says how the conversation goes on.
 *
 * @throws UserError while the archive is empty, for a date that there is not, and for a paper that it does not hold
 */
export async function converse({ question, page, paper, thread }: Turn, library: Library): Promise<Answer> {
  if (paper !== null) return goingOn(await askAboutPaper(question, paper, library), aboutPaper(paper));
  const isAlone = thread.after === null && thread.shown.length === 0;
  if (!isAlone) await library.search.ready;
  const resumed = isAlone ? null : resume(question, thread, library);
  if (resumed?.is === 'which') return whichOf(question, resumed.questions, library);
  if (resumed?.is === 'paper') {
    const answer = await askAboutPaper(resumed.question, resumed.id, library);
    if (answer.kind !== 'refusal') return goingOn(answer, aboutPaper(resumed.id));
  }
  const whole = resumed?.is === 'question' ? resumed.question : question;
  return goingOn(await askQuestion(whole, library, page), after(whole));
}

function aboutPaper(id: string): Invocation {
  return { command: 'ask', options: { paper: id }, form: 'question' };
}

function after(question: string): Invocation | null {
  return question.length > AFTER_MAX
    ? null
    : { command: 'ask', options: { after: question }, form: 'question' };
}

/** A card has a form of its own; a choice is made before anything goes on. */
function goingOn(answer: Answer, followUp: Invocation | null): Answer {
  const isEnd = answer.kind === 'paper' || answer.kind === 'choice' || answer.kind === 'notice';
  return isEnd || followUp === null ? answer : { ...answer, followUp };
}

function whichOf(query: string, questions: ReadonlyMap<string, string>, { archive }: Library): Answer {
  const choices = [...questions].flatMap(([id, question]): Choice[] => {
    const paper = archive.paper(id);
    if (paper === undefined) return [];
    return [{ ...paperChoice(paper), invocation: { command: 'ask', options: { question }, here: true } }];
  });
  return { kind: 'choice', of: 'paper', query, choices };
}
