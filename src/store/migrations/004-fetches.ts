import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which process follows which source and since which day, and when each day was last read. */
export const fetches: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('feeds')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('since', 'text', (column) => column.notNull())
      .addColumn('lease_owner', 'text')
      .addColumn('lease_until', 'bigint')
      .execute();
    await database.schema
      .createTable('fetches')
      .addColumn('day', 'text', (column) => column.primaryKey())
      .addColumn('fetched_at', 'bigint', (column) => column.notNull())
      .addColumn('papers', 'integer', (column) => column.notNull())
      .execute();
  },
};
