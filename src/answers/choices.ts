import type { AuthorCount } from '../archive/archive.ts';
import { listingOf } from '../archive/merge/assemble.ts';
import type { Paper } from '../archive/paper.ts';
import type { Choice } from './answer.ts';

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
