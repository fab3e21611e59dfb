import { z } from 'zod';
import type { FactOf } from '../src/answers/answer.ts';
import { comparedBy } from '../src/answers/compare.ts';
import { readWanted } from '../src/answers/options/wanted.ts';
import { defineCommand } from '../src/bot/command.ts';
import { text } from '../src/bot/options.ts';

const COMPARED = [
  'papers',
  'authors',
  'organizations',
  'periods',
] as const satisfies FactOf<'comparison'>['what'][];

export default defineCommand({
  name: 'compare',
  isTool: true,
  hidden: true,
  options: z.strictObject({
    what: z.enum(COMPARED),
    /** Two or more ids, names or periods (`2025-01-01..2025-01-31`), separated by `;`. */
    items: text(),
    /** Default: votes for papers, papers for everything else. */
    by: z.enum(['votes', 'papers']).optional(),
    /** Counts only papers about this. */
    query: text().optional(),
    author: text().optional(),
    organization: text().optional(),
    from: text().optional(),
    to: text().optional(),
  }),
  async run({ what, items, by = what === 'papers' ? 'votes' : 'papers', query, ...limits }, context) {
    const read = readWanted('compare', { what, items, by, query, ...limits }, context);
    if (read.is === 'answer') return read.answer;
    if (query !== undefined) await context.search.ready;
    return comparedBy(items, { what, by, wanted: read.wanted }, read.options, context);
  },
});
