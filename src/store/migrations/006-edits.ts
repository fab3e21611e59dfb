import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The posted texts by channel, so that their votes can be edited. */
export const edits: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`create table shown_posts (
      key text primary key, body text not null, kept_at bigint not null)`.execute(database);
    await sql`alter table deliveries add column shown text`.execute(database);
    await sql`alter table deliveries add column shown_role text`.execute(database);
    await sql`alter table deliveries add column edited_at bigint`.execute(database);
    await indexShownPosts(database);
  },
};

export async function indexShownPosts(database: Kysely<unknown>): Promise<void> {
  await sql`create index deliveries_shown on deliveries (shown, settled_at) where shown is not null`.execute(
    database,
  );
}
