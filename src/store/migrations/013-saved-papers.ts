import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The papers that people save for themselves. */
export const savedPapers: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`create table saved_papers (
      person_id text not null, paper_id text not null, saved_at bigint not null,
      constraint saved_papers_once primary key (person_id, paper_id))`.execute(database);
  },
};
