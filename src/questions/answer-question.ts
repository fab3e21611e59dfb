import type { Answer } from '../answers/answer.ts';
import { authorCard } from '../answers/author-card.ts';
import { digestOf } from '../answers/digest-of.ts';
import { activeAuthors, sharedPapers } from '../answers/facts/authors.ts';
import { busiestPeriods } from '../answers/facts/busiest.ts';
import { countOf } from '../answers/facts/count.ts';
import { comparison, paperFact } from '../answers/facts/paper.ts';
import { listOf } from '../answers/lists.ts';
import { answerFromTexts } from '../answers/quotes/quote-answer.ts';
import { paperChoice } from '../answers/refuse.ts';
import { UserError } from '../errors.ts';
import { factQuestion, type PaperFact } from './conversation/paper-asked.ts';
import { findPerson } from './read/people.ts';
import { mask } from './read/placeholders.ts';
import type { Calendar, Library } from './read/query.ts';
import { readQuestion, tidied } from './read/read-question.ts';
import { findPaper, isCalled } from './read/titles.ts';

/** A question that is being answered. */
export interface Asked {
  /** As typed, on one line. */
  readonly question: string;
  readonly library: Library;
  readonly calendar: Calendar;
  /** Page of the list that answers it. */
  readonly page: number;
}

/**
 * Answers a question in English or Korean from the archive alone: facts are computed, anything else is answered with
 * sentences of the archive word for word, and what the archive does not hold is refused.
 *
 * @throws UserError while the archive is empty, and for a date that there is not
 */
export function answerQuestion(question: string, library: Library, page = 1): Answer {
  const { first, last } = library.archive.totals();
  if (first === null || last === null) throw new UserError('errors.archive.empty');
  const calendar = { today: library.today, first, last };
  const line = tidied(question);
  const query = readQuestion(mask(line, library), calendar);
  const asked: Asked = { question: line, library, calendar, page };
  switch (query.kind) {
    case 'latest':
      return digestOf(last, asked);
    case 'papers':
      return listOf(query, asked) ?? answerFromTexts(line, query.dates, asked);
    case 'count':
      return countOf(query, asked) ?? answerFromTexts(line, query.dates, asked);
    case 'authors':
    case 'listed':
    case 'votes':
      return paperFact(query, asked) ?? answerFromTexts(line, null, asked);
    case 'on-subject':
      return whichOnSubject(query.fact, answerFromTexts(line, query.dates, asked), asked);
    case 'compare':
      return comparison(query.ways, asked);
    case 'shared':
      return sharedPapers(query, asked) ?? answerFromTexts(line, query.dates, asked);
    case 'active':
      return activeAuthors(query, asked);
    case 'busiest':
      return busiestPeriods(query, asked);
    case 'thing':
      return thing(query.text, asked) ?? answerFromTexts(line, null, asked);
    case 'no-date':
      throw new UserError('errors.date.unreadable', { value: query.typed });
    case 'passages':
      return answerFromTexts(line, query.dates, asked);
    default:
      return query satisfies never;
  }
}

/** The papers that tell of a subject, each with the question about it; nobody but the person knows which is meant. */
function whichOnSubject(fact: PaperFact, told: Answer, { question }: Asked): Answer {
  if (told.kind !== 'passages') return told;
  const choices = told.passages.map(({ paper }) => ({
    ...paperChoice(paper),
    invocation: { command: 'ask', options: { question: factQuestion(fact, paper.id) }, here: true },
  }));
  return { kind: 'choice', of: 'paper', query: question, choices };
}

/** The card of a paper or author, where a question is nothing but an id, a title or a name. */
function thing(text: string, { library, page }: Asked): Answer | null {
  const named = findPaper(text, library);
  if (
    named.is === 'one' &&
    (isCalled(named.paper, text) || named.paper.id === text || /\d{4}\.\d{4,5}|\/\d{7}/.test(text))
  )
    return { kind: 'paper', paper: named.paper, allAuthors: null };
  const person = findPerson(text, library);
  return person.is === 'one' ? authorCard(person.name, library.archive, page) : null;
}
