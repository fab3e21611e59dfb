/** Terms and rows of the tables in `words/`. */
import type { Options } from '../../answers/invocation.ts';
import { type Tag, tagList } from './words.ts';

/** `a|b`: one of both; `a?`: may be missing. */
export interface Term {
  readonly any: readonly Tag[];
  readonly isOptional: boolean;
}

/** Reads `count paper|vote DATE?`; a name in capitals may stand for several tags. */
export function termsIn(row: string): readonly Term[] {
  return row.split(' ').map((term) => ({
    any: tagList(term.replace(/\?$/, '').replaceAll('|', ' ')),
    isOptional: term.endsWith('?'),
  }));
}

/** What a row of a table gives where the cues that it needs are there. */
export interface TableRow {
  readonly terms: readonly Term[];
  /** None of them may be there. */
  readonly lacks: readonly Tag[];
  readonly options: Options;
}

/** Reads a row: `gives` may begin with a command. */
export function rowIn(row: {
  readonly needs: string;
  readonly lacks?: string;
  readonly gives: string;
}): TableRow {
  const { needs, lacks, gives } = row;
  return { terms: termsIn(needs), lacks: lacks?.split(' ') ?? [], options: optionsIn(gives) };
}

/** A condition on the cues of a question, written like a row: `count vote`, but none of some others. */
export function condition(needs: string, lacks = ''): (tags: ReadonlySet<Tag>) => boolean {
  const row = rowIn({ needs, lacks, gives: '' });
  return (tags) => scoreOf(row, tags) > 0;
}

/** How many cues of a row are there; 0 where one that it needs is not. */
export function scoreOf({ terms, lacks }: TableRow, tags: ReadonlySet<Tag>): number {
  if (lacks.some((tag) => tags.has(tag))) return 0;
  let score = 0;
  for (const { any, isOptional } of terms) {
    if (any.some((tag) => tags.has(tag))) score += 1;
    else if (!isOptional) return 0;
  }
  return score;
}

/** Reads the options of `search sort=votes limit=1`. */
export function optionsIn(row: string): Options {
  const pairs = [...row.matchAll(/(\S+)=(\S+)/g)];
  return Object.fromEntries(
    pairs.map(([, name = '', value = '']) => [name, /^\d+$/.test(value) ? Number(value) : value]),
  );
}
