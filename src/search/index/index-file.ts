import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';

/** Another number for tables of another shape: a file of an older one is made anew. */
const SHAPE = 1;

/** Milliseconds to wait for another process while opening, and for each slice that is written. */
const OPEN_WAIT = 5000;
const WRITE_WAIT = 20;

/**
 * `papers`: a paper's number, null for its id where it was taken out or is still being written; `revision` grows with
 * each change, so that other processes read what changed. `postings`: one row for a term in one block of papers.
 * `pieces`: Latin terms by hashes of their parts, for typing mistakes.
 */
const TABLES = `
  create table if not exists papers (number integer primary key, id text, hash integer not null, revision integer not null);
  create index if not exists by_revision on papers (revision);
  create index if not exists by_id on papers (id);
  create table if not exists postings (term text, block integer, postings blob not null, primary key (term, block)) without rowid;
  create table if not exists pieces (hash integer, term text, primary key (hash, term)) without rowid;
`;

/** Told in one line what is wrong with the file and what was done. */
export type Tell = (line: string) => void;

/**
 * Opens the file of the index. A file that is damaged or of another shape is deleted and made anew; where no file can
 * be written, a temporary one takes its place, which SQLite removes itself.
 *
 * @param path null for a temporary file
 */
export function openIndexFile(path: string | null, tell: Tell): Sqlite.Database {
  if (path === null) return prepared(new Sqlite(''));
  try {
    mkdirSync(dirname(path), { recursive: true });
    return opened(path) ?? renewed(path);
  } catch (error) {
    if (isDamage(error)) tell(`search index: ${path} is damaged, it is made again (${messageOf(error)})`);
    else tell(`search index: ${path} cannot be written, a temporary file is used (${messageOf(error)})`);
    return isDamage(error) ? renewedOrTemporary(path, tell) : prepared(new Sqlite(''));
  }
}

/** Deletes the file of an index with what belongs to it. */
export function deleteIndexFile(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true });
}

export function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));
}

/** Whether another process is writing. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function renewedOrTemporary(path: string, tell: Tell): Sqlite.Database {
  try {
    return renewed(path);
  } catch (error) {
    tell(`search index: ${path} cannot be deleted, a temporary file is used (${messageOf(error)})`);
    return prepared(new Sqlite(''));
  }
}

function renewed(path: string): Sqlite.Database {
  deleteIndexFile(path);
  return prepared(new Sqlite(path, { timeout: OPEN_WAIT }));
}

/** @returns null for a file of another shape */
function opened(path: string): Sqlite.Database | null {
  const database = new Sqlite(path, { timeout: OPEN_WAIT });
  try {
    const shape = database.pragma('user_version', { simple: true });
    if (shape === SHAPE || shape === 0) return prepared(database);
  } catch (error) {
    database.close();
    throw error;
  }
  database.close();
  return null;
}

/** The write-ahead log lets readers go on while one process writes, and survives a process that is killed. */
function prepared(database: Sqlite.Database): Sqlite.Database {
  database.exec(
    `pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -4096; ${TABLES}`,
  );
  if (database.pragma('user_version', { simple: true }) !== SHAPE) database.pragma(`user_version = ${SHAPE}`);
  database.pragma(`busy_timeout = ${WRITE_WAIT}`);
  return database;
}

function codeOf(error: unknown): string {
  return error instanceof Sqlite.SqliteError ? error.code : '';
}
