import { readInvocation, writeInvocation, type Invocation } from '../../ask/invocation.ts';
import { PERIODS, spanOf } from '../../ask/period.ts';
import type { Calendar } from '../library.ts';

/** What a question goes on from. */
export interface Thread {
  /** The invocation that the message before answers; null where it answers none. */
  readonly before: Invocation | null;
  /** The papers that the message before shows, in order. */
  readonly shown: readonly string[];
}

/** The option that remembers an author whom another took the place of: "both of them" means the two. It is never run. */
const WAS = 'was';

/** Writes an invocation into an option, so that the next question can go on from it. */
export function writeBefore(invocation: Invocation, was?: string): string {
  const { command, options } = invocation;
  return writeInvocation({ command, options: was === undefined ? options : { ...options, [WAS]: was } });
}

/** Reads what `writeBefore` wrote; null for anything else. */
export function readBefore(line: string): { readonly invocation: Invocation; readonly was: string | null } | null {
  const read = readInvocation(line);
  if (read === null) return null;
  const { [WAS]: was, page: _, ...options } = read.options;
  return { invocation: { command: read.command, options }, was: was === undefined ? null : String(was) };
}

/** An invocation that lists papers, as a search, whose options a follow-up can change; null for others. */
export function asSearch({ command, options }: Invocation, { today, first, last }: Calendar): Invocation | null {
  const { page: _, ...kept } = options;
  if (command === 'search') return { command, options: kept };
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
