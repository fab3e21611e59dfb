import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** One digest per day and origin. SQLite cannot change a key in place; all existing rows came from Markdown. */
export const origins: Migration = {
  async up(database: Kysely<unknown>) {
    const { schema } = database;
    // PostgreSQL keeps the names of constraints until the old tables are dropped.
    await sql`create table digests_003 (
      day text not null, origin text not null, hash text not null, stored_at text not null, listed_at text,
      votes_at bigint, final integer not null,
      constraint digests_one_an_origin primary key (day, origin))`.execute(database);
    await sql`create table listings_003 (
      day text not null, origin text not null, position integer not null, paper_id text not null,
      title text not null, votes integer, votes_unknown text, authors text not null, authors_cut integer not null,
      media_kind text, media_url text, sections text not null, details text,
      constraint listings_place primary key (day, origin, position),
      constraint listings_once_an_origin unique (day, origin, paper_id),
      constraint listings_of_digest foreign key (day, origin) references digests_003 (day, origin)
        on delete cascade)`.execute(database);
    await sql`insert into digests_003 (day, origin, hash, stored_at, listed_at, final)
      select day, 'markdown', hash, stored_at, listed_at, 1 from digests`.execute(database);
    await sql`insert into listings_003 (day, origin, position, paper_id, title, votes, votes_unknown, authors,
        authors_cut, media_kind, media_url, sections)
      select day, 'markdown', position, paper_id, title, votes, votes_unknown, authors, authors_cut, media_kind,
        media_url, sections from listings`.execute(database);
    await schema.dropTable('listings').execute();
    await schema.dropTable('digests').execute();
    await schema.alterTable('digests_003').renameTo('digests').execute();
    await schema.alterTable('listings_003').renameTo('listings').execute();
  },
};
