import { z } from 'zod';
import type { Invocation, Options } from '../answers/invocation.ts';
import { asData, DATA_ONLY, plainLine } from '../model/checks/prompt-data.ts';
import type { Prompt } from '../model/port.ts';
import type { Calendar } from '../text/dates/calendar.ts';
import { isDay } from '../text/dates/day.ts';
import { squash } from '../text/tokens.ts';
import type { Library } from './library.ts';
import { paperMeant, personMeant } from './read/lookups.ts';
import { namesOf } from './read/names.ts';

const QUESTION_MAX = 300;
const COMMANDS = ['search', 'fact', 'rank', 'compare', 'none'] as const;
const shape = z.strictObject({
  command: z.enum(COMMANDS),
  options: z.record(z.string().max(20), z.union([z.string().max(200), z.number()])),
});
type Filled = z.output<typeof shape>;

type LookUp = (typed: string, library: Library, calendar: Calendar) => string | null;

const author: LookUp = (typed, library) => {
  const meant = personMeant(typed, library);
  return meant.is === 'one' ? meant.one.name : null;
};
const paper: LookUp = (typed, library) => {
  const meant = paperMeant(typed, library);
  return meant.is === 'one' ? meant.one.id : null;
};
const organization: LookUp = (typed, { archive }) =>
  namesOf(archive).organizations.get(squash(typed))?.name ?? null;
const day: LookUp = (typed, _, { today }) => (isDay(typed) && typed <= today ? typed : null);

/** What options, and kinds of compared items, name: separated by `;`, and spelled as the archive does. */
const NAMES: readonly (readonly [options: string, lookUp: LookUp])[] = [
  ['authors author any_author not_author first_author last_author name', author],
  ['papers paper same_day', paper],
  ['organizations organization not_organization', organization],
  ['from to except_from except_to', day],
];

/**
 * Lets a model fill in the options of a command for a question that the grammar cannot read. The model answers nothing:
 * names in its options must exist in the archive, and the command checks the rest.
 *
 * @returns null without a model, or if the options name something that the archive does not hold
 */
export async function readByModel(
  question: string,
  library: Library,
  calendar: Calendar,
): Promise<Invocation | null> {
  if (!library.model) return null;
  const reply = await library.model.open()(promptFor(question, calendar));
  return reply.ok ? checked(reply.value, library, calendar) : null;
}

function promptFor(question: string, { today, first, last }: Calendar): Prompt<Filled> {
  return {
    name: 'invocation',
    instructions: [
      `You fill in the options of a command for a question about an archive of AI papers. ${DATA_ONLY} You answer nothing.`,
      'search: query (the topic), from, to (YYYY-MM-DD), author, organization, min_votes, max_votes, min_authors,',
      'max_authors, title, code (yes), sort (votes, fewest, newest, oldest), limit, show (list, count, sum, average).',
      'fact: paper (its title), of (authors, day, votes, link, code, organization). rank: what (authors, organizations, days, months), by (papers, votes), from, to, limit.',
      'compare: what (papers, authors, organizations), items (";" between them). none: anything else, also what is not about papers.',
      'Leave out every option that the question does not say. Answer with JSON alone: {"command":"search","options":{"query":"…"}}',
    ].join('\n'),
    data: asData({ question: plainLine(question, QUESTION_MAX), today, first, last }),
    shape,
  };
}

function checked({ command, options }: Filled, library: Library, calendar: Calendar): Invocation | null {
  if (command === 'none') return null;
  const held: Options = {};
  for (const [name, value] of Object.entries(options)) {
    const kind = command === 'compare' && name === 'items' ? String(options.what) : name;
    const known = knownAs(kind, value, library, calendar);
    if (known === null) return null;
    held[name] = known;
  }
  const isAsking =
    command !== 'search' ||
    Object.keys(held).some((name) => !['sort', 'show', 'limit', 'page'].includes(name));
  return isAsking ? { command, options: held } : null;
}

/** A value as the archive spells it; null for an unknown name, paper or day. */
function knownAs(
  option: string,
  value: string | number,
  library: Library,
  calendar: Calendar,
): string | number | null {
  const lookUp = NAMES.find(([options]) => options.split(' ').includes(option))?.[1];
  if (lookUp === undefined) return value;
  const found = String(value).split(';');
  const known = found.flatMap((one) => lookUp(one.trim(), library, calendar) ?? []);
  return known.length === found.length ? known.join(';') : null;
}
