import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Summaries that a language model wrote, and each attempt with its tokens. */
export const summaries: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('summaries')
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('key', 'text', (column) => column.notNull().unique())
      .addColumn('paper_id', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('input', 'text', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('points', 'text', (column) => column.notNull())
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .execute();
    await database.schema
      .createTable('summary_attempts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('tokens_in', 'integer', (column) => column.notNull())
      .addColumn('tokens_out', 'integer', (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex('summary_attempts_of_key')
      .on('summary_attempts')
      .column('key')
      .execute();
    await database.schema
      .createIndex('summary_attempts_of_day')
      .on('summary_attempts')
      .column('day')
      .execute();
  },
};
