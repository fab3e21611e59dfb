import type { Invocation, Options } from '../../answers/invocation.ts';
import type { Paper } from '../../archive/paper.ts';
import type { Days } from '../../text/dates/parts.ts';
import { best, factOf, type Head, isFact } from '../read/heads.ts';
import { isGlue, type Meaning, use } from '../read/meaning.ts';
import { read } from '../read/read.ts';
import type { Reading } from '../read/reading.ts';
import { rowIn, scoreOf, type TableRow } from '../read/rows.ts';
import { has } from '../read/span.ts';
import { CONVERSATION, type Tag } from '../read/words.ts';
import table from '../words/follow-ups.json' with { type: 'json' };
import type { Remembered, Thread } from './before.ts';

/** A follow-up as it is read: what to do, and what the next one needs to know. */
export interface Resumed {
  readonly reading: Reading;
  readonly kept?: Remembered;
  /** It was read as going on from the answer before. */
  readonly goesOn?: boolean;
}

/** What a follow-up goes on from. */
export interface TalkedOf extends Thread {
  /** The invocation before as a search, if it lists papers. */
  readonly search: Invocation | null;
  /** Its period. */
  readonly days: Days | null;
  /** The paper shown, if it is the only one. */
  readonly only: Paper | null;
  /** What the question comes to without anything before it. */
  readonly alone: Reading;
}

/** Options that say which of the papers are shown and how, not which papers are meant. */
export const FORMS = ['place', 'place_to', 'limit', 'show'];

export const isOnlyForm = (options: Options): boolean =>
  Object.keys(options).every((name) => FORMS.includes(name));

export const OF_WHAT: Resumed = { reading: { is: 'chat', about: 'of-what' } };

export const runs = (command: string, options: Options, was?: string): Resumed => ({
  reading: { is: 'invocation', invocation: { command, options } },
  ...(was !== undefined && { kept: { was } }),
});
export const hasTag = ({ tags }: Meaning, ...any: readonly Tag[]): boolean =>
  any.some((tag) => tags.has(tag));

/** Whether a question has nothing but small words and words with some tags. */
export function isOnly({ spans }: Meaning, ...tags: readonly Tag[]): boolean {
  return spans.every((span) => isGlue(span) || has(span, ...tags));
}

/** Whether a question begins by leading on, or changes something: `and`, `what about`, 그럼, `instead`. */
export function isLed({ spans }: Meaning): boolean {
  const first = spans.find((span) => !isGlue(span) && !has(span, 'ending'));
  return has(first, 'lead', 'and', 'or') || spans.some((span) => has(span, 'swap'));
}

/** What cues fill in of a command, by the table of it; `after:` is the command or fact before. */
export const [EDITS, ENDS, OTHER_ENDS] = [table.edits, table.ends, table['ends-of-authors']].map((rows) =>
  rows.map(rowIn),
);

/** The options of the rows whose cues are there; of two rows with the same option the first counts. */
export function optionsOf(
  rows: readonly TableRow[] = [],
  { tags }: Meaning,
  before: Invocation | null,
): Options {
  const all = new Set([...tags, `after:${before?.command}`, `after:${before?.options.of}`]);
  const found = rows.filter((row) => scoreOf(row, all) > 0);
  return Object.assign({}, ...found.toReversed().map(({ options }) => options));
}

/** What is said to come first: `earliest first`. */
export const ORDERING: readonly Tag[] = 'top most many order newest oldest fewest'.split(' ');

export function without(options: Options, names: readonly string[]): Options {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name)));
}

/** The authors of the invocation before, behind one whom another took the place of. */
export function authorsBefore({ before, was }: TalkedOf): readonly string[] {
  const { name, what, items, author, any_author } = before?.options ?? {};
  const own = name ?? author ?? any_author ?? (what === 'authors' ? items : undefined);
  // After a fact a paper took the place of another.
  const all = [before?.command === 'fact' ? '' : (was ?? ''), ...String(own ?? '').split(';')];
  return [...new Set(all)].filter((one) => one !== '');
}

export function factOfThem(meaning: Meaning, ids: readonly string[]): Resumed | null {
  const fact = factAsked(meaning);
  return fact && { reading: { is: 'invocation', invocation: factOf(fact, ids, meaning) } };
}

/** What is asked of a paper that is not named: `who wrote it?`, `추천은 몇 개?` */
export function factAsked(meaning: Meaning): Head | null {
  const tags = new Set([...meaning.tags, 'PAPER']);
  // `1위 누가 썼어?` asks who wrote the first paper, not who wrote most.
  const isPlaced = meaning.options.place !== undefined;
  if (isPlaced) for (const tag of ['rank', 'place']) tags.delete(tag);
  if (isPlaced || tags.has('it')) tags.delete('top');
  const head = best(meaning, tags);
  return isFact(head) ? head : null;
}

export function aboutPaper(paper: string, { line: question }: Meaning, isMaybe = false): Resumed {
  return { reading: { is: 'about', paper, question, ...(isMaybe && { isMaybe }) } };
}

/** Reads a question in which some words point to what is now known. */
function readWith(meaning: Meaning, known: Partial<Meaning>, options: Options, tag: Tag): Resumed {
  use(meaning, ...CONVERSATION.pointing);
  const tags = new Set([...meaning.tags, tag]);
  return { reading: read({ ...meaning, ...known, tags, options: { ...meaning.options, ...options } }) };
}

/** Reads a question in which some words point to an author or an organization. */
export function readOf(meaning: Meaning, option: 'author' | 'organization', name: string): Resumed {
  return option === 'author'
    ? readWith(meaning, { authors: [name] }, { author: name }, 'AUTHOR')
    : readWith(meaning, { organizations: [name] }, { organization: name }, 'ORG');
}

/** Reads a question in which some words point to a day or period. */
export function readIn(meaning: Meaning, days: Days): Resumed {
  return readWith(meaning, { periods: [days] }, { ...days }, 'DATE');
}

/** The first name of a ranking of authors, organizations, days or months. */
export function topOf({ before, named }: TalkedOf, what: RegExp): string | undefined {
  return before?.command === 'rank' && what.test(String(before.options.what)) ? named[0] : undefined;
}
