import type { Answer } from '../../src/answers/answer.ts';
import type { Invocation } from '../../src/answers/invocation.ts';
import type { Archive } from '../../src/archive/archive.ts';
import type { Paper } from '../../src/archive/paper.ts';
import { createDispatch } from '../../src/bot/dispatch.ts';
import { Limits } from '../../src/bot/limits.ts';
import { loadCommands } from '../../src/library.ts';
import { createSearch } from '../../src/search/index.ts';
import { TrendDrawer } from '../../src/trends/picture/drawer.ts';
import { NOW } from './app.ts';

const commands = await loadCommands();

/** Runs commands over an archive, through the one door and without a store. A bug fails the test. */
export function runOver(archive: Archive): (invocation: Invocation) => Promise<Answer> {
  const search = createSearch(archive.papers(), { people: archive });
  const missing = new Proxy(Object.create(null), {
    get() {
      throw new Error('nothing is stored here');
    },
  });
  const sources = {
    archive,
    search,
    subscriptions: missing,
    follows: missing,
    trends: new TrendDrawer(),
    saved: missing,
    personal: [],
    inAuthorOrder: async (papers: readonly Paper[]) => papers,
    limits: new Limits(),
  };
  const dispatch = createDispatch(commands, sources, ({ error }) => {
    throw error;
  });
  return ({ command, options }) => dispatch({ command, options, now: NOW });
}
