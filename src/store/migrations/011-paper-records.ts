import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Sources' answers to requests for papers by id. */
export const paperRecords: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`create table paper_records (
      paper_id text primary key, source text not null, read_at bigint not null, number integer unique,
      told_at bigint, listing text)`.execute(database);
  },
};
