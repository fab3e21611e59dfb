import { z } from 'zod';
import { defineCommand } from '../src/bot/command.ts';

export const HOLDINGS = ['all', 'from', 'to', 'days', 'latest', 'papers'] as const;

export default defineCommand({
  name: 'holdings',
  hidden: true,
  options: z.strictObject({ of: z.enum(HOLDINGS).default('all') }),
  run: (_options, { archive, commands }) => ({ kind: 'help', totals: archive.totals(), commands }),
});
