import type { Answer, Choice } from '../answers/answer.ts';
import { authorChoice, paperChoice } from '../answers/choices.ts';
import type { Invocation } from '../answers/invocation.ts';
import { isNoPaper } from '../archive/ids.ts';
import type { Paper } from '../archive/paper.ts';
import { UserError } from '../errors.ts';
import type { Calendar } from '../text/dates/calendar.ts';
import { typedLine } from '../text/typed-line.ts';
import { type Kept, NOTHING, readBefore, type Thread, writeBefore } from './conversation/before.ts';
import { resume } from './conversation/resume.ts';
import type { Library } from './library.ts';
import { readByModel } from './model-reader.ts';
import { unanswered } from './quotes.ts';
import type { Reading } from './read/heads.ts';
import { personMeant } from './read/lookups.ts';
import { understand } from './read/read.ts';

/** A question as it comes in, with what it is about and what it goes on from. */
export interface Turn {
  readonly question: string;
  /** The paper that it is about, and nothing else. */
  readonly paper: string | null;
  /** The invocation before, as `writeBefore` wrote it. */
  readonly after: string | null;
  /** The papers that the answer before shows, in order. */
  readonly shown: readonly string[];
}

/** Runs a command that a question was read into. */
export type Run = (invocation: Invocation) => Promise<Answer>;

/** A word without the signs that end a sentence. */
const bare = (word: string): string => word.replace(/[?!.,]{1,3}$/, '');

/**
 * Answers a question: it is read into a command, which is run like any other.
 *
 * @throws UserError while the archive is empty, and for dates and names that there are not
 */
export async function ask(turn: Turn, library: Library, run: Run): Promise<Answer> {
  await library.archive.ready;
  const { first, last } = library.archive.totals();
  if (first === null || last === null) throw new UserError('errors.archive.empty');
  const address = typedLine(turn.question).split(' ').map(bare).find(isNoPaper);
  if (address !== undefined) throw new UserError('errors.paper.noAddress', { text: address });
  const calendar: Calendar = { today: library.today, first, last };
  const meaning = understand(typedLine(turn.question), library, calendar);
  const ofPaper: Invocation | null =
    turn.paper === null ? null : { command: 'paper', options: { paper: turn.paper } };
  const thread: Thread =
    ofPaper === null || turn.paper === null
      ? readBefore(turn.after ?? '', turn.shown)
      : { ...NOTHING, before: ofPaper, shown: [turn.paper] };
  const { reading, kept } = resume(meaning, thread);
  // In the form of one paper, what is about nothing else is about that paper.
  const isOfPaper = turn.paper !== null && (reading.is === 'quotes' || reading.is === 'of-what');
  const about: Reading =
    turn.paper !== null && (isOfPaper || reading.is === 'about')
      ? { is: 'about', paper: turn.paper, question: turn.question }
      : reading;
  const told = await answer(about, library, run, kept ?? {}, calendar);
  const isUnread = told.kind === 'refusal' && told.reason === 'answer';
  return isUnread ? ((await byModel(turn.question, library, run, calendar)) ?? told) : told;
}

/** What a model reads of a question that nothing answers, run as any command; null leaves the answer as it is. */
async function byModel(
  question: string,
  library: Library,
  run: Run,
  calendar: Calendar,
): Promise<Answer | null> {
  const invocation = await readByModel(question, library, calendar);
  if (invocation === null || !isHeld(invocation, library)) return null;
  try {
    const told = goingOn(await run(invocation), invocation);
    return told.kind === 'notice' || told.kind === 'refusal' ? null : told;
  } catch (error) {
    // Options that the command does not take: the grammar's reading stands.
    if (error instanceof UserError) return null;
    throw error;
  }
}

async function answer(
  reading: Reading,
  library: Library,
  run: Run,
  kept: Kept,
  calendar: Calendar,
): Promise<Answer> {
  const { archive } = library;
  switch (reading.is) {
    case 'invocation':
      if (reading.invocation.options.query !== undefined) await library.search.ready;
      if (!isHeld(reading.invocation, library))
        return unheld(String(reading.invocation.options.query), library);
      return goingOn(await run(reading.invocation), reading.invocation, kept);
    case 'chat':
      return { kind: 'notice', tone: 'info', text: { key: `chat.${reading.about}` } };
    case 'about': {
      const invocation = { command: 'quotes', options: { query: reading.question, paper: reading.paper } };
      const told = await run(invocation);
      const isElsewhere = reading.isMaybe === true && told.kind === 'passages' && told.instead === true;
      if (isElsewhere) return answer({ is: 'quotes', query: reading.question }, library, run, kept, calendar);
      if (kept.list) return goingOn(told, { command: 'paper', options: { paper: reading.paper } }, kept);
      return { ...told, followUp: { command: 'ask', options: { paper: reading.paper }, form: 'question' } };
    }
    case 'quotes': {
      const invocation = { command: 'quotes', options: { query: reading.query } };
      return goingOn(await run(invocation), invocation);
    }
    case 'which': {
      const choices = reading.ids.slice(0, 10).flatMap((id): Choice[] => {
        const paper = archive.paper(id);
        return paper === undefined
          ? []
          : [{ ...paperChoice(paper), invocation: { ...reading.onPick(id), here: true } }];
      });
      return { kind: 'choice', of: 'paper', query: reading.typed, choices };
    }
    case 'missing':
      return missing(reading, library, calendar);
    case 'no-date':
      throw new UserError('errors.date.unreadable', { value: reading.typed });
    case 'of-what':
      return { kind: 'notice', tone: 'info', text: { key: 'chat.of-what' } };
    default:
      return reading satisfies never;
  }
}

/** A topic of which the best paper has less than this, or fits worse, is none of the archive's. */
const HELD = { coverage: 0.8, score: 2.5 };

/** Whether the archive has papers about what is searched for; a search would list what shares a word. */
function isHeld({ command, options: { query } }: Invocation, { search }: Library): boolean {
  if (command !== 'search' || query === undefined) return true;
  return search
    .search(String(query), {}, 3)
    .some(({ coverage, score }) => coverage >= HELD.coverage && score >= HELD.score);
}

/** Nothing is about it; a name that somebody else's sounds like is offered. */
function unheld(query: string, library: Library): Answer {
  const person = /^[가-힣]{2,}(?: [가-힣]{2,})?$/.test(query) ? personMeant(query, library) : null;
  if (person?.is !== 'none' || person.near.length === 0)
    return unanswered(query, [], library.archive.totals());
  const { first, last } = library.archive.totals();
  return {
    kind: 'refusal',
    reason: 'author',
    query,
    period: null,
    of: 'author',
    choices: person.near.map(authorChoice),
    changes: [],
    first: first ?? '',
    last: last ?? '',
  };
}

/** A denial names what was looked up and missed, and offers what is nearest. */
function missing(
  { of, typed, near }: Extract<Reading, { is: 'missing' }>,
  library: Library,
  { first, last }: Calendar,
): Answer {
  const papers = near.flatMap((id): Paper | [] => library.archive.paper(id) ?? []);
  const person = of === 'author' ? personMeant(typed, library) : null;
  const choices = person?.is === 'none' ? person.near.map(authorChoice) : papers.map(paperChoice);
  return { kind: 'refusal', reason: of, query: typed, period: null, of, choices, changes: [], first, last };
}

/** What the next question goes on from; a choice is made before anything goes on, and a mistake leads nowhere. */
function goingOn(told: Answer, invocation: Invocation, kept: Kept = {}): Answer {
  if (told.kind === 'choice' || told.kind === 'notice' || told.kind === 'paper') return told;
  return {
    ...told,
    followUp: { command: 'ask', options: { after: writeBefore(invocation, kept) }, form: 'question' },
  };
}
