import { z } from 'zod';
import { PERIODS, spanOf } from '../src/answers/options/period.ts';
import { pageOf } from '../src/answers/page.ts';
import { defineCommand } from '../src/bot/command.ts';
import { page } from '../src/bot/options.ts';
import { UserError } from '../src/errors.ts';

export default defineCommand({
  name: 'top',
  isTool: true,
  options: z.strictObject({ period: z.enum(PERIODS).default('week'), page: page() }),
  run: ({ period, page }, { archive, today }) => {
    const { first, last } = archive.totals();
    if (first === null || last === null) throw new UserError('errors.archive.empty');
    const span = spanOf(period, today, first, last);
    const papers = archive.top(span.from, span.to);
    if (papers.length === 0) throw new UserError('errors.top.none', { period });
    return {
      kind: 'top',
      period,
      ...span,
      page: pageOf(papers, page),
      again: { command: 'top', options: { period } },
    };
  },
});
