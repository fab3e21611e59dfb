import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whether each paper's summary may describe another paper. Stored papers are decided at the next start. */
export const verdicts: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`create table verdicts (
      paper_id text primary key, rules integer not null, doubtful integer not null)`.execute(database);
    await sql`create index listings_of_paper on listings (paper_id)`.execute(database);
  },
};
