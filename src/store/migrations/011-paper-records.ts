import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Sources' answers to requests for papers by id. */
export const paperRecords: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('paper_records')
      .addColumn('paper_id', 'text', (column) => column.primaryKey())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('read_at', 'bigint', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.unique())
      .addColumn('told_at', 'bigint')
      .addColumn('listing', 'text')
      .execute();
  },
};
