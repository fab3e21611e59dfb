import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whether each paper's summary may describe another paper. Stored papers are decided at the next start. */
export const verdicts: Migration = {
  async up(database: Kysely<unknown>) {
    const { schema } = database;
    await schema
      .createTable('verdicts')
      .addColumn('paper_id', 'text', (column) => column.primaryKey())
      .addColumn('rules', 'integer', (column) => column.notNull())
      .addColumn('doubtful', 'integer', (column) => column.notNull())
      .execute();
    await schema.createIndex('listings_of_paper').on('listings').column('paper_id').execute();
  },
};
