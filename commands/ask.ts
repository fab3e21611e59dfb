import { z } from 'zod';
import type { Answer } from '../src/ask/answer.ts';
import { answerQuestion } from '../src/ask/answer-question.ts';
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
  async run({ question, page }, context) {
    limit(context);
    const answer = answerQuestion(question, context, page);
    if (context.search.isReady || !isFromTexts(answer)) return answer;
    // Facts do not wait for the index; what the texts say can only be told when all of them are in it.
    await context.search.ready;
    return answerQuestion(question, context, page);
  },
});

/** Whether an answer was looked for in the texts, or titles were, and may come out otherwise with more of them. */
function isFromTexts(answer: Answer): boolean {
  return answer.kind === 'passages' || answer.kind === 'refusal' || answer.kind === 'choice';
}

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
