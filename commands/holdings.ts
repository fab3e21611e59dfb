import { z } from 'zod';
import { defineCommand } from '../src/bot/command.ts';
import { UserError } from '../src/errors.ts';

const HOLDINGS = ['all', 'from', 'to', 'days', 'latest', 'papers'] as const;

export default defineCommand({
  name: 'holdings',
  isTool: true,
  hidden: true,
  options: z.strictObject({ of: z.enum(HOLDINGS).default('all') }),
  run: ({ of }, { archive }) => {
    const { first, last, digests, papers } = archive.totals();
    if (first === null || last === null) throw new UserError('errors.archive.empty');
    const latest = archive.ranked(last).length;
    return {
      kind: 'facts',
      fact: { is: 'holdings', of, first, last, days: digests, papers, latest },
      again: { command: 'holdings', options: { of } },
      changes: [first, last].map((date) => ({
        text: { key: 'ask.change.day', values: { date } },
        invocation: { command: 'today', options: { date } },
      })),
    };
  },
});
