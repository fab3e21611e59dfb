import type { Answer, Choice } from '../answers/answer.ts';
import { authorChoice, paperChoice } from '../answers/choices.ts';
import { isAbout } from '../answers/find/topic.ts';
import type { Invocation } from '../answers/invocation.ts';
import type { Paper } from '../archive/paper.ts';
import { UserError } from '../errors.ts';
import type { Calendar } from '../text/dates/calendar.ts';
import { sensesIn } from '../text/lexicon/concepts.ts';
import { words } from '../text/tokens.ts';
import { typedLine } from '../text/typed-line.ts';
import {
  type Kept,
  NOTHING,
  namesIn,
  papersOf,
  readBefore,
  type Thread,
  writeBefore,
} from './conversation/before.ts';
import { resume } from './conversation/resume.ts';
import type { Library } from './library.ts';
import { readByModel } from './model-reader.ts';
import { unanswered } from './quotes.ts';
import { personMeant } from './read/lookups.ts';
import type { Reading } from './read/reading.ts';
import { understand } from './read/understand.ts';

/** A question as it comes in, with what it is about and what it goes on from. */
interface Turn {
  readonly question: string;
  /** The paper that it is about, and nothing else. */
  readonly paper: string | null;
  /** The invocation before, as `writeBefore` wrote it. */
  readonly after: string | null;
  /** The papers that the answer before shows, in order. */
  readonly shown: readonly string[];
}

/** Runs a command that a question was read into. */
type Run = (invocation: Invocation) => Promise<Answer>;

/**
 * Answers a question: it is read into a command, which is run like any other.
 *
 * @throws UserError while the archive is empty, and for dates and names that there are not
 */
export async function ask(turn: Turn, library: Library, run: Run): Promise<Answer> {
  const { first, last } = library.archive.totals();
  if (first === null || last === null) throw new UserError('errors.archive.empty');
  const calendar: Calendar = { today: library.today, first, last };
  const meaning = understand(typedLine(turn.question), library, calendar);
  const ofPaper: Invocation | null =
    turn.paper === null ? null : { command: 'paper', options: { paper: turn.paper } };
  const thread: Thread =
    ofPaper === null || turn.paper === null
      ? await withShown(readBefore(turn.after ?? '', turn.shown), run)
      : { ...NOTHING, before: ofPaper, shown: [turn.paper] };
  const { reading, kept } = resume(meaning, thread);
  // In the form of one paper, what is about nothing else is about that paper.
  const isOfPaper =
    turn.paper !== null &&
    (reading.is === 'quotes' || (reading.is === 'chat' && reading.about === 'of-what'));
  const about: Reading =
    turn.paper !== null && (isOfPaper || reading.is === 'about')
      ? { is: 'about', paper: turn.paper, question: turn.question }
      : reading;
  const told = await answer(about, library, run, kept ?? {}, calendar);
  const isUnread = told.kind === 'refusal' && told.reason === 'answer';
  return isUnread ? ((await byModel(turn.question, library, run, calendar)) ?? told) : told;
}

/** A thread with the papers that the answer before shows, where whoever asks does not say. */
async function withShown(thread: Thread, run: Run): Promise<Thread> {
  const { before, page, shown } = thread;
  const isListing = before !== null && SHOWING.includes(before.command);
  if (!isListing || shown.length > 0) return thread;
  const options = page > 1 ? { ...before.options, page } : before.options;
  const told = await run({ command: before.command, options });
  return { ...thread, shown: papersOf(told), named: namesIn(told) };
}

/** Commands whose answers show what the next question may point to. */
const SHOWING = ['search', 'today', 'top', 'fact', 'paper', 'rank', 'compare'];

/** Lets the model read a question that the grammar could not, and runs the command. Null keeps the grammar's answer. */
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
    case 'invocation': {
      const { invocation } = reading;
      if (invocation.options.query !== undefined) await library.search.ready;
      const refused = () => (isHeld(invocation, library) ? null : unheld(invocation, library));
      try {
        const told = await run(invocation);
        // Papers that are about the topic show that it is held.
        const isFound = told.kind === 'found' && told.total > 0 && told.isPartial !== true;
        return (isFound ? null : refused()) ?? goingOn(told, invocation, kept);
      } catch (error) {
        const instead = error instanceof UserError ? refused() : null;
        if (instead === null) throw error;
        return instead;
      }
    }
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
      const told = await run(invocation);
      const people = told.kind === 'refusal' ? peopleSounding(reading.query, library) : null;
      return goingOn(people ?? told, invocation);
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
    case 'unreadable':
      throw reading.of === 'date'
        ? new UserError('errors.date.unreadable', { value: reading.typed })
        : new UserError('errors.paper.noAddress', { text: reading.typed });
    default:
      return reading satisfies never;
  }
}

/** A search with an order, a period or a count of its own is done over papers that have half of the topic's words. */
const PARTLY = 0.5;
/** Titles are offered instead where they have more. */
const OFFERED = 0.6;
const NEAR = 5;

/** Whether the archive has papers about what is searched for; else a search would list what shares a word. */
function isHeld({ command, options: { query, ...others } }: Invocation, { search }: Library): boolean {
  if (command !== 'search' || query === undefined) return true;
  const hits = search.search(String(query), {}, NEAR);
  return isAbout(hits) || (Object.keys(others).length > 0 && hits.some(({ coverage }) => coverage >= PARTLY));
}

/** Nothing is about it: authors who sound like it, else papers that have most of its words, are offered. */
function unheld({ options }: Invocation, library: Library): Answer {
  const query = String(options.query);
  const people = peopleSounding(query, library);
  if (people !== null) return people;
  const { archive, search } = library;
  const hits = search.search(query, {}, NEAR).filter(({ coverage }) => coverage >= OFFERED);
  const papers = hits.flatMap(({ id }) => archive.paper(id) ?? []);
  return unanswered(query, papers, archive.totals());
}

/** The authors whose names sound like a query in Hangul that has no word of the glossary; null where there are none. */
function peopleSounding(query: string, library: Library): Answer | null {
  const { first, last } = library.archive.totals();
  const isName = /^[가-힣]{1,4}(?: ?[가-힣]{1,6}){1,2}$/.test(query) && sensesIn(words(query)).length === 0;
  const person = isName ? personMeant(query, library) : null;
  const near = person?.is === 'none' ? person.near : [];
  if (near.length === 0) return null;
  return {
    kind: 'refusal',
    reason: 'answer',
    query,
    period: null,
    of: 'author',
    choices: near.map(authorChoice),
    changes: [],
    first: first ?? '',
    last: last ?? '',
  };
}

/** A denial names what was looked up and missed, and offers what is nearest. */
function missing(
  { typed, near }: Extract<Reading, { is: 'missing' }>,
  library: Library,
  { first, last }: Calendar,
): Answer {
  const choices = near.flatMap((id): Paper | [] => library.archive.paper(id) ?? []).map(paperChoice);
  return {
    kind: 'refusal',
    reason: 'paper',
    query: typed,
    period: null,
    of: 'paper',
    choices,
    changes: [],
    first,
    last,
  };
}

/** What the next question goes on from; a choice is made before anything goes on, and a mistake leads nowhere. */
function goingOn(told: Answer, invocation: Invocation, kept: Kept = {}): Answer {
  if (told.kind === 'choice' || told.kind === 'notice' || told.kind === 'paper') return told;
  return {
    ...told,
    followUp: { command: 'ask', options: { after: writeBefore(invocation, kept) }, form: 'question' },
  };
}
