import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Subscriptions, the ledger, servers that removed the bot, and when each digest could first be posted. */
export const subscriptions: Migration = {
  async up(database: Kysely<unknown>) {
    await createSubscriptions(database);
    await createDeliveries(database);
    await database.schema
      .createTable('left_guilds')
      .addColumn('guild_id', 'text', (column) => column.primaryKey())
      .addColumn('left_at', 'bigint', (column) => column.notNull())
      .execute();
    await database.schema.alterTable('digests').addColumn('listed_at', 'text').execute();
    await sql`update digests set listed_at = stored_at
      where exists (select 1 from listings where listings.day = digests.day)`.execute(database);
  },
};

async function createSubscriptions(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('subscriptions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('channel_kind', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('days', 'text', (column) => column.notNull())
    .addColumn('top', 'integer', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('role_id', 'text')
    .addColumn('thread', 'integer', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('suspended_for', 'text')
    .addColumn('told', 'integer', (column) => column.notNull())
    .addColumn('active_since', 'bigint', (column) => column.notNull())
    // The key includes the server, so that nobody can take over a channel by naming it from another server.
    .addUniqueConstraint('subscriptions_one_a_channel', ['guild_id', 'channel_id'])
    .execute();
}

async function createDeliveries(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('deliveries')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('subscription_id', 'text', (column) =>
      column.notNull().references('subscriptions.id').onDelete('cascade'),
    )
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('firing', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('planned_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('lease_owner', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('first_sent_at', 'bigint')
    .addColumn('message_ids', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('settled_at', 'bigint')
    .addUniqueConstraint('deliveries_once_a_digest', ['subscription_id', 'digest'])
    .addUniqueConstraint('deliveries_once_a_firing', ['subscription_id', 'firing'])
    .execute();
  await indexOpenDeliveries(database);
}

/** Few deliveries are open at a time, so these partial indexes stay small over the years. */
export async function indexOpenDeliveries(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createIndex('deliveries_due')
    .on('deliveries')
    .columns(['due_at', 'id'])
    .where(sql.ref('due_at'), 'is not', null)
    .execute();
  await database.schema
    .createIndex('deliveries_open')
    .on('deliveries')
    .columns(['subscription_id', 'due_at'])
    .where(sql.ref('due_at'), 'is not', null)
    .execute();
  // Whether a subscription ever posted, without years of skipped deliveries.
  await database.schema
    .createIndex('deliveries_not_skipped')
    .on('deliveries')
    .column('subscription_id')
    .where(sql.ref('state'), '!=', 'skipped')
    .execute();
  // Replicas that claim two deliveries of one channel at once do not see each other's claim; this index does.
  await database.schema
    .createIndex('deliveries_one_at_a_time')
    .unique()
    .on('deliveries')
    .column('subscription_id')
    .where(sql.ref('state'), '=', 'sending')
    .execute();
}
