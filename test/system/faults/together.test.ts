import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../../src/store/migrations/index.ts';
import { SEEDS } from '../../support/app.ts';
import { openSandbox } from '../../support/bot.ts';
import { startTestPostgres } from '../../support/databases.ts';
import { type Postgres, postgresPrograms } from '../../support/postgres.ts';
import { Replica } from './replica.ts';

const TIMEOUT = 60_000;
const TIMES = 3;
const WARNING = 40;

const programs = postgresPrograms();
let server: Postgres | null = null;
beforeAll(async () => {
  if (programs !== null) server = await startTestPostgres(programs);
});
afterAll(() => server?.close());

describe.skipIf(programs === null)('two bots that start at the same moment on an empty PostgreSQL', () => {
  test(
    'migrate it once, fill it once, and both run',
    async () => {
      const sandbox = await openSandbox();
      for (let time = 0; time < TIMES; time += 1) {
        const DATABASE_URL = (await server?.createDatabase()) ?? '';
        const discord = { DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl };
        const environment = { ...discord, DATABASE_URL, SEEDS_DIR: SEEDS };
        const replicas = [new Replica(environment), new Replica(environment)];
        onTestFinished(async () => void (await Promise.all(replicas.map((replica) => replica.kill()))));
        await Promise.all(replicas.map((replica) => replica.says('logged in')));
        expect(await column(DATABASE_URL, 'select name from kysely_migration order by name')).toEqual(
          Object.keys(migrations),
        );
        expect(await column(DATABASE_URL, 'select day from digests')).toHaveLength(5);
        expect(await Promise.all(replicas.map((replica) => replica.stop()))).toEqual([0, 0]);
        const complaints = replicas.flatMap(({ lines }) => lines.filter(({ level }) => level >= WARNING));
        expect(complaints).toEqual([]);
      }
    },
    TIMEOUT,
  );
});

async function column(connectionString: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows.flatMap((row) => Object.values(row));
  } finally {
    await client.end();
  }
}
