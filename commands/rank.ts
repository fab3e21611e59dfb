import { z } from 'zod';
import type { Fact } from '../src/answers/answer.ts';
import { limitChanges } from '../src/answers/changes.ts';
import { ALL_BY_VOTES, find } from '../src/answers/find/find.ts';
import { nothingOn } from '../src/answers/find/nothing.ts';
import { readWanted } from '../src/answers/options/wanted.ts';
import { pageOf } from '../src/answers/page.ts';
import { rankingChanges, rowsOf } from '../src/answers/ranking.ts';
import { isOnDays, votesOn } from '../src/archive/select.ts';
import { tally } from '../src/archive/tally.ts';
import { defineCommand } from '../src/bot/command.ts';
import { page, text } from '../src/bot/options.ts';
import { UserError } from '../src/errors.ts';

const RANKED = ['authors', 'organizations', 'days', 'months', 'co-authors', 'per-day'] as const;

const LIMIT_MAX = 25;
const LEAST_MAX = 1_000_000;

export default defineCommand({
  name: 'rank',
  isTool: true,
  hidden: true,
  options: z.strictObject({
    what: z.enum(RANKED),
    by: z.enum(['papers', 'votes']).default('papers'),
    order: z.enum(['most', 'fewest']).default('most'),
    from: text().optional(),
    to: text().optional(),
    query: text().optional(),
    /** Topics to leave out, separated by `;`. */
    exclude: text().optional(),
    /** For `co-authors`, the author whose they are; else counts only papers by this author. */
    author: text().optional(),
    /** Counts only papers of this organization. */
    organization: text().optional(),
    limit: z.coerce.number().int().min(1).max(LIMIT_MAX).optional(),
    /** Leaves out rows with fewer papers or votes. */
    min: z.coerce.number().int().min(0).max(LEAST_MAX).optional(),
    page: page(),
  }),
  async run({ page: shown, what, by, order, limit, min, ...options }, context) {
    const read = readWanted('rank', { what, by, order, limit, min, ...options }, context);
    if (read.is === 'answer') return read.answer;
    const { wanted } = read;
    const { filter, query } = wanted;
    if (what === 'co-authors' && filter.authors.length === 0)
      throw new UserError('errors.option.missing', { option: 'author', command: 'rank' });
    if (query !== null || wanted.exclude.length > 0) await context.search.ready;
    const found = find(wanted, ALL_BY_VOTES, context);
    const nothing = found.total === 0 ? nothingOn(filter, context) : null;
    if (nothing !== null) return nothing;
    const again = { command: 'rank', options: { ...read.options, what, by, order } };
    let fact: Fact;
    if (what === 'per-day') {
      const days = context.archive.days().filter(isOnDays(filter)).length;
      const amount =
        by === 'papers'
          ? tally(found.papers, 'days', filter, context.archive).reduce((sum, one) => sum + one.papers, 0)
          : votesOn(found.papers, filter);
      fact = { is: 'per-day', by, amount, days, wanted };
    } else {
      const unit = what === 'co-authors' ? 'authors' : what;
      const tallies = tally(found.papers, unit, filter, context.archive);
      const others =
        what === 'co-authors' ? tallies.filter(({ name }) => !filter.authors.includes(name)) : tallies;
      const rows = pageOf(rowsOf(others, { by, order, limit: limit ?? null, min: min ?? null }), shown);
      const author = what === 'co-authors' ? filter.authors.join(', ') : null;
      const total = limit === undefined ? others.filter((one) => one[by] >= (min ?? 0)).length : null;
      fact = { is: 'ranking', what, by, order, min: min ?? null, author, wanted, total, rows };
    }
    const limits = what === 'co-authors' ? { ...wanted, filter: { ...filter, authors: [] } } : wanted;
    const changes = [...rankingChanges(fact, again), ...limitChanges(again, limits)];
    return { kind: 'facts', fact, again, changes };
  },
});
