import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The papers that people save for themselves. */
export const savedPapers: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('saved_papers')
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('paper_id', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('saved_papers_once', ['person_id', 'paper_id'])
      .execute();
  },
};
