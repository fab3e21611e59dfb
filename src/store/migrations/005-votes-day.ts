import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The votes of a recorded list are of some hour of a day, and no instant is to be made up for them. */
export const votesDay: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema.alterTable('digests').addColumn('votes_day', 'text').execute();
  },
};
