import { z } from 'zod';
import { defineCommand } from '../src/bot/command.ts';
import { text } from '../src/bot/options.ts';
import { UserError } from '../src/errors.ts';
import { LINES_MAX } from '../src/trends/counts.ts';
import { monthsIn, TREND_PERIODS } from '../src/trends/months.ts';

/** Separates terms. */
const BETWEEN = /[,;、]/;

export default defineCommand({
  name: 'trends',
  options: z.strictObject({ period: z.enum(TREND_PERIODS).default('year'), about: text().optional() }),
  async run({ period, about }, { archive, trends }) {
    const { first } = archive.totals();
    if (first === null) throw new UserError('errors.archive.empty');
    const named = (about ?? '').split(BETWEEN).map((term) => term.trim());
    const terms = [...new Set(named.filter((term) => term !== ''))].slice(0, LINES_MAX);
    const key = JSON.stringify([archive.version, period, terms]);
    const { table, picture } = await trends.draw(key, () => ({
      months: monthsIn(period, archive),
      about: terms,
    }));
    if (table.lines.length === 0) throw new UserError('errors.trends.none');
    return {
      kind: 'trends',
      period,
      table,
      picture,
      again: { command: 'trends', options: { period, ...(about !== undefined && { about }) } },
    };
  },
});
