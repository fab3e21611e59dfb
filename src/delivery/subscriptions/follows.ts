import type { Database } from '../../store/database.ts';
import { newId } from '../../store/id.ts';
import { activeSinceAfter } from '../rules/firing.ts';
import { EVERY_DAY } from '../rules/weekdays.ts';
import { DAILY, type PaperFilter, PERSONAL, type Snowflake, type Subscription } from './subscription.ts';
import { FOLLOWS_MAX, type FollowService, type FollowSettings } from './subscription-port.ts';
import { ACTIVE, readSubscription, writeSettings } from './subscription-row.ts';
import { SubscriptionStore } from './subscription-store.ts';

/** How long follows are kept after a person closed their direct messages, ms. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;

/**
 * Follows of people: one subscription per person, whose channel is the direct message and whose filters are the
 * follows. It goes through the same ledger as the others. Times are milliseconds since 1970, UTC.
 */
export class Follows implements FollowService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async followsOf(person: Snowflake): Promise<Subscription | null> {
    const row = await this.#of(this.#database, person).executeTakeFirst();
    return row === undefined ? null : readSubscription(row);
  }

  async follow(person: Snowflake, filter: PaperFilter, settings: FollowSettings, now: number) {
    return this.#database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('subscriptions')
        .values(newFollower(person, settings, now))
        .onConflict((conflict) => conflict.columns(['guild_id', 'channel_id', 'name']).doNothing())
        .execute();
      const row = await this.#of(transaction, person).forUpdate().executeTakeFirstOrThrow();
      const before = readSubscription(row);
      const isHeld = before.filters.some((one) => keyOf(one) === keyOf(filter));
      if (!isHeld && before.filters.length >= FOLLOWS_MAX)
        return { subscription: before, event: 'full' as const };
      const filters = isHeld ? before.filters : [...before.filters, filter];
      const { time = before.time, zone = before.zone, locale } = settings;
      const after = { ...before, filters, time, zone, locale };
      const activeSince = activeSinceAfter(before, after, now);
      await transaction
        .updateTable('subscriptions')
        .set({ filters: JSON.stringify(filters), time, zone, locale, active_since: activeSince })
        .where('id', '=', before.id)
        .execute();
      return {
        subscription: { ...after, activeSince },
        event: isHeld ? ('already' as const) : ('followed' as const),
      };
    });
  }

  async unfollow(person: Snowflake, filter: PaperFilter): Promise<Subscription | null> {
    return this.#database.transaction().execute(async (transaction) => {
      const row = await this.#of(transaction, person).forUpdate().executeTakeFirst();
      if (row === undefined) return null;
      const before = readSubscription(row);
      const filters = before.filters.filter((one) => keyOf(one) !== keyOf(filter));
      const own = transaction.updateTable('subscriptions').set({ filters: JSON.stringify(filters) });
      if (filters.length > 0) await own.where('id', '=', before.id).execute();
      else await transaction.deleteFrom('subscriptions').where('id', '=', before.id).execute();
      return filters.length > 0 ? { ...before, filters } : null;
    });
  }

  async forget(person: Snowflake): Promise<void> {
    await this.#database
      .deleteFrom('subscriptions')
      .where('guild_id', '=', PERSONAL)
      .where('channel_id', '=', person)
      .execute();
  }

  async seen(person: Snowflake): Promise<void> {
    const suspended = await this.#of(this.#database, person)
      .where('state', '=', 'suspended')
      .executeTakeFirst();
    if (suspended !== undefined) await new SubscriptionStore(this.#database).reinstate(suspended.id);
  }

  /** Removes follows of people whose direct messages were closed 30 days ago. @returns how many people */
  async expire(now: number): Promise<number> {
    const { numDeletedRows } = await this.#database
      .deleteFrom('subscriptions')
      .where('guild_id', '=', PERSONAL)
      .where('state', '=', 'suspended')
      .where('suspended_at', '<=', now - KEPT_FOR)
      .executeTakeFirst();
    return Number(numDeletedRows);
  }

  #of(database: Database, person: Snowflake) {
    return database
      .selectFrom('subscriptions')
      .selectAll()
      .where('guild_id', '=', PERSONAL)
      .where('channel_id', '=', person);
  }
}

function newFollower(
  person: Snowflake,
  { time = '09:00', zone = 'UTC', locale }: FollowSettings,
  now: number,
) {
  return {
    id: newId(now),
    guild_id: PERSONAL,
    user_id: person,
    ...ACTIVE,
    active_since: now,
    ...writeSettings({
      ...DAILY,
      name: 'follows',
      channelId: person,
      channelKind: 'direct',
      time,
      zone,
      days: EVERY_DAY,
      style: 'compact',
      top: 1,
      locale,
      roleId: null,
      thread: false,
    }),
  };
}

function keyOf(filter: PaperFilter): string {
  return JSON.stringify(filter).toLowerCase();
}
