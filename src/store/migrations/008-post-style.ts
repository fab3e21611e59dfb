import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How a channel's posts look; those that were set up before have cards, as they always had. */
export const postStyle: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .alterTable('subscriptions')
      .addColumn('style', 'text', (column) => column.notNull().defaultTo('cards'))
      .execute();
  },
};
