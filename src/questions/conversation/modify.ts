import { findDates } from '../../text/dates/find.ts';
import { asks, takeLimit } from '../read/cues.ts';
import { strip } from '../read/function-words.ts';
import { readings } from '../read/name-candidates.ts';
import { findPerson } from '../read/people.ts';
import { mask, unmask } from '../read/placeholders.ts';
import type { Calendar, Dates, Library, Query } from '../read/query.ts';
import { readQuestion, tidied } from '../read/read-question.ts';
import { findPaper } from '../read/titles.ts';
import { listQuestion, scopeOf } from './list-question.ts';
import { factQuestion } from './paper-asked.ts';
import { asked, type Resumed, type Talk } from './state.ts';

/** Words around what is new in a question that asks the same of something else. */
const FILLER =
  /^(?:in|on|for|of|during|from|the|at|by|about|with|only|just|please|instead|same|then|too|but|again|also|month|one|ones|is|was|it|papers? of|은|는|이|가|을|를|에|에는|에는요|엔|엔요|도|도요|만|만요|의|로|요|은요|는요|[거것건]\S{0,2}|경우|경우는|으로|어떤가요|어떨까|어때\S*|어땠\S*|알려\S*|보여\S*|말해\S*|다시|기준|기준으로|쓴|쓴건|쓴건요)$/iu;

const HOW_MANY =
  /^(?:how many(?: (?:papers|are there|were there|is that|in all|in total|of them))*|(?:모두|총|전부|다)?\s*몇\s?(?:편|개|건)\S*(?:\s?(?:있어|있나|있지|나왔|올라왔)\S*)?)$/iu;

/** The question before about other days, another author, another paper or another number of papers. */
export function changed(talk: Talk): Resumed | null {
  const { thread, library, calendar, bare } = talk;
  if (thread.after === null) return null;
  const before = tidied(thread.after);
  const query = readBefore(before, library, calendar);
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
  return asked(listQuestion({ ...query, limit, dates: dates ?? query.dates }));
}

/** What a question names that asks for the best, the newest or the least of all there is. */
const NAMED_ALL =
  /papers?\b|articles?\b|논문|인기작|히트작|digest|다이제스트|authors?|people|저자|사람|\bdays?\b|months?\b|날|달/iu;

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
  return asked(listQuestion({ ...query, order, limit: 1, dates: dates ?? query.dates }));
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

/** A question as it was answered: where nobody is called so, `X papers` are papers about X, of which the texts tell. */
export function readBefore(before: string, library: Library, calendar: Calendar): Query {
  const query = readQuestion(mask(before, library), calendar);
  if (query.kind !== 'papers' && query.kind !== 'count') return query;
  const isSubject = query.who !== null && !query.sure && findPerson(query.who, library).is === 'nobody';
  return isSubject ? { kind: 'passages', text: before, dates: query.dates } : query;
}

function isFiller(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => FILLER.test(word));
}
