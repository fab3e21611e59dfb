import type { PaperFilter } from '../../delivery/subscriptions/subscription.ts';
import { fold } from '../../text/fold.ts';
import type { Answer } from '../answer.ts';
import { given } from '../invocation.ts';
import type { AnswerLibrary } from '../library.ts';
import { readWanted } from './wanted.ts';

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

const KEYS: readonly (keyof PaperFilter)[] = ['query', 'author', 'organization', 'exclude', 'min_votes'];
const optionOf = (key: keyof PaperFilter): string => (key === 'query' ? 'about' : key);

/**
 * Changes a filter by the typed options; options that were not typed keep their values.
 *
 * @param command whose options these are, for choices that ask again
 * @param options all options of the command
 */
export function readFilter(
  command: string,
  options: Readonly<Record<string, unknown>>,
  before: PaperFilter,
  library: AnswerLibrary,
): ReadFilter {
  const isCleared = (name: string) => typeof options[name] === 'string' && isNothing(options[name]);
  const cleared = KEYS.map(optionOf).filter(isCleared);
  const asked = Object.entries(given(options)).filter(([name]) => !cleared.includes(name));
  const read = readWanted(command, Object.fromEntries(asked), library);
  if (read.is === 'answer') return read;
  const next = KEYS.flatMap((key): [string, string | number][] => {
    const name = optionOf(key);
    const value = cleared.includes(name) ? undefined : (read.options[name] ?? before[key]);
    return value === undefined || value === '' || value === 0 ? [] : [[key, value]];
  });
  return { is: 'filter', filter: next.length === 0 ? null : Object.fromEntries(next) };
}
