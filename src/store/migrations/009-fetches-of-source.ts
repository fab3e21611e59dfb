import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** One fetch per day and source. SQLite cannot change a key in place; all existing rows came from Hugging Face. */
export const fetchesOfSource: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`create table fetches_009 (
      source text not null, day text not null, fetched_at bigint not null, papers integer not null,
      constraint fetches_one_a_source primary key (source, day))`.execute(database);
    await sql`insert into fetches_009 (source, day, fetched_at, papers)
      select 'huggingface', day, fetched_at, papers from fetches`.execute(database);
    await database.schema.dropTable('fetches').execute();
    await database.schema.alterTable('fetches_009').renameTo('fetches').execute();
  },
};
