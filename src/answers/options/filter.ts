import type { PaperFilter } from '../../delivery/subscriptions/subscription.ts';
import { fold } from '../../text/fold.ts';
import type { Answer } from '../answer.ts';
import type { AnswerLibrary } from '../library.ts';
import { readWanted } from './wanted.ts';

/** The options by which a subscription chooses papers, as typed. */
interface FilterOptions {
  readonly about?: string | undefined;
  readonly author?: string | undefined;
  readonly organization?: string | undefined;
  readonly exclude?: string | undefined;
  readonly min_votes?: number | undefined;
}

type ReadFilter =
  | { readonly is: 'filter'; readonly filter: PaperFilter | null }
  /** Asks which of several names is meant, or reports an unknown name. */
  | { readonly is: 'answer'; readonly answer: Answer };

/** Typed in place of a value to remove it. */
const NOTHING: ReadonlySet<string> = new Set(['none', '-', '없음']);

/** Whether a typed value removes the previous one. */
export function isNothing(typed: string): boolean {
  return NOTHING.has(fold(typed));
}

/**
 * Changes a filter by the typed options; options that were not typed keep their values.
 *
 * @param command whose options these are, for choices that ask again
 * @param options all options of the command
 */
export function readFilter(
  command: string,
  options: FilterOptions & Readonly<Record<string, unknown>>,
  before: PaperFilter,
  library: AnswerLibrary,
): ReadFilter {
  const { about, author, organization, exclude, min_votes } = options;
  const typed = { about, author, organization, exclude };
  const cleared = Object.entries(typed).flatMap(([name, value]) =>
    value !== undefined && isNothing(value) ? [name] : [],
  );
  const asked = Object.entries(options).flatMap(([name, value]): [string, string | number][] => {
    if (value === undefined || cleared.includes(name)) return [];
    return [[name, typeof value === 'number' ? value : String(value)]];
  });
  const read = readWanted(command, Object.fromEntries(asked), library);
  if (read.is === 'answer') return read;
  const next = Object.entries({
    query: { before: before.query, typed: about, name: 'about' },
    author: { before: before.author, typed: author && read.options.author, name: 'author' },
    organization: {
      before: before.organization,
      typed: organization && read.options.organization,
      name: 'organization',
    },
    exclude: { before: before.exclude, typed: exclude, name: 'exclude' },
    min_votes: { before: before.min_votes, typed: min_votes, name: 'min_votes' },
  }).flatMap(([key, one]): [string, string | number][] => {
    const value = cleared.includes(one.name) ? undefined : (one.typed ?? one.before);
    return value === undefined || value === '' || value === 0 ? [] : [[key, value]];
  });
  return { is: 'filter', filter: next.length === 0 ? null : Object.fromEntries(next) };
}
