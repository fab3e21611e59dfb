import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { messageOf } from '../../errors.ts';

/** Version of the tables; a file with another version is recreated. */
const SHAPE = 1;
/** Milliseconds to wait for another process while opening, and for each slice that is written. */
const OPEN_WAIT = 5000;
const WRITE_WAIT = 20;

/**
 * `papers`: numbers of papers; `id` is null for removed papers and while a paper is being written; `revision` grows with
 * each change, so that other processes find the changes. `postings`: a row per term and block of papers. `pieces`: Latin
 * terms by hashes of their parts, for typing mistakes.
 */
const TABLES = `
  create table if not exists papers (number integer primary key, id text, hash integer not null, revision integer not null);
  create index if not exists by_revision on papers (revision);
  create index if not exists by_id on papers (id);
  create table if not exists postings (term text, block integer, postings blob not null, primary key (term, block)) without rowid;
  create table if not exists pieces (hash integer, term text, primary key (hash, term)) without rowid;
`;

/** Reports in one line what is wrong with the file and how it was mended. */
export type Tell = (line: string) => void;

/**
 * Opens the file of the index. Recreates a file that is damaged or of another version; uses a temporary file, which SQLite
 * deletes, if none can be written.
 *
 * @param path null for a temporary file
 */
export function openIndexFile(path: string | null, tell: Tell): Sqlite.Database {
  if (path === null) return opened('');
  try {
    mkdirSync(dirname(path), { recursive: true });
    try {
      return opened(path);
    } catch (error) {
      if (!isDamage(error)) throw error;
      tell(`search index: ${path} is damaged or outdated, it is made again (${messageOf(error)})`);
      deleteIndexFile(path);
      return opened(path);
    }
  } catch (error) {
    tell(`search index: ${path} cannot be written, a temporary file is used (${messageOf(error)})`);
    return opened('');
  }
}

/** Deletes the file of an index with its journals. */
export function deleteIndexFile(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true });
}

/** Whether the file has to be made again. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));
}

/** Whether another process is writing. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

function opened(path: string): Sqlite.Database {
  const database = new Sqlite(path, { timeout: OPEN_WAIT });
  try {
    const shape = database.pragma('user_version', { simple: true });
    if (shape === 0) database.pragma(`user_version = ${SHAPE}`);
    else if (shape !== SHAPE) throw new Sqlite.SqliteError(`version ${shape}`, 'SQLITE_NOTADB');
    // The write-ahead log lets others read during a write, and survives a killed process.
    const settings = 'pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -4096;';
    database.exec(`${settings} ${TABLES} pragma busy_timeout = ${WRITE_WAIT};`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Sqlite.SqliteError ? error.code : '';
}
