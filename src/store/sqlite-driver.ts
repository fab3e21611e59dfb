import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';

/** How long a statement is retried while another process holds the lock, ms. */
const PATIENCE = 60_000;
/** Wait between two tries, ms; doubled each time. */
const FIRST_PAUSE = 1;
const LAST_PAUSE = 50;
/** Time from a write until the write-ahead log is copied into the file, ms. */
const CHECKPOINT_AFTER = 1_000;

/** Pages in the log, and how many of them are in the file. */
type Checkpoint = Readonly<Record<'busy' | 'log' | 'checkpointed', number>>;

/**
 * One SQLite file, opened once per process. SQLite's own wait for locks would block the process, so it is switched off: a
 * statement that meets a lock is retried after a pause.
 *
 * @see https://www.sqlite.org/rescode.html#busy
 */
export class SqliteDriver implements Driver {
  readonly #open: () => Sqlite.Database;
  readonly #patience: number;
  readonly #turns = new Turns();
  readonly #closing = new AbortController();
  #file: Sqlite.Database | null = null;
  #identity: string | null = null;
  #checkpoint: NodeJS.Timeout | null = null;

  /** @param patience milliseconds until a statement that meets a lock fails */
  constructor(open: () => Sqlite.Database, patience = PATIENCE) {
    this.#open = open;
    this.#patience = patience;
  }

  async init(): Promise<void> {
    const file = await this.patiently(this.#open);
    this.#file = file;
    this.#identity = file.memory ? null : identityOf(file.name);
    this.#flushLater();
  }

  async acquireConnection(): Promise<Connection> {
    return new Connection(this, this.#turns);
  }

  async beginTransaction(connection: Connection): Promise<void> {
    await connection.begin();
  }

  async commitTransaction(connection: Connection): Promise<void> {
    await connection.commit();
  }

  async rollbackTransaction(connection: Connection): Promise<void> {
    connection.rollback();
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#closing.abort();
    if (this.#checkpoint !== null) clearTimeout(this.#checkpoint);
    await this.flush();
    this.#file?.close();
  }

  /**
   * Runs a statement at once.
   *
   * @throws SqliteError `SQLITE_BUSY` at a lock; `SQLITE_READONLY_DBMOVED` if the file was deleted or replaced, because
   *   what is written then would be lost
   */
  run<R>(sql: string, parameters: readonly unknown[] = []): QueryResult<R> {
    const file = this.#file;
    if (file === null) throw new Error('the database is not open');
    // A transaction was checked at its start.
    if (this.#identity !== null && !file.inTransaction && this.#identity !== identityOf(file.name))
      throw new Sqlite.SqliteError('the file was deleted or replaced', 'SQLITE_READONLY_DBMOVED');
    const statement = file.prepare<unknown[], R>(sql);
    if (!statement.readonly) this.#flushLater();
    if (statement.reader) return { rows: statement.all(parameters) };
    const { changes, lastInsertRowid } = statement.run(parameters);
    return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] };
  }

  /** SQLite itself ends a transaction when the disk is full. */
  get inTransaction(): boolean {
    return this.#file?.inTransaction === true;
  }

  async patiently<T>(work: () => T | Promise<T>): Promise<T> {
    const end = performance.now() + this.#patience;
    const { signal } = this.#closing;
    for (let wait = FIRST_PAUSE; ; wait = Math.min(2 * wait, LAST_PAUSE)) {
      try {
        return await work();
      } catch (error) {
        if (!isBusy(error) || performance.now() >= end) throw error;
        await pause(wait, undefined, { signal }).catch(() => {
          throw error;
        });
      }
    }
  }

  /** Copies the write-ahead log into the file, so that a copy of it is complete. */
  async flush(): Promise<void> {
    const release = await this.#turns.take();
    const copied = this.#copyLog();
    release();
    if (!copied) this.#flushLater();
  }

  #flushLater(): void {
    if (this.#closing.signal.aborted) return;
    this.#checkpoint ??= setTimeout(() => {
      this.#checkpoint = null;
      void this.flush();
    }, CHECKPOINT_AFTER).unref();
  }

  /** @returns false if pages are left: another process reads an older state, or the disk is full */
  #copyLog(): boolean {
    try {
      const done = this.#file?.prepare<[], Checkpoint>('pragma wal_checkpoint(passive)').get();
      return done === undefined || (done.busy === 0 && done.log === done.checkpointed);
    } catch {
      return false;
    }
  }
}

/** One statement at a time; none of others inside a transaction. */
class Connection implements DatabaseConnection {
  readonly #driver: SqliteDriver;
  readonly #turns: Turns;
  /** Ends the turn of a transaction. */
  #release: (() => void) | null = null;

  constructor(driver: SqliteDriver, turns: Turns) {
    this.#driver = driver;
    this.#turns = turns;
  }

  executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return this.#driver.patiently(async () => {
      if (this.#release !== null) return this.#driver.run<R>(sql, parameters);
      const release = await this.#turns.take();
      try {
        return this.#driver.run<R>(sql, parameters);
      } finally {
        release();
      }
    });
  }

  /** Takes the write lock at once: after a read SQLite would refuse it if another process had written meanwhile. */
  begin(): Promise<void> {
    return this.#driver.patiently(async () => {
      const release = await this.#turns.take();
      try {
        this.#driver.run('begin immediate');
      } catch (error) {
        release();
        throw error;
      }
      this.#release = release;
    });
  }

  async commit(): Promise<void> {
    await this.#driver.patiently(() => this.#driver.run('commit'));
    this.#end();
  }

  /** If SQLite has rolled back already, a second rollback would fail and hide the first error. */
  rollback(): void {
    try {
      if (this.#driver.inTransaction) this.#driver.run('rollback');
    } finally {
      this.#end();
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncGenerator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }

  #end(): void {
    this.#release?.();
    this.#release = null;
  }
}

/** One caller at a time, in order. */
class Turns {
  #last: Promise<void> = Promise.resolve();

  async take(): Promise<() => void> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    return resolve;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/** Device and inode, which SQLite compares too; null if the file is missing. */
function identityOf(path: string): string | null {
  const about = statSync(path, { throwIfNoEntry: false });
  return about === undefined ? null : `${about.dev} ${about.ino}`;
}
