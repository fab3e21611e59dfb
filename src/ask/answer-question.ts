import { readPaperId } from '../archive/ids.ts';
import { UserError } from '../errors.ts';
import type { Answer } from './answer.ts';
import { authorCard } from './author-card.ts';
import { readings } from './bare.ts';
import { digestOf } from './digest-of.ts';
import { activeAuthors, sharedPapers } from './facts/authors.ts';
import { busiestPeriods } from './facts/busiest.ts';
import { countOf } from './facts/count.ts';
import { comparison, paperFact } from './facts/paper.ts';
import { answerFromTexts } from './from-texts.ts';
import { readQuestion, tidied } from './intent.ts';
import { listOf } from './lists.ts';
import { mask } from './masks.ts';
import { factQuestion, type PaperFact } from './paper-asked.ts';
import { findPerson } from './people.ts';
import type { Calendar, Library } from './query.ts';
import { paperChoice } from './refuse.ts';
import { findPaper, isCalled } from './titles.ts';

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
    (isCalled(named.paper, text) || readings(text).some((one) => readPaperId(one) !== null))
  )
    return { kind: 'paper', paper: named.paper, allAuthors: null };
  const person = findPerson(text, library);
  return person.is === 'one' ? authorCard(person.name, library.archive, page) : null;
}
