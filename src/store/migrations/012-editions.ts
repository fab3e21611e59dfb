import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const SUBSCRIPTION_COLUMNS = sql.raw(
  'id, guild_id, channel_id, channel_kind, time, zone, days, style, top, locale, role_id, thread, user_id, state, ' +
    'suspended_for, told, active_since',
);
const DELIVERY_COLUMNS = sql.raw(
  'id, subscription_id, firing, state, planned_at, due_at, lease_owner, attempts, first_sent_at, message_ids, reason, ' +
    'settled_at, shown, shown_role, edited_at',
);

/**
 * A channel may have several subscriptions, told apart by name; those there are become "daily". What the ledger promises
 * once is an edition: a day, as it was, or now a week or a month. Keys cannot be changed in place on SQLite, so both
 * tables are made again. The ledger goes first: dropping subscriptions would take theirs with them.
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
    await createIndexes(database);
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
    // With the server in it, nobody's channel can be taken over by naming it from another server.
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

/** The indexes of 002 and 006, which went with their tables. */
async function createIndexes({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createIndex('deliveries_due')
    .on('deliveries')
    .columns(['due_at', 'id'])
    .where(sql.ref('due_at'), 'is not', null)
    .execute();
  await schema
    .createIndex('deliveries_open')
    .on('deliveries')
    .columns(['subscription_id', 'due_at'])
    .where(sql.ref('due_at'), 'is not', null)
    .execute();
  await schema
    .createIndex('deliveries_not_skipped')
    .on('deliveries')
    .column('subscription_id')
    .where(sql.ref('state'), '!=', 'skipped')
    .execute();
  await schema
    .createIndex('deliveries_one_at_a_time')
    .unique()
    .on('deliveries')
    .column('subscription_id')
    .where(sql.ref('state'), '=', 'sending')
    .execute();
  await schema
    .createIndex('deliveries_shown')
    .on('deliveries')
    .columns(['shown', 'settled_at'])
    .where(sql.ref('shown'), 'is not', null)
    .execute();
}
