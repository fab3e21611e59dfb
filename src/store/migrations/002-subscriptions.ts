import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Subscriptions, the ledger, servers that removed the bot, and when each digest could first be posted. */
export const subscriptions: Migration = {
  async up(database: Kysely<unknown>) {
    // The key includes the server, so that nobody can take over a channel by naming it from another server.
    await sql`create table subscriptions (
      id text primary key, guild_id text not null, channel_id text not null, channel_kind text not null,
      time text not null, zone text not null, days text not null, top integer not null, locale text not null,
      role_id text, thread integer not null, user_id text not null, state text not null, suspended_for text,
      told integer not null, active_since bigint not null,
      constraint subscriptions_one_a_channel unique (guild_id, channel_id))`.execute(database);
    await sql`create table deliveries (
      id text primary key, subscription_id text not null references subscriptions (id) on delete cascade,
      digest text not null, firing text, state text not null, planned_at bigint not null, due_at bigint,
      lease_owner text, attempts integer not null, first_sent_at bigint, message_ids text not null, reason text,
      settled_at bigint,
      constraint deliveries_once_a_digest unique (subscription_id, digest),
      constraint deliveries_once_a_firing unique (subscription_id, firing))`.execute(database);
    await indexOpenDeliveries(database);
    await sql`create table left_guilds (guild_id text primary key, left_at bigint not null)`.execute(
      database,
    );
    await sql`alter table digests add column listed_at text`.execute(database);
    await sql`update digests set listed_at = stored_at
      where exists (select 1 from listings where listings.day = digests.day)`.execute(database);
  },
};

/** Few deliveries are open at a time, so these partial indexes stay small over the years. */
export async function indexOpenDeliveries(database: Kysely<unknown>): Promise<void> {
  await sql`create index deliveries_due on deliveries (due_at, id) where due_at is not null`.execute(
    database,
  );
  await sql`create index deliveries_open on deliveries (subscription_id, due_at) where due_at is not null`.execute(
    database,
  );
  // Whether a subscription ever posted, without years of skipped deliveries.
  await sql`create index deliveries_not_skipped on deliveries (subscription_id) where state != 'skipped'`.execute(
    database,
  );
  // Replicas that claim two deliveries of one channel at once do not see each other's claim; this index does.
  await sql`create unique index deliveries_one_at_a_time on deliveries (subscription_id) where state = 'sending'`.execute(
    database,
  );
}
