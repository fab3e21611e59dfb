import { z } from 'zod';
import { defineCommand } from '../src/bot/command.ts';
import { page, text } from '../src/bot/options.ts';

export const RANKED = ['authors', 'organizations', 'days', 'months', 'co-authors', 'per-day'] as const;

const LIMIT_MAX = 25;
const LEAST_MAX = 1_000_000;

export default defineCommand({
  name: 'rank',
  hidden: true,
  options: z.strictObject({
    what: z.enum(RANKED),
    by: z.enum(['papers', 'votes']).default('papers'),
    order: z.enum(['most', 'fewest']).default('most'),
    from: text().optional(),
    to: text().optional(),
    query: text().optional(),
    /** For `co-authors` whose they are; else only papers by this author count. */
    author: text().optional(),
    /** Only papers of this organization count. */
    organization: text().optional(),
    limit: z.coerce.number().int().min(1).max(LIMIT_MAX).optional(),
    /** Only what has at least so many. */
    min: z.coerce.number().int().min(0).max(LEAST_MAX).optional(),
    page: page(),
  }),
  run: (_options, { archive, commands }) => ({ kind: 'help', totals: archive.totals(), commands }),
});
