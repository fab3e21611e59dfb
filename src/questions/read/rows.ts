/** Terms of the tables in `words/`. */
import type { Options } from '../../answers/invocation.ts';
import { ALIASES, type Tag } from './words.ts';

/** `a|b`: one of both; `a?`: may be missing. */
export interface Term {
  readonly any: readonly Tag[];
  readonly isOptional: boolean;
}

/** Reads `count paper|vote DATE?`; a name in capitals may stand for several tags. */
export function termsIn(row: string): readonly Term[] {
  return row.split(' ').map((term) => ({
    any: term
      .replace(/\?$/, '')
      .split('|')
      .flatMap((tag) => ALIASES.get(tag) ?? [tag]),
    isOptional: term.endsWith('?'),
  }));
}

/** Reads the options of `search sort=votes limit=1`. */
export function optionsIn(row: string): Options {
  const pairs = [...row.matchAll(/(\S+)=(\S+)/g)];
  return Object.fromEntries(
    pairs.map(([, name = '', value = '']) => [name, /^\d+$/.test(value) ? Number(value) : value]),
  );
}
