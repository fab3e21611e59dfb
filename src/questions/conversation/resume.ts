import type { Answer } from '../../answers/answer.ts';
import { findDates } from '../../text/dates/find.ts';
import { readOrdinal } from '../../text/ordinals.ts';
import { answerQuestion } from '../answer-question.ts';
import { asks } from '../read/cues.ts';
import { strip } from '../read/function-words.ts';
import { findPerson } from '../read/people.ts';
import { mask } from '../read/placeholders.ts';
import type { Calendar, Library } from '../read/query.ts';
import { readQuestion, tidied } from '../read/read-question.ts';
import { listQuestion } from './list-question.ts';
import { changed, readBefore } from './modify.ts';
import { factAsked, factQuestion, pointAsked, pointsBack } from './paper-asked.ts';
import { asked, type Resumed, type Talk, type Thread } from './state.ts';

/** Words that lead on from what was said. */
const LEAD =
  /^(?:(?:and|but|so|then|also|ok(?:ay)?|well|now|or|what about|how about|what if|그럼|그러면|그렇다면|그리고|그런데|근데|또|아니면|아니|혹시|자)(?![\p{L}\p{N}])[\s,.…]*)+/iu;

/**
 * Reads a question that goes on from another. One that is complete is left as it is; one that leaves out what was said
 * before (`and in November?`, `2위는?`, `who wrote it?`) is made complete with it. The result is always a question that
 * anybody could have typed, so that nothing answers it but what answers all questions.
 *
 * @throws UserError where the question before asks for a date that there is not
 */
export function resume(question: string, thread: Thread, library: Library): Resumed {
  const line = tidied(question);
  const bare = line.replace(LEAD, '').trim() || line;
  const { first, last } = library.archive.totals();
  const itself: Resumed = { is: 'question', question };
  if (first === null || last === null) return itself;
  const talk: Talk = {
    bare,
    isLed: bare !== line,
    thread,
    library,
    calendar: { today: library.today, first, last },
  };
  if (isWhole(talk)) return itself;
  return placed(talk) ?? wrote(talk) ?? pointed(talk) ?? changed(talk) ?? ofTheOne(talk) ?? itself;
}

/** What is asked of everything there is. */
const OF_ALL = /\barchive\b|\bdigests?\b|\ball[- ]time\b|아카이브|다이제스트|역대/iu;

/** `Who published the most in October 2024?`: a question that leaves nothing out, whatever was said before. */
function isWhole({ bare, isLed, library, calendar }: Talk): boolean {
  if (isLed) return false;
  const { kind } = readQuestion(mask(bare, library), calendar);
  if (kind === 'active' || kind === 'busiest') return true;
  return (kind === 'count' || kind === 'papers') && OF_ALL.test(bare);
}

/** `The second one`, `2위는?`: one of the papers shown, or the next of a list that ended before it. */
function placed({ bare, thread, library, calendar }: Talk): Resumed | null {
  const ordinal = readOrdinal(bare);
  if (ordinal === null || asks.beyond(ordinal.rest) || findDates(bare, calendar).dates !== null) return null;
  const id = thread.shown.at(ordinal.place) ?? beyond(ordinal.place, thread, library, calendar);
  if (id === null) return null;
  const fact = factAsked(ordinal.rest);
  if (fact !== null) return { is: 'question', question: factQuestion(fact, id) };
  return strip(ordinal.rest).text === ''
    ? { is: 'question', question: id }
    : { is: 'paper', id, question: ordinal.rest };
}

/** The paper at a place of the list that the question before asks for, though it asked for fewer. */
function beyond(place: number, { after }: Thread, library: Library, calendar: Calendar): string | null {
  const before = after === null ? null : readBefore(tidied(after), library, calendar);
  if (before?.kind !== 'papers' || place < 0) return null;
  const answer = answerQuestion(listQuestion({ ...before, limit: Math.max(2, place + 1) }), library);
  return answer.kind === 'facts' ? (answer.page?.items[place]?.paper.id ?? null) : null;
}

/** `Who wrote it?`, `저자는?`: a fact of the paper shown; where several are, the person must choose. */
function pointed({ bare, thread: { shown }, calendar }: Talk): Resumed | null {
  const fact = factAsked(bare);
  const isAll = /\b(?:in all|in total|altogether|total|all)\b|모두|총|전체|합/iu.test(bare);
  if (fact === null || isAll || findDates(bare, calendar).dates !== null) return null;
  if (fact === 'card' && !pointsBack(bare)) return null;
  const [only, ...others] = shown;
  if (only === undefined) return null;
  if (others.length === 0) return { is: 'question', question: factQuestion(fact, only) };
  return { is: 'which', questions: new Map(shown.map((id) => [id, factQuestion(fact, id)])) };
}

const DID_WRITE = [
  /^(?:did|has|have|is|was)\s+(.+?)\s+(?:(?:co-?)?(?:write|written|author)(?:\s+(?:it|this|that|this paper))?|(?:an?|one of (?:the|its)|among (?:the|its))\s+(?:co-?)?authors?(?:\s+of (?:it|this|that))?)$/iu,
  /^(.+?)(?:이|가|도|은|는)\s+(?:(?:이|그)\s?(?:논문|거|걸|것)\S*\s+)?(?:썼\S*|쓴\s?거\S*|저자\S*|참여했\S*)$/u,
];

/** `Did Song Han write it?`, `Song Han도 썼어?` */
function wrote({ bare, thread: { shown }, library }: Talk): Resumed | null {
  const [id, ...others] = shown;
  const [, typed] = DID_WRITE.map((pattern) => pattern.exec(bare)).find((match) => match !== null) ?? [];
  if (id === undefined || others.length > 0 || typed === undefined) return null;
  const person = findPerson(typed, library);
  if (person.is === 'nobody') return null;
  return asked(`did ${person.is === 'one' ? person.name : typed} write ${id}`);
}

/** What a title or a name alone is answered with. */
const CARDS: ReadonlySet<Answer['kind']> = new Set(['paper', 'author']);

/** Anything else about the only paper shown, unless it is a question that facts answer without it. */
function ofTheOne({ bare, thread: { shown }, library, calendar }: Talk): Resumed | null {
  const [id, ...others] = shown;
  if (id === undefined || others.length > 0) return null;
  if (pointAsked(bare) !== null) return { is: 'paper', id, question: bare };
  const query = readQuestion(mask(bare, library), calendar);
  const isThing = query.kind === 'thing' && CARDS.has(answerQuestion(bare, library).kind);
  const isComplete = query.kind !== 'passages' && (query.kind !== 'thing' || isThing);
  return isComplete ? null : { is: 'paper', id, question: bare };
}
