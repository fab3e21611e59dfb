import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Answer } from '../../src/answers/answer.ts';
import type { Digest } from '../../src/archive/paper.ts';
import { createDispatch, type Dispatch } from '../../src/bot/dispatch.ts';
import { Limits } from '../../src/bot/limits.ts';
import { readConfig } from '../../src/config.ts';
import { parseDigest } from '../../src/digest-format/read/parse.ts';
import { type OpenLibrary, openLibrary } from '../../src/library.ts';
import type { Library } from '../../src/questions/library.ts';
import { createSearch } from '../../src/search/index.ts';
import { SEEDS } from './app.ts';
import { judged } from './judged.ts';

/** The digests that ship with the bot. */
export function seedDigests(): readonly Digest[] {
  return readdirSync(SEEDS)
    .filter((file) => /^\d{4}-/.test(file))
    .map((file) => parseDigest(readFileSync(join(SEEDS, file), 'utf8')).digest);
}

/** What questions are answered from, over some digests, without a store. */
export function libraryOf(digests: readonly Digest[], today = '2026-11-20'): Library {
  const archive = judged(digests);
  return { archive, search: createSearch(archive.papers()), today };
}

let opened: Promise<OpenLibrary> | null = null;

/** The commands, and subscriptions over a store that is closed; opened once, as each opening costs 100 ms. */
function commandsOverNothing(): Promise<OpenLibrary> {
  opened ??= openAndClose();
  return opened;
}

async function openAndClose(): Promise<OpenLibrary> {
  const library = await openLibrary(
    readConfig({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS }),
    () => {},
  );
  await library.close();
  return library;
}

/** The one door over some papers; a bug behind it fails the test. */
export async function dispatchOver(library: Library): Promise<Dispatch> {
  const { commands, subscriptions, follows, trends, saved, personal, inAuthorOrder } =
    await commandsOverNothing();
  const sources = {
    ...library,
    subscriptions,
    follows,
    trends,
    saved,
    personal,
    inAuthorOrder,
    limits: new Limits(),
  };
  return createDispatch(commands, sources, ({ error }) => {
    throw error;
  });
}

/** Asks over some papers, through the one door. */
export async function askOver(question: string, library: Library): Promise<Answer> {
  const dispatch = await dispatchOver(library);
  return dispatch({
    command: 'ask',
    options: { question },
    now: Temporal.Instant.from(`${library.today}T09:00:00Z`),
  });
}
