import { z } from 'zod';
import { readPaperId } from '../src/archive/ids.ts';
import { defineCommand } from '../src/bot/command.ts';
import { hidden, page, text } from '../src/bot/options.ts';
import { converse } from '../src/questions/conversation/converse.ts';

/** Characters of as many ids as a menu has places. */
const SHOWN_MAX = 600;

export default defineCommand({
  name: 'ask',
  options: z.strictObject({
    question: text(),
    page: page().meta(hidden),
    paper: text().optional().meta(hidden),
    after: text().optional().meta(hidden),
    shown: z.string().max(SHOWN_MAX).optional().meta(hidden),
  }),
  run({ question, page, paper = null, after = null, shown = '' }, context) {
    context.limits.take(context.asker, context.place?.guildId ?? null, context.now.epochMilliseconds);
    const ids = shown.split(' ').flatMap((id) => readPaperId(id) ?? []);
    return converse({ question, page, paper, thread: { after, shown: ids } }, context);
  },
});
