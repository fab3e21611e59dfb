import type { Answer, Choice } from '../answers/answer.ts';
import { authorChoice, paperChoice, type Refusal, refusal } from '../answers/choices.ts';
import { hitsOf, isAbout } from '../answers/find/topic.ts';
import type { Invocation } from '../answers/invocation.ts';
import { UserError } from '../errors.ts';
import type { Calendar } from '../text/dates/calendar.ts';
import { sensesIn } from '../text/lexicon/concepts.ts';
import { words } from '../text/tokens.ts';
import { typedLine } from '../text/typed-line.ts';
import { type Remembered, readBefore, shownIn, type Thread, writeBefore } from './conversation/before.ts';
import { resume } from './conversation/resume.ts';
import { withinPeriod } from './conversation/within-period.ts';
import { isDescribed } from './described.ts';
import type { Library } from './library.ts';
import { readByModel } from './model-reader.ts';
import { corrected, isSubject, offArchive } from './off-archive.ts';
import { personMeant } from './read/lookups.ts';
import { describedIn, isContent, isNoun, type Meaning } from './read/meaning.ts';
import type { Chat, Reading } from './read/reading.ts';
import { has } from './read/span.ts';
import { understand } from './read/understand.ts';

/** A question, the paper it is about and the answer it follows. */
interface Turn {
  readonly question: string;
  /** The id of the only paper that it is about. */
  readonly paper: string | null;
  /** The previous invocation, as `writeBefore` wrote it. */
  readonly after: string | null;
  /** The papers that the previous answer shows, in order. */
  readonly shown: readonly string[];
}

/** Runs a command that a question was read into. */
type Run = (invocation: Invocation) => Promise<Answer>;

/**
 * Answers a question: reads it into a command and runs that like any other.
 *
 * @throws UserError while the archive is empty, and for dates and names that do not exist
 */
export async function ask(turn: Turn, library: Library, run: Run): Promise<Answer> {
  const { first, last } = library.archive.totals();
  if (first === null || last === null) throw new UserError('errors.archive.empty');
  const calendar: Calendar = { today: library.today, first, last };
  const { paper } = turn;
  const [only = null, ...others] = turn.shown;
  // A reply to a card, or its form.
  const card = paper ?? (turn.after === null && others.length === 0 ? only : null);
  const before =
    card === null
      ? readBefore(turn.after ?? '', turn.shown)
      : readBefore(writeBefore({ command: 'paper', options: { paper: card } }), [card]);
  const thread = await withShown(before, run);
  const meaning = withinPeriod(understand(typedLine(turn.question), library, calendar), thread.before);
  const resumed = resume(meaning, thread);
  const { kept } = resumed;
  const odds = offArchive(meaning);
  const reading = corrected(resumed, meaning, odds);
  if (turn.after === null && paper === null && isDescribed(meaning, reading, odds)) {
    const invocation = { command: 'quotes', options: { query: describedIn(meaning) } };
    const answer = await run(invocation);
    if (answer.kind === 'passages') return goingOn(answer, invocation);
  }
  // In the form of one paper, a question that names no other subject is about that paper.
  const isOpen = reading.is === 'quotes' || (reading.is === 'chat' && reading.about === 'of-what');
  const about: Reading =
    paper !== null && (isOpen || reading.is === 'about')
      ? { is: 'about', paper, question: turn.question }
      : reading;
  const answer = await answerTo(about, library, run, kept ?? {});
  // After thanks the conversation goes on.
  if (reading.is === 'chat' && CHATTING.includes(reading.about)) {
    const after = turn.after ?? (thread.before && writeBefore(thread.before));
    return after === null
      ? answer
      : { ...answer, followUp: { command: 'ask', options: { after }, form: 'question' } };
  }
  const isCorrected = reading !== resumed.reading && answer.kind === 'notice';
  if (isCorrected) return (await byModel(turn.question, library, run, calendar)) ?? answer;
  if (answer.kind !== 'refusal' || answer.reason !== 'answer') return answer;
  if (reading.is === 'quotes' && thread.before === null && isSubject(odds)) {
    const found = (await papersOnTerms(meaning, run)) ?? (await papersSharing(meaning, odds, run));
    if (found !== null) return found;
  }
  return (
    (await byModel(turn.question, library, run, calendar)) ?? {
      ...answer,
      ...peopleSounding(answer.query, library),
    }
  );
}

/** Shortest and longest subject, in words, and smallest share of what a question says, that its terms may stand for. */
const TERMS = { least: 2, most: 12, share: 0.5 };

/** The papers that may fit the terms of the field in a question, where these are most of what it says. */
async function papersOnTerms({ spans }: Meaning, run: Run): Promise<Answer | null> {
  const content = spans.filter((span) => isContent(span) || has(span, 'TOPIC'));
  const terms = content.filter((span) => has(span, 'TOPIC') || isNoun(span));
  const words = terms.flatMap(({ text }) => text.split(' '));
  if (words.length < TERMS.least || words.length > TERMS.most) return null;
  if (terms.length < TERMS.share * content.length) return null;
  const invocation = { command: 'quotes', options: { query: words.join(' ') } };
  const answer = await run(invocation);
  if (answer.kind !== 'passages') return null;
  const passages = answer.passages.map((one) => ({ ...one, sentences: [] }));
  return goingOn({ ...answer, mayFit: true, passages }, invocation);
}

/** Log-odds below which a question certainly names a subject. */
const CERTAIN = -2;

/** The papers that share most words of a question that certainly names a subject, said to be no more than that. */
async function papersSharing(meaning: Meaning, odds: number, run: Run): Promise<Answer | null> {
  const query = describedIn(meaning);
  const [best] = odds < CERTAIN ? meaning.library.search.search(query, {}, 1) : [];
  if (best === undefined || best.coverage < PARTLY) return null;
  const invocation = { command: 'search', options: { query } };
  return goingOn(await run(invocation), invocation);
}

/** Adds the papers that the previous answer shows to a thread, if the caller did not give them. */
async function withShown(thread: Thread, run: Run): Promise<Thread> {
  const { before, page, shown } = thread;
  const isListing = before !== null && SHOWING.includes(before.command);
  if (!isListing || shown.length > 0) return thread;
  const options = page > 1 ? { ...before.options, page } : before.options;
  const answer = await run({ command: before.command, options });
  return { ...thread, ...shownIn(answer) };
}

/** Small talk between two questions. */
const CHATTING: readonly Chat[] = ['thanks', 'praise', 'how-are-you', 'insult'];

/** Most papers to choose from. */
const CHOICES = 10;

/** Commands whose answers show papers or names that the next question may point to. */
const SHOWING = ['search', 'today', 'top', 'fact', 'paper', 'rank', 'compare'];

/** Lets the model read a question that the grammar cannot read, and runs the command. Null keeps the grammar's answer. */
async function byModel(
  question: string,
  library: Library,
  run: Run,
  calendar: Calendar,
): Promise<Answer | null> {
  const invocation = await readByModel(question, library, calendar);
  if (invocation === null || !isHeld(invocation, library)) return null;
  try {
    const answer = goingOn(await run(invocation), invocation);
    return ['notice', 'choice', 'refusal'].includes(answer.kind) ? null : answer;
  } catch (error) {
    // The command rejects the model's options: keep the grammar's answer.
    if (error instanceof UserError) return null;
    throw error;
  }
}

async function answerTo(reading: Reading, library: Library, run: Run, kept: Remembered): Promise<Answer> {
  const { archive } = library;
  switch (reading.is) {
    case 'invocation': {
      const { invocation } = reading;
      if (invocation.options.query !== undefined) await library.search.ready;
      const refused = () => (isHeld(invocation, library) ? null : unheld(invocation, library));
      try {
        const answer = await run(invocation);
        const isFound = answer.kind === 'found' && answer.total > 0 && answer.isPartial !== true;
        return (isFound ? null : refused()) ?? goingOn(answer, invocation, kept);
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
      const answer = await run(invocation);
      const isElsewhere = reading.isMaybe === true && answer.kind === 'passages' && answer.instead === true;
      if (isElsewhere) return answerTo({ is: 'quotes', query: reading.question }, library, run, kept);
      if (kept.list) return goingOn(answer, { command: 'paper', options: { paper: reading.paper } }, kept);
      return { ...answer, followUp: { command: 'ask', options: { paper: reading.paper }, form: 'question' } };
    }
    case 'quotes': {
      const { query, fact } = reading;
      const search = { command: 'search', options: { query } };
      if (fact && (await isCertain(reading, library))) {
        const best = { ...search, options: { query, limit: 1 } };
        return factOfFound(await run(best), { search: best, fact }, run, kept);
      }
      const invocation = { command: 'quotes', options: { query } };
      const answer = await run(invocation);
      if (answer.kind !== 'refusal' || reading.isOfPaper !== true) return goingOn(answer, invocation);
      return goingOn(await run(search), search);
    }
    case 'which': {
      const papers = reading.ids.slice(0, CHOICES).flatMap((id) => archive.paper(id) ?? []);
      const choices = papers.map(
        (one): Choice => ({ ...paperChoice(one), invocation: { ...reading.onPick(one.id), here: true } }),
      );
      return { kind: 'choice', of: 'paper', query: reading.typed, choices };
    }
    case 'of-found': {
      const found = await answerTo({ is: 'invocation', invocation: reading.search }, library, run, kept);
      return factOfFound(found, reading, run, kept);
    }
    case 'missing': {
      const near = reading.near.flatMap((id) => archive.paper(id) ?? []);
      return refusal('paper', reading.typed, archive.totals(), { choices: near.map(paperChoice) });
    }
    case 'unreadable':
      throw reading.of === 'date'
        ? new UserError('errors.date.unreadable', { value: reading.typed })
        : new UserError('errors.paper.noAddress', { text: reading.typed });
    default:
      return reading satisfies never;
  }
}

/** Answers with a fact of the paper that a search has found first, and says how it was found. */
async function factOfFound(
  found: Answer,
  { search, fact }: Pick<Extract<Reading, { is: 'of-found' }>, 'search' | 'fact'>,
  run: Run,
  kept: Remembered,
): Promise<Answer> {
  const [id] = shownIn(found).shown;
  if (found.kind !== 'found' || id === undefined) return found;
  const invocation = fact(id);
  const answer = await run(invocation);
  const chosen = answer.kind === 'facts' ? { ...answer, chosenBy: found } : answer;
  return goingOn(chosen, invocation, { ...kept, list: search });
}

/**
 * Smallest lead of the best paper's score above the next one's with which a description means that paper. Of 15 descriptions
 * the ten with such a lead found their paper, of the five others one.
 */
const LEAD = 0.5;
/** Smallest share of a description that the paper has, unless a paper is asked for. */
const HELD = 0.5;

/** Whether a description certainly means the paper that the search finds first. */
async function isCertain({ query, isOfPaper }: Quotes, { search }: Library): Promise<boolean> {
  await search.ready;
  const [best, next] = search.search(query, {}, 2);
  if (best === undefined || (isOfPaper !== true && best.coverage < HELD)) return false;
  return best.score - (next?.score ?? 0) >= LEAD;
}

type Quotes = Extract<Reading, { is: 'quotes' }>;

/** A search with further options, such as a period, runs if a paper has this share of the topic's words. */
const PARTLY = 0.5;
/** Otherwise papers with at least this share are offered. */
const OFFERED = 0.6;
const NEAR = 5;

/** Whether the archive has papers about the topic of a search; else the search would list papers that share one word. */
function isHeld({ command, options: { query, ...others } }: Invocation, library: Library): boolean {
  if (command !== 'search' || query === undefined) return true;
  const hits = hitsOf(String(query), {}, NEAR, library);
  return isAbout(hits) || (Object.keys(others).length > 0 && hits.some(({ coverage }) => coverage >= PARTLY));
}

/** Refuses a search without papers about its topic; offers papers with most of its words. */
function unheld({ options }: Invocation, { archive, search }: Library): Answer {
  const query = String(options.query);
  const hits = search.search(query, {}, NEAR).filter(({ coverage }) => coverage >= OFFERED);
  const papers = hits.flatMap(({ id }) => archive.paper(id) ?? []);
  return refusal('answer', query, archive.totals(), { choices: papers.map(paperChoice) });
}

/** Offers authors whose names sound like a query in Hangul without any word of the glossary; nothing without such authors. */
function peopleSounding(query: string, library: Library): Partial<Pick<Refusal, 'of' | 'choices'>> {
  const isName = /^[가-힣]{1,4}(?: ?[가-힣]{1,6}){1,2}$/.test(query) && sensesIn(words(query)).length === 0;
  const person = isName ? personMeant(query, library) : null;
  const near = person?.is === 'none' ? person.near : [];
  return near.length === 0 ? {} : { of: 'author', choices: near.map(authorChoice) };
}

/** Adds the form for a follow-up question; choices, notices and a paper's card get none. */
function goingOn(answer: Answer, invocation: Invocation, kept: Remembered = {}): Answer {
  if (answer.kind === 'choice' || answer.kind === 'notice' || answer.kind === 'paper') return answer;
  return {
    ...answer,
    followUp: { command: 'ask', options: { after: writeBefore(invocation, kept) }, form: 'question' },
  };
}
