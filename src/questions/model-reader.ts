import { z } from 'zod';
import type { Invocation, Options } from '../answers/invocation.ts';
import { BETWEEN, partsOf } from '../answers/options/names.ts';
import { asData, DATA_ONLY, plainLine } from '../model/checks/prompt-data.ts';
import type { Prompt } from '../model/port.ts';
import type { Calendar } from '../text/dates/calendar.ts';
import type { Library } from './library.ts';
import { paperMeant } from './read/lookups.ts';

const QUESTION_MAX = 300;
const COMMANDS = ['search', 'fact', 'rank', 'compare', 'none'] as const;
const shape = z.strictObject({
  command: z.enum(COMMANDS),
  options: z.record(z.string().max(20), z.union([z.string().max(200), z.number()])),
});
type Filled = z.output<typeof shape>;

/**
 * Lets a model fill in the options of a command for a question that the grammar cannot read. The model answers nothing,
 * and the command checks its options as it checks typed ones.
 *
 * @returns null without a model, or where its options ask for nothing
 */
export async function readByModel(
  question: string,
  library: Library,
  calendar: Calendar,
): Promise<Invocation | null> {
  if (!library.model) return null;
  const reply = await library.model.open()(promptFor(question, calendar));
  return reply.ok ? checked(reply.value, library) : null;
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

/** The command with ids in place of titles, which it does not read; what else it cannot read it rejects itself. */
function checked({ command, options }: Filled, library: Library): Invocation | null {
  if (command === 'none') return null;
  const isAsking =
    command !== 'search' ||
    Object.keys(options).some((name) => !['sort', 'show', 'limit', 'page'].includes(name));
  if (!isAsking) return null;
  if (command === 'fact') return { command, options: withIds(options, 'paper', library) };
  return { command, options: options.what === 'papers' ? withIds(options, 'items', library) : options };
}

/** @param option has titles, separated by `;`; one that means no paper stays, and the command rejects it */
function withIds(options: Options, option: string, library: Library): Options {
  const ids = partsOf(String(options[option] ?? '')).map((title) => {
    const meant = paperMeant(title, library);
    return meant.is === 'one' ? meant.one.id : title;
  });
  return { ...options, [option]: ids.join(BETWEEN) };
}
