import type { Database } from '../../store/database.ts';
import { stop } from '../ledger/open-deliveries.ts';
import { PERSONAL, type Snowflake } from './subscription.ts';

/** How long the settings of a left server are kept, ms. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;

/** Servers that removed the bot. Times are milliseconds since 1970. */
export class Guilds {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Posts nothing to this server until `rejoin`. A server without subscriptions is not stored. */
  async leave(guildId: Snowflake, now: number): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      const rows = await transaction
        .selectFrom('subscriptions')
        .select('id')
        .where('guild_id', '=', guildId)
        .execute();
      if (rows.length === 0) return;
      await transaction
        .insertInto('left_guilds')
        .values({ guild_id: guildId, left_at: now })
        .onConflict((conflict) => conflict.column('guild_id').doNothing())
        .execute();
      await stop(transaction, idsOf(rows), now);
    });
  }

  /** Firings planned before `now` do not count. @returns false if the bot was not away */
  async rejoin(guildId: Snowflake, now: number): Promise<boolean> {
    return this.#database.transaction().execute((transaction) => comeBack(transaction, guildId, now));
  }

  /** Removes all data of servers left 30 days ago. @returns how many servers */
  async purge(now: number): Promise<number> {
    return this.#database.transaction().execute(async (transaction) => {
      const gone = await transaction
        .deleteFrom('left_guilds')
        .where('left_at', '<=', now - KEPT_FOR)
        .returning('guild_id')
        .execute();
      const ids = gone.map(({ guild_id }) => guild_id);
      if (ids.length > 0)
        await transaction.deleteFrom('subscriptions').where('guild_id', 'in', ids).execute();
      return ids.length;
    });
  }

  /** @returns the servers with subscriptions that the bot has not left, as far as the store knows */
  async present(): Promise<Snowflake[]> {
    const rows = await this.#database
      .selectFrom('subscriptions')
      .select('guild_id')
      .distinct()
      .where('guild_id', '!=', PERSONAL)
      .where('guild_id', 'not in', this.#database.selectFrom('left_guilds').select('guild_id'))
      .orderBy('guild_id')
      .execute();
    return rows.map(({ guild_id }) => guild_id);
  }
}

/** @returns false if the bot was not away from this server */
export async function comeBack(transaction: Database, guildId: Snowflake, now: number): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('left_guilds')
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  const back = await transaction
    .updateTable('subscriptions')
    .set({ active_since: now })
    .where('guild_id', '=', guildId)
    .returning('id')
    .execute();
  if (back.length > 0) await stop(transaction, idsOf(back), now);
  return true;
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
