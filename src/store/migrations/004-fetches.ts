import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which process follows which source and since which day, and when each day was last read. */
export const fetches: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`create table feeds (
      name text primary key, since text not null, lease_owner text, lease_until bigint)`.execute(database);
    await sql`create table fetches (
      day text primary key, fetched_at bigint not null, papers integer not null)`.execute(database);
  },
};
