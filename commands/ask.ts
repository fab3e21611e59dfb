import { z } from 'zod';
import { readPaperId } from '../src/archive/ids.ts';
import { Buckets } from '../src/ask/bucket.ts';
import { converse } from '../src/ask/converse.ts';
import { type Context, defineCommand } from '../src/bot/command.ts';
import { hidden, page, text } from '../src/bot/options.ts';
import { UserError } from '../src/errors.ts';

/** Characters of as many ids as a menu has places. */
const SHOWN_MAX = 600;
/** A person can ask five questions in a row, then one every six seconds. */
const people = new Buckets({ burst: 5, every: 6_000 });
/** A server can ask thirty in a row, then one a second: a busy channel does not starve the others. */
const servers = new Buckets({ burst: 30, every: 1_000 });

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
    limit(context);
    const ids = shown.split(' ').flatMap((id) => readPaperId(id) ?? []);
    return converse({ question, page, paper, thread: { after, shown: ids } }, context);
  },
});

/** @throws UserError with the seconds to wait; the terminal, which names nobody, is not limited */
function limit({ asker, place, now }: Context): void {
  const at = now.epochMilliseconds;
  const asking = [
    [people, asker, 'often'],
    [servers, place?.guildId ?? null, 'oftenHere'],
  ] as const;
  for (const [buckets, id, key] of asking) {
    const wait = id === null ? 0 : buckets.wait(id, at);
    if (wait > 0) throw new UserError(`errors.ask.${key}`, { count: Math.ceil(wait / 1000) });
  }
  for (const [buckets, id] of asking) if (id !== null) buckets.take(id, at);
}
