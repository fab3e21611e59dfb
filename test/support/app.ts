import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';
import type { Answer } from '../../src/answers/answer.ts';
import { readLine } from '../../src/bot/line.ts';
import { readConfig } from '../../src/config.ts';
import { type OpenLibrary, openLibrary } from '../../src/library.ts';
import { madeOnce } from './made-once.ts';

/** The digests that ship with the bot: 2024-06-06, 2024-09-05, 2024-09-27, 2024-10-04 and 2024-12-06. */
export const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

/** The moment that tests ask for: long after the newest seed. */
export const NOW = Temporal.Instant.from('2026-11-20T09:00:00Z');

/**
 * The whole bot in a store of its own, over the seeds unless the environment names others; closed when the test is
 * over. A bug in it fails the test.
 */
export async function openTestApp(environment: Record<string, string> = {}): Promise<OpenLibrary> {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-app-'));
  const isOfSeeds = environment.SEEDS_DIR === undefined && environment.DATABASE_URL === undefined;
  if (isOfSeeds) cpSync(await seededFolder(), folder, { recursive: true });
  const app = await open(folder, environment);
  onTestFinished(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });
  return app;
}

/** @returns a folder with a store of the seeds and its search index */
function seededFolder(): Promise<string> {
  return madeOnce('seeded', async (folder) => {
    const app = await open(folder);
    await app.search.ready;
    await app.close();
  });
}

function open(folder: string, environment: Record<string, string> = {}): Promise<OpenLibrary> {
  const store = { DATABASE_URL: `sqlite:${join(folder, 'paperboy.db')}`, SEEDS_DIR: SEEDS };
  return openLibrary(readConfig({ ...store, ...environment }), ({ error }) => {
    throw error;
  });
}

/** Asks as on the terminal, through the one door. */
export function ask(app: OpenLibrary, line: string, now = NOW): Promise<Answer> {
  return app.dispatch({ ...readLine(line, app.commands), now });
}
