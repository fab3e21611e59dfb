/** Terms of the tables in `words/`. */
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

/** Reads `sort=votes limit=1`. */
export function optionsIn(row: string): Record<string, string | number> {
  return Object.fromEntries(
    row.split(' ').map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [name, /^\d+$/.test(value) ? Number(value) : value];
    }),
  );
}
