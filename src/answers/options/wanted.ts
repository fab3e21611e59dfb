import { readPaperId } from '../../archive/ids.ts';
import type { Day, Paper } from '../../archive/paper.ts';
import { ALL, type Filter } from '../../archive/select.ts';
import { UserError } from '../../errors.ts';
import { readDay } from '../../questions/dates/read-day.ts';
import type { Answer, Wanted } from '../answer.ts';
import { given, type Invocation, type Options } from '../invocation.ts';
import type { AnswerLibrary } from '../library.ts';
import { BETWEEN, namesMeant, partsOf } from './names.ts';

type Texts = 'query' | 'exclude' | 'from' | 'to' | 'except_from' | 'except_to' | 'title' | 'same_day';
type Numbers = 'min_votes' | 'max_votes' | 'min_authors' | 'max_authors';

/** The options of a command that select papers, as typed; `;` separates names and the topics to exclude. */
type WantedOptions = Readonly<
  { [Name in Texts | keyof typeof NAMES]?: string | undefined } & {
    [Name in Numbers]?: number | undefined;
  } & { code?: 'yes' | 'no' | undefined }
>;

/** The meaning of options, or the answer that asks for another name. */
type ReadWanted =
  | {
      readonly is: 'wanted';
      readonly wanted: Wanted;
      /** The options with names and days as the archive spells them. */
      readonly options: Readonly<Options>;
      /** Organizations whose names contain the requested one. */
      readonly others: readonly string[];
    }
  | { readonly is: 'answer'; readonly answer: Answer };

const NAMES = {
  author: 'author',
  any_author: 'author',
  not_author: 'author',
  first_author: 'author',
  last_author: 'author',
  organization: 'organization',
  not_organization: 'organization',
} as const;

/**
 * Looks up every name of the options in the archive and reads their days.
 *
 * @param command whose options these are, for choices that ask again
 * @throws UserError while the archive is empty, for an unreadable day and for a paper that is not archived
 */
export function readWanted(
  command: string,
  options: WantedOptions & Readonly<Record<string, unknown>>,
  library: AnswerLibrary,
): ReadWanted {
  const { archive, today } = library;
  if (archive.totals().first === null) throw new UserError('errors.archive.empty');
  const again: Invocation = { command, options: given(options) };
  const names = new Map<string, readonly string[]>();
  const spelled: Options = {};
  const others: string[] = [];
  for (const [option, of] of Object.entries(NAMES)) {
    const typed = again.options[option];
    const found = namesMeant(of, typed === undefined ? typed : String(typed), option, again, archive);
    if (found.is === 'answer') return found;
    names.set(option, found.names);
    if (found.names.length > 0) spelled[option] = found.names.join(BETWEEN);
    others.push(...found.others);
  }
  const namesOf = (option: keyof typeof NAMES) => names.get(option) ?? [];
  const sameDay = options.same_day === undefined ? null : paperById(options.same_day, library);
  const day = sameDay?.listings.at(-1)?.date;
  const [from, to] = day === undefined ? daysIn(options.from, options.to, today) : [day, day];
  const [outFrom, outTo] = daysIn(options.except_from, options.except_to, today);
  const filter: Filter = {
    ...ALL,
    from,
    to,
    except: outFrom === null && outTo === null ? null : { from: outFrom, to: outTo },
    authors: namesOf('author'),
    anyAuthor: namesOf('any_author'),
    notAuthors: namesOf('not_author'),
    firstAuthor: namesOf('first_author')[0] ?? null,
    lastAuthor: namesOf('last_author')[0] ?? null,
    organizations: namesOf('organization'),
    notOrganizations: namesOf('not_organization'),
    minVotes: options.min_votes ?? null,
    maxVotes: options.max_votes ?? null,
    minAuthors: options.min_authors ?? null,
    maxAuthors: options.max_authors ?? null,
    title: options.title ?? null,
    code: options.code === undefined ? null : options.code === 'yes',
  };
  return {
    is: 'wanted',
    wanted: { query: options.query ?? null, filter, exclude: partsOf(options.exclude), sameDay },
    options: {
      ...again.options,
      ...spelled,
      ...given({ ...(day === undefined && { from, to }), except_from: outFrom, except_to: outTo }),
    },
    others,
  };
}

/** The paper with an id. @throws UserError if it is not archived */
export function paperById(typed: string, { archive }: Pick<AnswerLibrary, 'archive'>): Paper {
  const paper = archive.paper(readPaperId(typed) ?? typed);
  if (paper === undefined) throw new UserError('errors.paper.unknownId', { id: typed });
  return paper;
}

/** Reads the days of a period; swaps them if typed backwards. @throws UserError for an unreadable day */
export function daysIn(
  from: string | undefined,
  to: string | undefined,
  today: Day,
): readonly [Day | null, Day | null] {
  const [first, last] = [dayIn(from, today), dayIn(to, today)];
  return first !== null && last !== null && first > last ? [last, first] : [first, last];
}

function dayIn(typed: string | undefined, today: Day): Day | null {
  if (typed === undefined) return null;
  const day = readDay(typed, today);
  if (day === null) throw new UserError('errors.date.unreadable', { value: typed });
  return day;
}
