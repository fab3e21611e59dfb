import { z } from 'zod';
import { defineCommand } from '../src/bot/command.ts';
import { page, text } from '../src/bot/options.ts';
import { LANGUAGES } from '../src/language.ts';
import { quotePaper } from '../src/questions/about-paper.ts';
import { quotesFor } from '../src/questions/quotes.ts';
import { rephrased } from '../src/questions/rephrase.ts';

/** Sentences that answer a question, verbatim, from the whole archive or one paper. */
export default defineCommand({
  name: 'quotes',
  isTool: true,
  hidden: true,
  options: z.strictObject({
    query: text(),
    paper: text().optional(),
    language: z.enum(LANGUAGES).optional(),
    page: page(),
  }),
  async run({ query, paper, language }, context) {
    await context.search.ready;
    const told =
      paper === undefined
        ? quotesFor(query, context, language)
        : await quotePaper(query, paper, context, language);
    return rephrased(told, query, context);
  },
});
