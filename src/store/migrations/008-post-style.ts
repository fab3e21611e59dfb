import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The style of a channel's posts. Existing subscriptions keep cards. */
export const postStyle: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .alterTable('subscriptions')
      .addColumn('style', 'text', (column) => column.notNull().defaultTo('cards'))
      .execute();
  },
};
