import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import { searchFileOf } from '../library.ts';
import { SearchIndex } from '../search/index/search-index.ts';
import { Fetches } from '../sources/fetch-store.ts';
import { ArchiveStore } from '../store/archive-store.ts';
import { type Database, openDatabase, probeWrite, storeError } from '../store/database.ts';
import { DAY_LENGTH, dayOf } from '../text/dates/instants.ts';
import { type Finding, well, wrong } from './finding.ts';

const MEGABYTE = 2 ** 20;
/** Less is full within weeks: a day of papers takes a megabyte, and SQLite needs room for its log. */
const FREE_MIN = 200;
/** The bot writes the index after its answers, so a day of papers may be missing. */
const UNINDEXED_MAX = 150;
/** Hours since the last fetch, which is hourly. */
const FETCHED_MAX = 3;
const HOUR = 3_600_000;

export interface StoreParts {
  readonly config: Config;
  readonly now: () => number;
  readonly freeBytes: (folder: string) => Promise<number>;
}

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Opens the store and tries to write. @returns null for the database if that fails */
export async function checkStore({
  config,
}: StoreParts): Promise<{ database: Database | null; findings: Finding[] }> {
  let database: Database;
  try {
    database = await openDatabase(config.databaseUrl);
  } catch (error) {
    return { database: null, findings: [unusable(error)] };
  }
  try {
    await probeWrite(database);
  } catch (error) {
    const finding = unusable(storeError(error, database));
    await database.destroy();
    return { database: null, findings: [finding] };
  }
  return { database, findings: [well('store', { key: 'doctor.store.ok' })] };
}

function unusable(error: unknown): Finding {
  if (!(error instanceof UserError)) throw error;
  return wrong('store', error);
}

/** Null for a store on a server or in memory. */
function fileOf({ databaseUrl }: Config): string | null {
  if (!databaseUrl.startsWith('sqlite:') || databaseUrl === 'sqlite::memory:') return null;
  return databaseUrl.slice('sqlite:'.length);
}

export async function checkSpace(parts: StoreParts): Promise<Finding[]> {
  const file = fileOf(parts.config);
  if (file === null) return [];
  const folder = dirname(file);
  if (!existsSync(folder)) return [];
  const free = Math.floor((await parts.freeBytes(folder)) / MEGABYTE);
  const values = { free, folder, least: FREE_MIN };
  return free < FREE_MIN
    ? [wrong('space', { key: 'doctor.space.low', values })]
    : [well('space', { key: 'doctor.space.ok', values })];
}

export async function checkIndex(database: Database, { config }: StoreParts): Promise<Finding[]> {
  const path = searchFileOf(config.databaseUrl);
  if (path === null) return [];
  const count = await new ArchiveStore(database).countPapers();
  const indexed = existsSync(path) ? sizeOf(path) : 0;
  const values = { indexed, count, path };
  return count - indexed > UNINDEXED_MAX
    ? [wrong('index', { key: 'doctor.index.stale', values })]
    : [well('index', { key: 'doctor.index.ok', values })];
}

function sizeOf(path: string): number {
  const index = new SearchIndex(path);
  try {
    return index.size;
  } finally {
    index.close();
  }
}

export async function checkPapers(database: Database, { config, now }: StoreParts): Promise<Finding[]> {
  if (!config.follows) return [well('papers', { key: 'doctor.papers.off' })];
  const since = dayOf(now() - 2 * DAY_LENGTH);
  const fetched = await new Fetches(database).from('huggingface', since);
  const last = Math.max(0, ...[...fetched.values()].map(({ at }) => at));
  const hours = Math.floor((now() - last) / HOUR);
  if (last === 0) return [wrong('papers', { key: 'doctor.papers.never' })];
  return hours >= FETCHED_MAX
    ? [wrong('papers', { key: 'doctor.papers.stale', values: { hours } })]
    : [well('papers', { key: 'doctor.papers.ok', values: { minutes: Math.floor((now() - last) / 60_000) } })];
}
