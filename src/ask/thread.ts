import type { Answer } from './answer.ts';
import { answerQuestion } from './answer-question.ts';
import { readings } from './bare.ts';
import { findDates } from './dates/find.ts';
import { strip } from './frame.ts';
import { readQuestion, tidied } from './intent.ts';
import { mask, unmask } from './masks.ts';
import { readOrdinal } from './ordinals.ts';
import { factAsked, factQuestion, pointAsked, pointsBack } from './paper-asked.ts';
import { findPerson } from './people.ts';
import type { Calendar, Dates, Library, Query } from './query.ts';
import { asks, takeLimit } from './signals.ts';
import { findPaper } from './titles.ts';

/** What a question goes on from. */
export interface Thread {
  /** The question before, complete in itself; null where something else was answered. */
  readonly after: string | null;
  /** The papers that its answer shows, in order. */
  readonly shown: readonly string[];
}

/** A question that goes on, as one that needs nothing before it. */
export type Resumed =
  | { readonly is: 'question'; readonly question: string }
  /** About one paper; where its summary does not say, it may be about something else. */
  | { readonly is: 'paper'; readonly id: string; readonly question: string }
  /** About one of several papers, a question for each. */
  | { readonly is: 'which'; readonly questions: ReadonlyMap<string, string> };

/** Words that lead on from what was said. */
const LEAD =
  /^(?:(?:and|but|so|then|also|ok(?:ay)?|well|now|or|what about|how about|what if|그럼|그러면|그렇다면|그리고|그런데|근데|또|아니면|아니|혹시|자)(?![\p{L}\p{N}])[\s,.…]*)+/iu;

/** Words around what is new in a question that asks the same of something else. */
const FILLER =
  /^(?:in|on|for|of|during|from|the|at|by|about|with|only|just|please|instead|same|then|too|but|again|also|month|one|ones|is|was|it|papers? of|은|는|이|가|을|를|에|에는|에는요|엔|엔요|도|도요|만|만요|의|로|요|은요|는요|[거것건]\S{0,2}|경우|경우는|으로|어떤가요|어떨까|어때\S*|어땠\S*|알려\S*|보여\S*|말해\S*|다시|기준|기준으로|쓴|쓴건|쓴건요)$/iu;

const HOW_MANY =
  /^(?:how many(?: (?:papers|are there|were there|is that|in all|in total|of them))*|(?:모두|총|전부|다)?\s*몇\s?(?:편|개|건)\S*(?:\s?(?:있어|있나|있지|나왔|올라왔)\S*)?)$/iu;

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
  return placed(talk) ?? wrote(talk) ?? pointed(talk) ?? changed(talk) ?? ofTheOne(talk) ?? itself;
}

interface Talk {
  /** The question without the words that lead on. */
  readonly bare: string;
  readonly isLed: boolean;
  readonly thread: Thread;
  readonly library: Library;
  readonly calendar: Calendar;
}

/** `The second one`, `2위는?`: one of the papers shown, or the next of a list that ended before it. */
function placed({ bare, thread, library, calendar }: Talk): Resumed | null {
  const ordinal = readOrdinal(bare);
  if (ordinal === null || findDates(bare, calendar).dates !== null) return null;
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
  const before = after === null ? null : readQuestion(mask(tidied(after), library), calendar);
  if (before?.kind !== 'papers' || place < 0) return null;
  const answer = answerQuestion(written({ ...before, limit: Math.max(2, place + 1) }), library);
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

/** The question before about other days, another author, another paper or another number of papers. */
function changed(talk: Talk): Resumed | null {
  const { thread, library, calendar, bare } = talk;
  if (thread.after === null) return null;
  const before = tidied(thread.after);
  const query = readQuestion(mask(before, library), calendar);
  const masked = mask(bare, library);
  const { text, dates } = findDates(masked.text, calendar);
  const rest = unmask(text, masked);
  const moved = dates === null ? before : onDays(before, dates, talk);
  if (dates !== null && isFiller(rest)) return HAS_DAYS.has(query.kind) ? asked(moved) : null;
  // `How many papers in 2024?` asks for all of them, whoever the question before was about.
  const isRest = dates === null || talk.isLed;
  const numbered = isRest ? (counted(rest, query, dates) ?? limited(rest, query, dates)) : null;
  return numbered ?? ordered(rest, query, dates) ?? renamed(rest, moved, query, talk);
}

/** Kinds of question that can be asked of some days. */
const HAS_DAYS: ReadonlySet<Query['kind']> = new Set([
  'latest',
  'papers',
  'count',
  'shared',
  'active',
  'busiest',
  'passages',
]);

function onDays(before: string, dates: Dates, { library, calendar }: Talk): string {
  const masked = mask(before, library);
  const dateless = unmask(findDates(masked.text, calendar).text, masked).replace(/\s+/g, ' ');
  return `${dateless.replace(/\s+(?:in|on|of|from|since|during|for)$/i, '')} ${dates.from}..${dates.to}`;
}

/** `How many?` */
function counted(rest: string, query: Query, dates: Dates | null): Resumed | null {
  if (query.kind !== 'papers' || !HOW_MANY.test(rest.trim())) return null;
  return asked(`how many papers${scopeOf({ ...query, dates: dates ?? query.dates })}`);
}

/** `Top 10?`, `3편만`, `show me 10` */
function limited(rest: string, query: Query, dates: Dates | null): Resumed | null {
  const [, bare] =
    /^(?:(?:show|give|list|only|just|me|us|make it)\s+)*(\d{1,2})(?:\s+(?:instead|please))?$/i.exec(
      rest.trim(),
    ) ?? [];
  const { limit, text } = bare === undefined ? takeLimit(rest) : { limit: Number(bare), text: '' };
  if (query.kind !== 'papers' || limit === null || limit === 0) return null;
  if (!isFiller(text.replace(/\b(?:top|papers?|best)\b|상위|개|편|위/giu, ' '))) return null;
  return asked(written({ ...query, limit, dates: dates ?? query.dates }));
}

/** What a question names that asks for the best, the newest or the least of all there is. */
const NAMED_ALL =
  /papers?\b|articles?\b|논문|digest|다이제스트|authors?|people|저자|사람|\bdays?\b|months?\b|날|달/iu;

/** `Which got the most votes?`, `가장 표 많은 건?`: of those that the question before was about. */
function ordered(rest: string, query: Query, dates: Dates | null): Resumed | null {
  if (query.kind !== 'papers' || NAMED_ALL.test(rest)) return null;
  const text = rest.replace(/\b(?:among|of) (?:these|those|them)\b|그\s?중(?:에서?)?/giu, ' ');
  const order = asks.least(text) ? 'fewest' : asks.latest(text) ? 'newest' : asks.top(text) ? 'votes' : null;
  if (
    order === null ||
    !strip(text)
      .text.split(' ')
      .every((word) => isFiller(word))
  )
    return null;
  return asked(written({ ...query, order, limit: 1, dates: dates ?? query.dates }));
}

/** `And by Song Han?`, `Monet은?`: somebody or something else in place of what was named, or beside what was asked. */
function renamed(rest: string, before: string, query: Query, { isLed, library }: Talk): Resumed | null {
  const isBy = /^\W*(?:(?:only|just)\s+)?by\b/iu.test(rest);
  const isMore = isLed || isBy || /[\p{L}\p{N}](?:은요?|는요?|도요?|\s쓴\s?[거건것]\S*)$/u.test(rest);
  const typed = strip(rest.replace(/(?:은요|는요|도요|\s쓴\s?[거건것]\S*)$/u, '')).text.replace(
    /^by\s+/i,
    '',
  );
  if (!isMore || typed === '' || !isFiller(rest.replace(typed, ' '))) return null;
  if (query.kind === 'listed' || query.kind === 'votes' || (query.kind === 'authors' && query.who === null)) {
    const paper = findPaper(typed, library);
    return paper.is === 'one' ? asked(factQuestion(query.kind, paper.paper.id)) : null;
  }
  const person = findPerson(typed, library);
  if (person.is === 'nobody' && !isBy) return null;
  const name = person.is === 'one' ? person.name : (readings(typed).at(-1) ?? typed);
  if (query.kind === 'authors') return asked(`did ${name} write ${query.paper}`);
  if (query.kind !== 'papers' && query.kind !== 'count') return null;
  const who = query.who === null ? null : (readings(query.who).at(-1) ?? query.who);
  return asked(who === null ? `${before} by ${name}` : before.replace(who, () => name));
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

function asked(question: string): Resumed {
  return { is: 'question', question };
}

function isFiller(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => FILLER.test(word));
}

type List = Extract<Query, { kind: 'papers' }>;

/** A list of papers as a question. */
function written(query: List): string {
  const { order, limit } = query;
  const count = limit ?? '';
  const papers =
    order === 'newest'
      ? `latest ${count} papers`
      : order === 'fewest'
        ? `${count} papers with the fewest votes`
        : `top ${count} papers`;
  return `${papers}${scopeOf(query)}`;
}

function scopeOf({ who, dates, minVotes }: Pick<List, 'who' | 'dates' | 'minVotes'>): string {
  const by = who === null ? '' : ` by ${readings(who).at(-1) ?? who}`;
  const votes = minVotes === null ? '' : ` with at least ${minVotes} votes`;
  const period = dates === null ? '' : ` ${dates.from}..${dates.to}`;
  return `${by}${votes}${period}`;
}
