import { setImmediate } from 'node:timers/promises';
import type { App } from '../library.ts';

/**
 * Waits until every paper is indexed and makes what the first question after new digests would have to wait for,
 * step by step, so that questions are answered in between; then gives back the room that all this took. V8 would keep
 * most of it: a bot at rest never fills it again, and so never comes to clean it up. `npm start` lets the bot ask for
 * that (`--expose-gc`).
 */
export async function settle({ archive, search }: Pick<App, 'archive' | 'search'>): Promise<void> {
  await setImmediate();
  archive.prepare();
  // The library reports an index that cannot be made; digests are posted without it.
  await search.ready.catch(() => undefined);
  await setImmediate();
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
