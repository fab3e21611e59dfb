import { z } from 'zod';
import { askQuestion } from '../src/ask/ask-question.ts';
import { Buckets } from '../src/ask/bucket.ts';
import { type Context, defineCommand } from '../src/bot/command.ts';
import { hidden, page, text } from '../src/bot/options.ts';
import { UserError } from '../src/errors.ts';

/** A person can ask five questions in a row, then one every six seconds. */
const people = new Buckets({ burst: 5, every: 6_000 });
/** A server can ask thirty in a row, then one a second: a busy channel does not starve the others. */
const servers = new Buckets({ burst: 30, every: 1_000 });

export default defineCommand({
  name: 'ask',
  options: z.strictObject({ question: text(), page: page().meta(hidden) }),
  run({ question, page }, context) {
    limit(context);
    return askQuestion(question, context, page);
  },
});

/** @throws UserError with the seconds to wait; the terminal and direct messages, which name nobody, are not limited */
function limit({ place, now }: Context): void {
  if (place === null) return;
  const at = now.epochMilliseconds;
  for (const [buckets, id, key] of [
    [people, place.userId, 'often'],
    [servers, place.guildId, 'oftenHere'],
  ] as const) {
    const wait = buckets.wait(id, at);
    if (wait > 0) throw new UserError(`errors.ask.${key}`, { count: Math.ceil(wait / 1000) });
  }
  people.take(place.userId, at);
  servers.take(place.guildId, at);
}
