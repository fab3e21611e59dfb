import type { Paper } from '../archive/paper.ts';
import type { PaperFilter } from '../delivery/subscriptions/subscription.ts';
import type { Invocation } from './invocation.ts';

export const FOLLOWED = ['topic', 'author', 'organization'] as const;
type Followed = (typeof FOLLOWED)[number];

/** Something to follow: `author Song Han`. */
export interface Follow {
  readonly what: Followed;
  readonly value: string;
}

const AUTHORS = 12;
const KEYWORDS = 8;

/** The filter that finds the papers of a follow. */
export function filterOf({ what, value }: Follow): PaperFilter {
  return what === 'topic' ? { query: value } : { [what]: value };
}

export function followOf({ query, author, organization }: PaperFilter): Follow {
  if (author !== undefined) return { what: 'author', value: author };
  if (organization !== undefined) return { what: 'organization', value: organization };
  return { what: 'topic', value: query ?? '' };
}

/** A follow in one line, for the option of a button or menu. */
export function writeFollow({ what, value }: Follow): string {
  return `${what} ${value}`;
}

/** Reads what `writeFollow` wrote; null for anything else. */
export function readFollow(written: string): Follow | null {
  const what = FOLLOWED.find((one) => written.startsWith(`${one} `));
  return what === undefined ? null : { what, value: written.slice(what.length + 1) };
}

/** The command that follows it. */
export function followCommand({ what, value }: Follow): Invocation {
  return { command: `follow ${what}`, options: { [what]: value } };
}

/** What a paper offers to follow: its organization, keywords and authors. */
export function followsIn({ authors, details }: Paper): readonly Follow[] {
  const organization = details?.organization ?? null;
  return [
    ...(organization === null ? [] : [{ what: 'organization', value: organization } as const]),
    ...(details?.keywords ?? []).slice(0, KEYWORDS).map((value) => ({ what: 'topic', value }) as const),
    ...authors.names.slice(0, AUTHORS).map((value) => ({ what: 'author', value }) as const),
  ];
}
