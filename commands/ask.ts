import { z } from 'zod';
import { readPaperId } from '../src/archive/ids.ts';
import { defineCommand } from '../src/bot/command.ts';
import { hidden, page, text } from '../src/bot/options.ts';
import { ask } from '../src/questions/ask.ts';

/** Characters: enough for the ids of a full menu. */
const SHOWN_MAX = 600;
/** Characters of an invocation. */
const AFTER_MAX = 1_000;

export default defineCommand({
  name: 'ask',
  isTool: true,
  limit: 'question',
  options: z.strictObject({
    question: text(),
    page: page().meta(hidden),
    paper: text().optional().meta(hidden),
    after: z.string().max(AFTER_MAX).optional().meta(hidden),
    shown: z.string().max(SHOWN_MAX).optional().meta(hidden),
  }),
  run({ question, paper = null, after = null, shown = '' }, context) {
    const ids = shown.split(' ').flatMap((id) => readPaperId(id) ?? []);
    return ask({ question, paper, after, shown: ids }, context, context.run);
  },
});
