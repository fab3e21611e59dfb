import { z } from 'zod';
import { defineCommand } from '../src/bot/command.ts';
import { text } from '../src/bot/options.ts';

export const COMPARED = ['papers', 'authors', 'organizations', 'periods'] as const;

export default defineCommand({
  name: 'compare',
  hidden: true,
  options: z.strictObject({
    what: z.enum(COMPARED),
    /** Two or more, with `;` between them: ids, names, or periods as `2025-01-01..2025-01-31`. */
    items: text(),
    /** Votes for papers, papers for all others, where nothing is said. */
    by: z.enum(['votes', 'papers']).optional(),
    from: text().optional(),
    to: text().optional(),
  }),
  run: (_options, { archive, commands }) => ({ kind: 'help', totals: archive.totals(), commands }),
});
