import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import { type Database, openDatabase, storeError } from '../../../src/store/database.ts';
import { migrations } from '../../../src/store/migrations/index.ts';
import { Child } from '../../support/child.ts';
import { sqliteFile } from '../../support/databases.ts';
import { type Postgres, postgresPrograms, startPostgres } from '../../support/postgres.ts';
import { listing, NOW } from '../../unit/store/samples.ts';

const CHILD = import.meta.resolve('../../system/store/child.ts');
const digest = { date: '2024-12-06', listings: [listing('2412.00001')] };
const put = (database: Database) => new ArchiveStore(database).put(digest, new Date(NOW));

/** @returns the UserError that opening, or using, the store is told with */
async function refusal(work: Promise<unknown>, database?: Database): Promise<UserError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => (database === undefined ? thrown : storeError(thrown, database)),
  );
  if (!(error instanceof UserError)) throw new Error('no UserError', { cause: error });
  expect(error.key).toBe('errors.store.unusable');
  return error;
}

/** Brings the tables up to date from several processes at the same moment. */
async function migrateAtOnce(url: string, processes: number): Promise<void> {
  const children = Array.from({ length: processes }, () => new Child(CHILD, ['migrate', url]));
  await Promise.all(children.map((child) => child.said(/ready/)));
  for (const child of children) child.go();
  expect(await Promise.all(children.map((child) => child.ended()))).toEqual(children.map(() => 0));
  for (const { lines } of children) expect(lines).toEqual(['ready', 'empty true']);
}

async function migrationsOf(url: string): Promise<unknown> {
  const database = await openDatabase(url);
  onTestFinished(() => database.destroy());
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    database,
  );
  return rows.map(({ name }) => name);
}

describe('SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is refused if the file is not a database', async () => {
    writeFileSync(join(folder, 'other.db'), 'hello, I am no database at all, just a text\n'.repeat(50));
    const { values } = await refusal(openDatabase(`sqlite:${folder}/other.db`));
    expect(values).toEqual({ path: `${folder}/other.db`, reason: 'file is not a database' });
  });

  test('is refused if there is a folder in place of the file', async () => {
    mkdirSync(join(folder, 'folder.db'));
    await refusal(openDatabase(`sqlite:${folder}/folder.db`));
  });

  test('is refused if there is a file in place of the folder', async () => {
    writeFileSync(join(folder, 'file'), '');
    await refusal(openDatabase(`sqlite:${folder}/file/paperboy.db`));
  });

  test('is migrated once by processes that start at the same moment', async () => {
    const url = await sqliteFile();
    await migrateAtOnce(url, 3);
    expect(await migrationsOf(url)).toEqual(Object.keys(migrations));
  });

  test('lets two processes write in turns, even if each reads first', async () => {
    const url = await sqliteFile();
    await migrationsOf(url);
    const children = ['2024-01-01', '2025-01-01'].map(
      (day) => new Child(CHILD, ['put', url, day, String(NOW)]),
    );
    await Promise.all(children.map((child) => child.said(/ready/)));
    for (const child of children) child.go();
    expect(await Promise.all(children.map((child) => child.ended()))).toEqual([0, 0]);
    const database = await openDatabase(url);
    onTestFinished(() => database.destroy());
    expect((await new ArchiveStore(database).hashes()).size).toBe(100);
  });

  test.each([
    ['is full', 'pragma max_page_count = 1', /full/],
    ['can only be read', 'pragma query_only = on', /readonly/],
  ])('reports that it %s, and keeps its data', async (_what, pragma, reason) => {
    const database = await openDatabase(await sqliteFile());
    onTestFinished(() => database.destroy());
    await put(database);
    await sql.raw(pragma).execute(database);
    const long = {
      date: '2024-12-07',
      listings: Array.from({ length: 900 }, (_, n) => listing(`2412.1${n}`)),
    };
    const failed = new ArchiveStore(database).put(long, new Date(NOW));
    expect((await refusal(failed, database)).values.reason).toMatch(reason);
    expect([...(await new ArchiveStore(database).hashes()).keys()]).toEqual(['2024-12-06']);
  });
});

const programs = postgresPrograms();
describe.skipIf(programs === null)('PostgreSQL', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres(programs ?? '');
  });
  afterAll(() => server.close());

  const open = async () => {
    const database = await openDatabase(await server.createDatabase());
    onTestFinished(() => database.destroy());
    return database;
  };

  test('is migrated once by replicas that start at the same moment', async () => {
    const url = await server.createDatabase();
    await migrateAtOnce(url, 4);
    expect(await migrationsOf(url)).toEqual(Object.keys(migrations));
  });

  test('is migrated once by ten that start at the same moment in one process', async () => {
    const url = await server.createDatabase();
    const opened = await Promise.all(Array.from({ length: 10 }, () => openDatabase(url)));
    await Promise.all(opened.map((database) => database.destroy()));
    expect(await migrationsOf(url)).toEqual(Object.keys(migrations));
  });

  test('with an unknown name is refused, without showing the password', async () => {
    const url = await server.createDatabase();
    const secret = url.replace('paperboy@', 'paperboy:s%20ecret@').replace('test_', 'absent_');
    const error = await refusal(openDatabase(`${secret}?application_name=x`));
    expect(error.values.reason).toMatch(/^database "absent_\d+" does not exist$/);
    expect(error.values.path).toBe(url.replace('test_', 'absent_'));
    expect(error.message).not.toMatch(/s%20ecret|s ecret/);
  });

  test('with a role without rights is refused', async () => {
    const url = await server.createDatabase();
    await server.run('create role stranger login');
    const { values } = await refusal(openDatabase(url.replace('paperboy@', 'stranger@')));
    expect(values.reason).toBe('permission denied for schema public');
  });

  test('survives a connection that breaks while idle or in a transaction', async () => {
    const database = await open();
    // Each is waited for until it is gone, in milliseconds.
    const breakAll = () =>
      server.run(`select pg_terminate_backend(pid, 30000) from pg_stat_activity where datname like 'test_%'`);
    await put(database);
    await breakAll();
    const isEmpty = () => new ArchiveStore(database).isEmpty();
    // Whoever uses a broken connection before its end has come here is told so by the statement.
    await expect.poll(isEmpty).toBe(false);
    const within = database.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction);
      await breakAll();
      await sql`select 1`.execute(transaction);
    });
    await refusal(within, database);
    await expect.poll(isEmpty).toBe(false);
  });

  test('that goes away gives a clear error, and works again when it is back', async () => {
    const database = await open();
    await put(database);
    await server.kill();
    const later = { ...digest, date: '2024-12-07' };
    await refusal(new ArchiveStore(database).put(later, new Date(NOW)), database);
    const { values } = await refusal(new ArchiveStore(database).hashes(), database);
    expect(values.reason).toMatch(/ECONNREFUSED/);
    await server.restart();
    expect([...(await new ArchiveStore(database).hashes()).keys()]).toEqual(['2024-12-06']);
  });

  test('that is read-only gives a clear error', async () => {
    const database = await open();
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database);
    await server.run(`alter database ${rows[0]?.name} set default_transaction_read_only = on`);
    await server.run(`select pg_terminate_backend(pid) from pg_stat_activity where datname like 'test_%'`);
    await refusal(
      put(database).catch(() => put(database)),
      database,
    );
  });
});

describe('an address of PostgreSQL', () => {
  test('that is malformed is refused, without showing a possible password', async () => {
    const error = await refusal(openDatabase('postgres://paperboy:p#ss word@host/paperboy'));
    expect(error.message).not.toMatch(/ss word/);
  });

  test('at which nothing listens is refused, with the address', async () => {
    const { values } = await refusal(openDatabase('postgres://paperboy:secret@127.0.0.1:1/paperboy'));
    expect(values).toEqual({
      path: 'postgres://paperboy@127.0.0.1:1/paperboy',
      reason: 'connect ECONNREFUSED 127.0.0.1:1',
    });
  });

  test('of something other than PostgreSQL is refused', async () => {
    const sockets: Socket[] = [];
    const other = createServer((socket) => {
      sockets.push(socket);
      socket.once('data', () => socket.destroy());
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await refusal(openDatabase(`postgres://paperboy@127.0.0.1:${port}/paperboy`));
  });
});
