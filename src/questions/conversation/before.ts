import type { Answer } from '../../answers/answer.ts';
import { given, type Invocation, readInvocation, writeInvocation } from '../../answers/invocation.ts';
import { PERIODS, spanOf } from '../../answers/options/period.ts';
import type { Paper } from '../../archive/paper.ts';
import type { Calendar } from '../../text/dates/calendar.ts';

/** What a question goes on from. */
export interface Thread {
  /** The invocation that the message before answers, without its page; null where it answers none. */
  readonly before: Invocation | null;
  readonly page: number;
  /** An author, or a paper, that another took the place of: "both of them" means the two. */
  readonly was: string | null;
  /** The list that a fact was asked of: "the second one" means its second. Its place is that of the paper, if known. */
  readonly list: Invocation | null;
  /** The papers that the message before shows, in order. */
  readonly shown: readonly string[];
  /** The authors, days, months … that a ranking or comparison shows, in order. */
  readonly named: readonly string[];
}

/** What the next question may need beside the invocation. */
export type Remembered = Partial<Pick<Thread, 'was' | 'list'>>;

/** Writes an invocation into an option, so that the next question can go on from it; the rest is never run. */
export function writeBefore({ command, options }: Invocation, { was, list }: Remembered = {}): string {
  const kept = { was, list: list && writeInvocation(list) };
  return writeInvocation({ command, options: given({ ...options, ...kept }) });
}

/** Reads what `writeBefore` wrote; nothing for anything else. */
export function readBefore(line: string, shown: readonly string[]): Thread {
  const read = readInvocation(line);
  const { was, list, page = 1, ...options } = read?.options ?? {};
  return {
    before: read && { command: read.command, options },
    page: Number(page),
    was: was === undefined ? null : String(was),
    list: list === undefined ? null : readInvocation(String(list)),
    shown,
    named: [],
  };
}

/** A question of more words is more than a subject. */
const TOPIC_WORDS_MAX = 8;

/** An invocation that lists papers, as a search, whose options a follow-up can change; null for others. */
export function asSearch(
  { command, options }: Invocation,
  { today, first, last }: Calendar,
): Invocation | null {
  if (command === 'search') return { command, options };
  // `machine unlearning`, `newest first`
  const query = String(options.query ?? '');
  if (command === 'quotes' && options.paper === undefined && query.split(' ').length <= TOPIC_WORDS_MAX)
    return { command: 'search', options: { query } };
  if (command === 'author') return { command: 'search', options: { author: String(options.name ?? '') } };
  if (command === 'today') {
    const date = String(options.date ?? last);
    return { command: 'search', options: { from: date, to: date } };
  }
  if (command !== 'top') return null;
  const period = PERIODS.find((one) => one === options.period) ?? 'week';
  const { from, to } = spanOf(period, today, first, last);
  return { command: 'search', options: { from, to, sort: 'votes' } };
}

/** The ids of the papers, or the names, that an answer shows, in order. */
export function shownIn(answer: Answer): Pick<Thread, 'shown' | 'named'> {
  const of = (papers: readonly { readonly paper: Paper | null }[]) => ({
    shown: papers.flatMap(({ paper }) => paper?.id ?? []),
    named: [],
  });
  switch (answer.kind) {
    case 'paper':
      return of([answer]);
    case 'found':
      return of(answer.page.items.map(({ ranked }) => ranked));
    case 'digest':
    case 'top':
    case 'author':
      return of(answer.page.items);
    case 'facts': {
      const { fact } = answer;
      if (fact.is === 'fields') return of(fact.papers);
      if (fact.is === 'comparison') return { ...of(fact.rows), named: fact.rows.map(({ name }) => name) };
      return { shown: [], named: fact.is === 'ranking' ? fact.rows.items.map(({ name }) => name) : [] };
    }
    default:
      return of([]);
  }
}
