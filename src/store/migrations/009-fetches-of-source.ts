import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** One fetch per day and source. SQLite cannot change a key in place; all existing rows came from Hugging Face. */
export const fetchesOfSource: Migration = {
  async up(database: Kysely<unknown>) {
    const { schema } = database;
    await schema
      .createTable('fetches_009')
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('fetched_at', 'bigint', (column) => column.notNull())
      .addColumn('papers', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('fetches_one_a_source', ['source', 'day'])
      .execute();
    await sql`insert into fetches_009 (source, day, fetched_at, papers)
      select 'huggingface', day, fetched_at, papers from fetches`.execute(database);
    await schema.dropTable('fetches').execute();
    await schema.alterTable('fetches_009').renameTo('fetches').execute();
  },
};
