import { z } from 'zod';
import { find } from '../src/answers/find/find.ts';
import { pageOf } from '../src/answers/page.ts';
import type { Ranked } from '../src/archive/archive.ts';
import type { PaperId } from '../src/archive/paper.ts';
import { rankedAt } from '../src/archive/ranking.ts';
import { ALL, WHOLE } from '../src/archive/select.ts';
import { type Context, defineCommand, personIn } from '../src/bot/command.ts';
import { hidden, page, text } from '../src/bot/options.ts';
import { CITATION_FORMATS } from '../src/citations/citation.ts';
import { UserError } from '../src/errors.ts';

export default defineCommand({
  name: 'saved',
  personal: true,
  options: z.strictObject({
    query: text().optional(),
    /** Exports all of them as a file. */
    format: z.enum(CITATION_FORMATS).optional(),
    page: page().meta(hidden),
    /** The id of a paper to remove from the list. */
    remove: text().optional().meta(hidden),
  }),
  async run({ query, format, page: shown, remove }, context) {
    const person = personIn(context);
    if (remove !== undefined) await context.saved.remove(person, remove);
    const ids = await context.saved.of(person);
    const again = { command: 'saved', options: query === undefined ? {} : { query } };
    if (ids.length === 0 && remove === undefined) throw new UserError('errors.saved.none');
    const papers = query === undefined ? inList(ids, context) : await matching(query, ids, context);
    if (papers.length === 0 && remove === undefined && query !== undefined)
      throw new UserError('errors.saved.nothing', { query, count: ids.length });
    if (format !== undefined) {
      const cited = await context.inAuthorOrder(papers.map(({ paper }) => paper));
      return { kind: 'citations', papers: cited, format, as: 'file' };
    }
    return { kind: 'saved', query: query ?? null, total: ids.length, page: pageOf(papers, shown), again };
  },
});

/** Saved papers that the archive has, last saved first. */
function inList(ids: readonly PaperId[], { archive }: Context): readonly Ranked[] {
  return ids.flatMap((id) => archive.paper(id) ?? []).map((paper, place) => rankedAt(place + 1, paper));
}

/** The saved papers that `/search` finds, best first. */
async function matching(
  query: string,
  ids: readonly PaperId[],
  context: Context,
): Promise<readonly Ranked[]> {
  await context.search.ready;
  const wanted = { query, filter: ALL, exclude: [], sameDay: null };
  const order = {
    sort: 'relevance',
    part: WHOLE,
    isByMonth: false,
    isWhole: false,
    among: new Set(ids),
  } as const;
  return find(wanted, order, context).papers.map((ranked, place) => ({ ...ranked, rank: place + 1 }));
}
