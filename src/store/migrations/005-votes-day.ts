import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The day of the votes in a recorded list, whose hour is unknown. */
export const votesDay: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema.alterTable('digests').addColumn('votes_day', 'text').execute();
  },
};
