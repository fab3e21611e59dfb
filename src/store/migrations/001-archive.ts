import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Digests with their listings, and invocations too long for a `custom_id`. */
export const archive: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`create table digests (day text primary key, hash text not null, stored_at text not null)`.execute(
      database,
    );
    await sql`create table listings (
      day text not null references digests (day) on delete cascade, position integer not null,
      paper_id text not null, title text not null, votes integer, votes_unknown text,
      authors text not null, authors_cut integer not null, media_kind text, media_url text, sections text not null,
      constraint listings_key primary key (day, position),
      constraint listings_once_a_day unique (day, paper_id))`.execute(database);
    await sql`create table kept_invocations (key text primary key, line text not null, expires_at text not null)`.execute(
      database,
    );
  },
};
