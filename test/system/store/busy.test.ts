import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Ledger } from '../../../src/delivery/ledger/ledger.ts';
import { UserError } from '../../../src/errors.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import { type Database, openDatabase, storeError } from '../../../src/store/database.ts';
import { InvocationStore } from '../../../src/store/kept-invocations.ts';
import type { Schema } from '../../../src/store/schema.ts';
import { sqliteEngine } from '../../../src/store/sqlite.ts';
import { Child } from '../../support/child.ts';
import { sqliteFile } from '../../support/databases.ts';
import { dayAfter, listing, NOW, subscribe } from '../../unit/store/samples.ts';

const CHILD = import.meta.resolve('./child.ts');
const digest = { date: '2024-12-06', listings: [listing('2412.00001')] };
const POLL = { timeout: 10_000 };
const fileOf = (url: string) => url.replace('sqlite:', '');

async function open(url: string): Promise<Database> {
  const database = await openDatabase(url);
  onTestFinished(() => database.destroy());
  return database;
}

/** A store with a digest and two subscriptions. */
async function filled(): Promise<{ url: string; database: Database }> {
  const url = await sqliteFile();
  const database = await open(url);
  await new ArchiveStore(database).put(digest, new Date(NOW));
  await subscribe(database, ['10', '11']);
  return { url, database };
}

/** Another process that holds the lock of the file until `go`. */
async function lock(url: string, kind: 'immediate' | 'exclusive'): Promise<Child> {
  const child = new Child(CHILD, ['lock', url, kind]);
  await child.said(/ready/);
  return child;
}

describe('a SQLite file that another process has locked', () => {
  test('can be read meanwhile, and waiting writes are done once the lock is released', async () => {
    const { url, database } = await filled();
    const store = new ArchiveStore(database);
    const other = await lock(url, 'immediate');
    let written = 0;
    const days = Array.from({ length: 30 }, (_, n) => dayAfter('2025-01-01', n));
    const writes = [
      ...days.map((date) => store.put({ ...digest, date }, new Date(NOW))),
      new InvocationStore(database).keep(new Map([['key', 'line']]), new Date(NOW)),
      subscribe(database, ['12', '13']),
    ].map((work) => work.then(() => (written += 1)));
    // A write that kept the process waiting would never let these come to an end: the lock goes only after them.
    for (let reads = 0; reads < 100; reads += 1) {
      expect((await store.hashes()).size).toBe(1);
      expect(await new Ledger(database).oldestDue()).toBeNull();
      await setImmediate();
    }
    expect(written).toBe(0);
    other.go();
    await Promise.all(writes);
    expect((await store.hashes()).size).toBe(31);
    expect(await new InvocationStore(database).recall('key', new Date(NOW))).toBe('line');
    const { rows } = await sql<{ n: number }>`select count(*) as n from subscriptions`.execute(database);
    expect(rows).toEqual([{ n: 4 }]);
  });

  test('also for readers, is read once the lock is released', async () => {
    const { url, database } = await filled();
    await database.destroy();
    const other = await lock(url, 'exclusive');
    const opening = open(url);
    for (let turns = 0; turns < 100; turns += 1) await setImmediate();
    other.go();
    expect((await new ArchiveStore(await opening).hashes()).size).toBe(1);
  });

  test('fails in the end, with a clear error', async () => {
    const { url } = await filled();
    const other = await lock(url, 'immediate');
    const patient = new Kysely<Schema>({ dialect: sqliteEngine(url, 50).dialect });
    onTestFinished(() => patient.destroy());
    const put = new ArchiveStore(patient).put({ ...digest, date: '2025-01-01' }, new Date(NOW));
    await expect(put).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    expect((await new ArchiveStore(patient).hashes()).size).toBe(1);
    other.go();
    await other.ended();
    await new ArchiveStore(patient).put({ ...digest, date: '2025-01-01' }, new Date(NOW));
  });

  test('is no longer waited for when the program ends', async () => {
    const { url, database } = await filled();
    await lock(url, 'immediate');
    const put = new ArchiveStore(database).put({ ...digest, date: '2025-01-01' }, new Date(NOW));
    const failed = expect(put).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    await setImmediate();
    await database.destroy();
    await failed;
  });
});

describe('a SQLite file that is taken away while it is open', () => {
  const attempts = (database: Database) => [
    new ArchiveStore(database).put({ ...digest, date: '2025-01-01' }, new Date(NOW)),
    new ArchiveStore(database).hashes(),
  ];

  test.each([
    ['deleted', (file: string) => rmSync(file)],
    [
      'replaced',
      (file: string) => {
        copyFileSync(file, `${file}.copy`);
        renameSync(`${file}.copy`, file);
      },
    ],
  ])('is unusable once it is %s, so that no write is lost', async (_how, takeAway) => {
    const { url, database } = await filled();
    takeAway(fileOf(url));
    for (const attempt of attempts(database)) {
      const error = await attempt.then(
        () => null,
        (thrown: unknown) => storeError(thrown, database),
      );
      expect(error).toBeInstanceOf(UserError);
      expect(error).toMatchObject({ values: { reason: 'the file was deleted or replaced' } });
    }
  });

  test('is used again when it is back', async () => {
    const { url, database } = await filled();
    renameSync(fileOf(url), `${fileOf(url)}.away`);
    await Promise.allSettled(attempts(database));
    renameSync(`${fileOf(url)}.away`, fileOf(url));
    await Promise.all(attempts(database));
    expect((await new ArchiveStore(database).hashes()).size).toBe(2);
  });
});

describe('a plain copy of a SQLite file, without its log', () => {
  /** @returns the days that the file alone holds; none where it has no tables */
  function daysIn(file: string): readonly unknown[] {
    copyFileSync(file, `${file}.copy`);
    const copy = new Sqlite(`${file}.copy`);
    try {
      return copy.prepare('select day from digests order by day').pluck().all();
    } catch {
      return [];
    } finally {
      copy.close();
    }
  }

  test('has everything written so far, while the store is open', async () => {
    const { url, database } = await filled();
    await expect.poll(() => daysIn(fileOf(url)), POLL).toEqual(['2024-12-06']);
    await new ArchiveStore(database).put({ ...digest, date: '2025-01-01' }, new Date(NOW));
    await expect.poll(() => daysIn(fileOf(url)), POLL).toEqual(['2024-12-06', '2025-01-01']);
  });

  test('has everything when the store is closed while another process has it open', async () => {
    const { url, database } = await filled();
    const other = new Child(CHILD, ['put', url, '2025-01-01', String(NOW)]);
    await other.said(/ready/);
    await database.destroy();
    expect(daysIn(fileOf(url))).toEqual(['2024-12-06']);
  });
});
