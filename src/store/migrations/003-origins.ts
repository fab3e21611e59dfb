import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** One digest per day and origin. SQLite cannot change a key in place; all existing rows came from Markdown. */
export const origins: Migration = {
  async up(database: Kysely<unknown>) {
    const { schema } = database;
    // PostgreSQL keeps the names of constraints until the old tables are dropped.
    await schema
      .createTable('digests_003')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('stored_at', 'text', (column) => column.notNull())
      .addColumn('listed_at', 'text')
      .addColumn('votes_at', 'bigint')
      .addColumn('final', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('digests_one_an_origin', ['day', 'origin'])
      .execute();
    await schema
      .createTable('listings_003')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('paper_id', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('votes', 'integer')
      .addColumn('votes_unknown', 'text')
      .addColumn('authors', 'text', (column) => column.notNull())
      .addColumn('authors_cut', 'integer', (column) => column.notNull())
      .addColumn('media_kind', 'text')
      .addColumn('media_url', 'text')
      .addColumn('sections', 'text', (column) => column.notNull())
      .addColumn('details', 'text')
      .addPrimaryKeyConstraint('listings_place', ['day', 'origin', 'position'])
      .addUniqueConstraint('listings_once_an_origin', ['day', 'origin', 'paper_id'])
      .addForeignKeyConstraint(
        'listings_of_digest',
        ['day', 'origin'],
        'digests_003',
        ['day', 'origin'],
        (key) => key.onDelete('cascade'),
      )
      .execute();
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
