import { PERSONAL, type Snowflake } from '../delivery/subscriptions/subscription.ts';
import type { Text } from '../errors.ts';
import type { Database } from '../store/database.ts';
import type { PersonalData } from './port.ts';

/** Replaces the id of a person who had theirs deleted; nobody gets a direct message then. */
export const NO_PERSON: Snowflake = '';

/** Subscriptions that a person set up for servers. They stay; only the person's id is deleted. */
export class SetUpStore implements PersonalData {
  readonly name = 'subscriptions_set_up';
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async shown(person: Snowflake): Promise<readonly Text[]> {
    const count = (await this.#channels(person)).length;
    return count === 0 ? [] : [{ key: 'privacy.setUp', values: { count } }];
  }

  async exported(person: Snowflake): Promise<object | null> {
    const rows = await this.#channels(person);
    return rows.length === 0 ? null : rows;
  }

  async forget(person: Snowflake): Promise<void> {
    await this.#database
      .updateTable('subscriptions')
      .set({ user_id: NO_PERSON })
      .where('user_id', '=', person)
      .where('guild_id', '!=', PERSONAL)
      .execute();
  }

  #channels(person: Snowflake) {
    return this.#database
      .selectFrom('subscriptions')
      .select(['guild_id as server', 'channel_id as channel'])
      .where('user_id', '=', person)
      .where('guild_id', '!=', PERSONAL)
      .orderBy('id')
      .execute();
  }
}
