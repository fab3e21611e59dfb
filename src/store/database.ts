import { existsSync } from 'node:fs';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { UserError } from '../errors.ts';
import type { Engine } from './engine.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;

const engines = new WeakMap<Database, Engine>();

/**
 * Opens the database and migrates it. Several processes may do so at the same moment.
 *
 * @param url `sqlite:<path>`, `sqlite::memory:` or `postgres://…`
 * @throws UserError when the store cannot be used, is not a database, or was written by a newer Paperboy
 */
export async function openDatabase(url: string): Promise<Database> {
  const engine = await engineOf(url);
  const database = new Kysely<Schema>({ dialect: engine.dialect });
  engines.set(database, engine);
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy().catch(() => undefined);
    throw unusable(error, engine) ?? error;
  }
  return database;
}

/** Opens a database for `work`, and closes it. @throws UserError as `openDatabase`, also if it fails later */
export async function withDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(url);
  try {
    return await work(database);
  } catch (error) {
    throw storeError(error, database);
  } finally {
    await database.destroy();
  }
}

async function engineOf(url: string): Promise<Engine> {
  if (url.startsWith('sqlite:')) return (await import('./sqlite.ts')).sqliteEngine(url);
  return (await import('./postgres.ts')).postgresEngine(url);
}

async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const known = new Set(Object.keys(migrations));
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const missing = /previously executed migration (\S+) is missing/.exec(String(error))?.[1];
  if (missing !== undefined && !known.has(missing))
    throw new UserError('errors.store.newer', { migration: missing });
  throw error;
}

function unusable(error: unknown, engine: Engine): UserError | null {
  const reason = error instanceof Error ? engine.unusable(error) : null;
  return reason === null ? null : new UserError('errors.store.unusable', { path: engine.shown, reason });
}

/** @returns a UserError for a store that is full, read-only or unreachable; else the error itself */
export function storeError(error: unknown, database: Database): unknown {
  const engine = engines.get(database);
  return (engine && unusable(error, engine)) ?? error;
}

/** Whether a statement lost a race with another process and can be retried. */
export function lostRace(error: unknown, database: Database): boolean {
  return error instanceof Error && engines.get(database)?.lostRace(error) === true;
}

/** Writes everything into the store's file, so that a copy of it is complete. Does nothing on PostgreSQL. */
export async function flush(database: Database): Promise<void> {
  await engines.get(database)?.flush?.();
}

/** Writes a row and takes it back. @throws the driver's error if the store cannot be written */
export async function probeWrite(database: Database): Promise<void> {
  const transaction = await database.startTransaction().execute();
  try {
    await transaction
      .insertInto('kept_invocations')
      .values({ key: 'probe', line: '', expires_at: '' })
      .execute();
  } finally {
    await transaction.rollback().execute();
  }
}

/** Copies a store, also while a bot writes to it. @throws UserError if that is impossible; for PostgreSQL, with the command */
export async function backUp(url: string, file: string): Promise<void> {
  if (existsSync(file)) throw new UserError('errors.backup.exists', { file });
  if (url === 'sqlite::memory:') throw new UserError('errors.backup.memory');
  if (!url.startsWith('sqlite:')) throw new UserError('errors.backup.postgres', { file });
  const { copySqlite } = await import('./sqlite.ts');
  await copySqlite(url, file);
}
