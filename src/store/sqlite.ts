import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type SelectQueryNode, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { UserError } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';
import type { Engine } from './engine.ts';
import { SqliteDriver } from './sqlite-driver.ts';

const UNUSABLE = /^(SQLITE_(READONLY|CANTOPEN|NOTADB|CORRUPT|IOERR|FULL|PERM|BUSY|LOCKED)|E[A-Z]+$)/;

/** @param url a missing file or folder is created @param patience milliseconds until a statement that meets a lock fails */
export function sqliteEngine(url: string, patience?: number): Engine {
  const path = url.replace(/^sqlite:/, '');
  const driver = new SqliteDriver(() => openFile(path), patience);
  return {
    dialect: {
      createDriver: () => driver,
      createQueryCompiler: () => new QueryCompiler(),
      createAdapter: () => new Adapter(),
      createIntrospector: (database) => new SqliteIntrospector(database),
    },
    shown: path,
    unusable: ({ code, message }) => (UNUSABLE.test(String(code)) ? message : null),
    lostRace: () => false,
    flush: () => driver.flush(),
  };
}

/** A write-ahead log with synchronous FULL lost nothing in 100 cycles of `kill -9`, and readers never wait for writers. */
function openFile(path: string): Sqlite.Database {
  if (path !== ':memory:') makeFolder(dirname(path));
  const sqlite = new Sqlite(path, { timeout: 0 });
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    // 1 MiB. Loading the archive would fill the default of 16 MB for good.
    sqlite.pragma('cache_size = -1024');
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/**
 * Copies a store, as it is at one moment, into a file that nobody else may read. The file appears when it is complete.
 *
 * @param file must not exist
 * @throws UserError when there is no store or the file cannot be written
 */
export async function copySqlite(url: string, file: string): Promise<void> {
  const path = url.replace(/^sqlite:/, '');
  const draft = `${file}.part`;
  try {
    const source = new Sqlite(path, { readonly: true, fileMustExist: true });
    try {
      makeFolder(dirname(file));
      rmSync(draft, { force: true });
      // Everything in one step: a writer between two steps would make it begin again.
      await source.backup(draft, { progress: ({ remainingPages }) => Math.max(1, remainingPages) });
    } finally {
      source.close();
    }
    const copy = new Sqlite(draft);
    try {
      const state = copy.pragma('quick_check', { simple: true });
      if (state !== 'ok') throw new UserError('errors.backup.damaged', { path, reason: String(state) });
      // No files beside it.
      copy.pragma('journal_mode = DELETE');
    } finally {
      copy.close();
    }
    chmodSync(draft, 0o600);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    throw existsSync(path)
      ? new UserError('errors.backup.unwritable', { file, reason: error.message })
      : new UserError('errors.backup.nothing', { path });
  }
}

/** Without row locks (`for update`): a transaction locks the whole file. */
class QueryCompiler extends SqliteQueryCompiler {
  protected override visitSelectQuery(node: SelectQueryNode): void {
    const { endModifiers: _locks, ...rest } = node;
    super.visitSelectQuery(rest);
  }
}

/** All migrations in one transaction: a second process waits, and a killed one leaves nothing behind. */
class Adapter extends SqliteAdapter {
  /** The driver queues statements itself. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
