import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';
import type { Answer } from '../../src/answers/answer.ts';
import { readLine } from '../../src/bot/line.ts';
import { readConfig } from '../../src/config.ts';
import { type OpenLibrary, openLibrary } from '../../src/library.ts';

/** The digests that ship with the bot: 2024-06-06, 2024-09-05, 2024-09-27, 2024-10-04 and 2024-12-06. */
export const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

/** The moment that tests ask for: long after the newest seed. */
export const NOW = Temporal.Instant.from('2026-11-20T09:00:00Z');

/** The whole bot over a store of its own in memory; closed when the test is over. A bug in it fails the test. */
export async function openTestApp(environment: Record<string, string> = {}): Promise<OpenLibrary> {
  const config = readConfig({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS, ...environment });
  const app = await openLibrary(config, ({ error }) => {
    throw error;
  });
  onTestFinished(() => app.close());
  return app;
}

/** Asks as on the terminal, through the one door. */
export function ask(app: OpenLibrary, line: string, now = NOW): Promise<Answer> {
  return app.dispatch({ ...readLine(line, app.commands), now });
}
