import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Digests with their listings, and invocations too long for a `custom_id`. */
export const archive: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('digests')
      .addColumn('day', 'text', (column) => column.primaryKey())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('stored_at', 'text', (column) => column.notNull())
      .execute();
    await database.schema
      .createTable('listings')
      .addColumn('day', 'text', (column) => column.notNull().references('digests.day').onDelete('cascade'))
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('paper_id', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('votes', 'integer')
      .addColumn('votes_unknown', 'text')
      .addColumn('authors', 'text', (column) => column.notNull())
      .addColumn('authors_cut', 'integer', (column) => column.notNull())
      .addColumn('media_kind', 'text')
      .addColumn('media_url', 'text')
      .addColumn('sections', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('listings_key', ['day', 'position'])
      .addUniqueConstraint('listings_once_a_day', ['day', 'paper_id'])
      .execute();
    await database.schema
      .createTable('kept_invocations')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('line', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .execute();
  },
};
