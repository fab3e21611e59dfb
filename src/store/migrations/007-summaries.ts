import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Summaries that a language model wrote, and each attempt with its tokens. */
export const summaries: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`create table summaries (
      number integer primary key, key text not null unique, paper_id text not null, language text not null,
      input text not null, model text not null, points text not null, made_at bigint not null)`.execute(
      database,
    );
    await sql`create table summary_attempts (
      id text primary key, key text not null, day text not null, outcome text not null, reason text,
      tokens_in integer not null, tokens_out integer not null)`.execute(database);
    await sql`create index summary_attempts_of_key on summary_attempts (key)`.execute(database);
    await sql`create index summary_attempts_of_day on summary_attempts (day)`.execute(database);
  },
};
