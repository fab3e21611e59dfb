import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { madeOnce } from './made-once.ts';
import { initialize, type Postgres, postgresPrograms, startPostgres } from './postgres.ts';

/** Where a test gets its databases. */
export interface Databases {
  readonly kind: 'SQLite' | 'PostgreSQL';
  /** @returns the address of a new database, gone when the test, or on PostgreSQL the file, is over */
  create(): Promise<string>;
  /** Opens a database until the test is over; an empty one without an address. */
  open(url?: string): Promise<Database>;
}

/** Runs tests on SQLite and on PostgreSQL; on the latter only where it is installed. To be called once in a file. */
export function onEachDatabase(tests: (databases: Databases) => void): void {
  describe('on SQLite', () => tests({ kind: 'SQLite', create: sqliteFile, open }));

  const programs = postgresPrograms();
  describe.skipIf(programs === null)('on PostgreSQL', () => {
    let server: Postgres | null = null;
    let shared: string | null = null;
    beforeAll(async () => {
      if (programs !== null) server = await startTestPostgres(programs);
    });
    afterAll(() => server?.close());
    const create = async () => {
      if (server === null) throw new Error('PostgreSQL does not run');
      return server.createDatabase();
    };
    tests({
      kind: 'PostgreSQL',
      create,
      async open(url) {
        if (url !== undefined) return open(url);
        // A new one for each test would take most of the tests' time.
        shared ??= await create();
        const database = await open(shared);
        for (const table of [
          'subscriptions',
          'left_guilds',
          'digests',
          'kept_invocations',
          'feeds',
          'fetches',
          'verdicts',
          'paper_records',
          'summaries',
          'summary_attempts',
          'saved_papers',
        ] as const)
          await database.deleteFrom(table).execute();
        return database;
      },
    });
  });
}

/** A server whose data may be lost, started in a fraction of a second. */
export async function startTestPostgres(programs: string): Promise<Postgres> {
  const from = await madeOnce('postgres', (folder) => initialize(programs, folder));
  return startPostgres(programs, { durable: false, from });
}

async function open(url?: string): Promise<Database> {
  const database = await openDatabase(url ?? (await sqliteFile()));
  onTestFinished(() => database.destroy());
  return database;
}

/** @returns the address of a file that is not there yet, removed when the test is over */
export async function sqliteFile(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return `sqlite:${folder}/new/paperboy.db`;
}
