import type { AuthorCount } from '../archive/archive.ts';
import { listingOf } from '../archive/merge/assemble.ts';
import type { Paper } from '../archive/paper.ts';
import type { Choice } from './answer.ts';

/** Opens a paper; the remark says which it is and the day that its votes are of. */
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
