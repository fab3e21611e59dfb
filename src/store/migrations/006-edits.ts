import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The posted texts by channel, so that their votes can be edited. */
export const edits: Migration = {
  async up(database: Kysely<unknown>) {
    const { schema } = database;
    await schema
      .createTable('shown_posts')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('kept_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema.alterTable('deliveries').addColumn('shown', 'text').execute();
    await schema.alterTable('deliveries').addColumn('shown_role', 'text').execute();
    await schema.alterTable('deliveries').addColumn('edited_at', 'bigint').execute();
    await indexShownPosts(database);
  },
};

export async function indexShownPosts(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createIndex('deliveries_shown')
    .on('deliveries')
    .columns(['shown', 'settled_at'])
    .where(sql.ref('shown'), 'is not', null)
    .execute();
}
