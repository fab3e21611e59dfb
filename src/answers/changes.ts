import type { Change, Wanted } from '../ask/answer.ts';
import type { Invocation } from '../ask/invocation.ts';

const OTHERS_MAX = 2;

/** The same command without one of its limits, each, and with an organization of a like name in place of the one asked for. */
export function limitChanges(
  again: Invocation,
  wanted: Wanted,
  others: readonly string[] = [],
): readonly Change[] {
  const { authors, firstAuthor, lastAuthor, organizations } = wanted.filter;
  const without = (
    key: string,
    drop: readonly string[],
    values: Readonly<Record<string, string>> = {},
  ): Change[] =>
    drop.some((name) => again.options[name] !== undefined)
      ? [{ text: { key: `found.change.${key}`, values }, invocation: withoutOptions(again, drop) }]
      : [];
  const author = [...authors, firstAuthor, lastAuthor].filter((name) => name !== null).join(', ');
  return [
    ...without('all', ['from', 'to', 'except_from', 'except_to', 'same_day']),
    ...without('whole', ['limit', 'place', 'place_to']),
    ...without('without', ['author', 'first_author', 'last_author', 'any_author'], { name: author }),
    ...without('without', ['organization'], { name: organizations.join(', ') }),
    ...others.slice(0, OTHERS_MAX).map((name) => ({
      text: { key: 'found.change.name', values: { name } },
      invocation: { ...again, options: { ...again.options, organization: name }, here: true },
    })),
    ...without('votes', ['min_votes', 'max_votes']),
    ...without('title', ['title']),
    ...without('code', ['code']),
    ...without('topic', ['query']),
  ];
}

function withoutOptions({ command, options }: Invocation, drop: readonly string[]): Invocation {
  const kept = Object.entries(options).filter(([name]) => !drop.includes(name));
  return { command, options: Object.fromEntries(kept), here: true };
}
