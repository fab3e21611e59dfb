import type { AuthorCount, Totals } from '../archive/archive.ts';
import { listingOf } from '../archive/merge/assemble.ts';
import type { Paper } from '../archive/paper.ts';
import type { AnswerOf, Change, Choice } from './answer.ts';
import { given } from './invocation.ts';

export type Refusal = AnswerOf<'refusal'>;

/** A choice that opens a paper; the remark has its id and the day of its votes. */
export function paperChoice(paper: Paper): Choice {
  const { id, title } = paper;
  return {
    label: title,
    remark: { key: 'remarks.listed', values: { id, date: listingOf(paper).date } },
    invocation: { command: 'paper', options: { paper: id }, here: true },
  };
}

export function authorChoice({ name, papers }: AuthorCount): Choice {
  return {
    label: name,
    remark: { key: 'remarks.papers', values: { count: papers } },
    invocation: { command: 'author', options: { name }, here: true },
  };
}

/** A button with a name on it that runs a command. */
export function changeTo(name: string, command: string, options: object): Change {
  return {
    text: { key: 'found.change.name', values: { name } },
    invocation: { command, options: given(options) },
  };
}

/** A refusal with the first and the last day of the archive; it offers nothing unless `offered` says what. */
export function refusal(
  reason: Refusal['reason'],
  query: string,
  { first, last }: Pick<Totals, 'first' | 'last'>,
  offered: Partial<Pick<Refusal, 'period' | 'of' | 'choices' | 'changes'>> = {},
): Refusal {
  const none = { period: null, of: 'paper', choices: [], changes: [] } as const;
  return { kind: 'refusal', reason, query, first: first ?? '', last: last ?? '', ...none, ...offered };
}
