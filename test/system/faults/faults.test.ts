import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestPostgres } from '../../support/databases.ts';
import { type Postgres, postgresPrograms } from '../../support/postgres.ts';
import { play } from './scenario.ts';
import { SHORT } from './scenarios.ts';

const SEED = Date.now() % 1e9;
const TIMEOUT = 120_000;

const programs = postgresPrograms();
let server: Postgres | null = null;
beforeAll(async () => {
  if (programs !== null) server = await startTestPostgres(programs);
});
afterAll(() => server?.close());

describe(`every digest stands in its channel exactly once (seed ${SEED})`, () => {
  for (const scenario of SHORT) {
    const { name, database } = scenario;
    test.skipIf(database === 'PostgreSQL' && programs === null)(
      `${name}, on ${database}`,
      async () => {
        const url = database === 'PostgreSQL' ? await server?.createDatabase() : undefined;
        const { doubled, unleased, missing, complaints } = await play(scenario, SEED, url);
        expect({ doubled, unleased, missing, complaints }).toEqual({
          doubled: 0,
          unleased: 0,
          missing: 0,
          complaints: [],
        });
      },
      TIMEOUT,
    );
  }
});
