import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

import { indexOpenDeliveries } from './002-subscriptions.ts';
import { indexShownPosts } from './006-edits.ts';

const SUBSCRIPTION_COLUMNS = sql.raw(
  'id, guild_id, channel_id, channel_kind, time, zone, days, style, top, locale, role_id, thread, user_id, state, ' +
    'suspended_for, told, active_since',
);
const DELIVERY_COLUMNS = sql.raw(
  'id, subscription_id, firing, state, planned_at, due_at, lease_owner, attempts, first_sent_at, message_ids, reason, ' +
    'settled_at, shown, shown_role, edited_at',
);

/**
 * Several subscriptions of a channel, told apart by name, and editions of a week or a month. SQLite cannot change keys in
 * place. The ledger is copied first, because dropping subscriptions would drop theirs.
 */
export const editions: Migration = {
  async up(database: Kysely<unknown>) {
    const { schema } = database;
    await createSubscriptions(database);
    await createDeliveries(database);
    await sql`insert into subscriptions_012 (${SUBSCRIPTION_COLUMNS}) select ${SUBSCRIPTION_COLUMNS} from subscriptions`.execute(
      database,
    );
    await sql`insert into deliveries_012 (edition, ${DELIVERY_COLUMNS}) select digest, ${DELIVERY_COLUMNS} from deliveries`.execute(
      database,
    );
    await schema.dropTable('deliveries').execute();
    await schema.dropTable('subscriptions').execute();
    await schema.alterTable('subscriptions_012').renameTo('subscriptions').execute();
    await schema.alterTable('deliveries_012').renameTo('deliveries').execute();
    // They were dropped with their tables.
    await indexOpenDeliveries(database);
    await indexShownPosts(database);
  },
};

async function createSubscriptions(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('subscriptions_012')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull().defaultTo('daily'))
    .addColumn('channel_kind', 'text', (column) => column.notNull())
    .addColumn('every', 'text', (column) => column.notNull().defaultTo('day'))
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('days', 'text', (column) => column.notNull())
    .addColumn('month_day', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('style', 'text', (column) => column.notNull())
    .addColumn('top', 'integer', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('role_id', 'text')
    .addColumn('thread', 'integer', (column) => column.notNull())
    .addColumn('filters', 'text', (column) => column.notNull().defaultTo('[]'))
    .addColumn('min_papers', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('tag_id', 'text')
    .addColumn('title', 'text')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('suspended_for', 'text')
    .addColumn('suspended_at', 'bigint')
    .addColumn('told', 'integer', (column) => column.notNull())
    .addColumn('active_since', 'bigint', (column) => column.notNull())
    // The key includes the server, so that nobody can take over a channel by naming it from another server.
    .addUniqueConstraint('subscriptions_one_a_name', ['guild_id', 'channel_id', 'name'])
    .execute();
}

async function createDeliveries(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('deliveries_012')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('subscription_id', 'text', (column) =>
      column.notNull().references('subscriptions_012.id').onDelete('cascade'),
    )
    .addColumn('edition', 'text', (column) => column.notNull())
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
    .addColumn('shown', 'text')
    .addColumn('shown_role', 'text')
    .addColumn('edited_at', 'bigint')
    .addUniqueConstraint('deliveries_once_an_edition', ['subscription_id', 'edition'])
    .addUniqueConstraint('deliveries_once_a_planned_date', ['subscription_id', 'firing'])
    .execute();
}
