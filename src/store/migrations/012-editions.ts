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
    // The key includes the server, so that nobody can take over a channel by naming it from another server.
    await sql`create table subscriptions_012 (
      id text primary key, guild_id text not null, channel_id text not null, name text not null default 'daily',
      channel_kind text not null, every text not null default 'day', time text not null, zone text not null,
      days text not null, month_day integer not null default 1, style text not null, top integer not null,
      locale text not null, role_id text, thread integer not null, filters text not null default '[]',
      min_papers integer not null default 1, tag_id text, title text, user_id text not null, state text not null,
      suspended_for text, suspended_at bigint, told integer not null, active_since bigint not null,
      constraint subscriptions_one_a_name unique (guild_id, channel_id, name))`.execute(database);
    await sql`create table deliveries_012 (
      id text primary key, subscription_id text not null references subscriptions_012 (id) on delete cascade,
      edition text not null, firing text, state text not null, planned_at bigint not null, due_at bigint,
      lease_owner text, attempts integer not null, first_sent_at bigint, message_ids text not null, reason text,
      settled_at bigint, shown text, shown_role text, edited_at bigint,
      constraint deliveries_once_an_edition unique (subscription_id, edition),
      constraint deliveries_once_a_planned_date unique (subscription_id, firing))`.execute(database);
    await sql`insert into subscriptions_012 (${SUBSCRIPTION_COLUMNS})
      select ${SUBSCRIPTION_COLUMNS} from subscriptions`.execute(database);
    await sql`insert into deliveries_012 (edition, ${DELIVERY_COLUMNS})
      select digest, ${DELIVERY_COLUMNS} from deliveries`.execute(database);
    await schema.dropTable('deliveries').execute();
    await schema.dropTable('subscriptions').execute();
    await schema.alterTable('subscriptions_012').renameTo('subscriptions').execute();
    await schema.alterTable('deliveries_012').renameTo('deliveries').execute();
    // They were dropped with their tables.
    await indexOpenDeliveries(database);
    await indexShownPosts(database);
  },
};
