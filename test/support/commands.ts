import type { Answer } from '../../src/answers/answer.ts';
import type { Invocation } from '../../src/answers/invocation.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { createDispatch } from '../../src/bot/dispatch.ts';
import { Limits } from '../../src/bot/limits.ts';
import { loadCommands } from '../../src/library.ts';
import { createSearch } from '../../src/search/index.ts';
import { NOW } from './app.ts';

const commands = await loadCommands();

/** Runs commands over an archive, through the one door and without a store. A bug fails the test. */
export function runOver(archive: Archive): (invocation: Invocation) => Promise<Answer> {
  const search = createSearch(archive.papers(), { people: archive });
  const subscriptions = new Proxy(Object.create(null), {
    get() {
      throw new Error('no subscriptions here');
    },
  });
  const sources = { archive, search, subscriptions, follows: subscriptions, limits: new Limits() };
  const dispatch = createDispatch(commands, sources, ({ error }) => {
    throw error;
  });
  return ({ command, options }) => dispatch({ command, options, now: NOW });
}
