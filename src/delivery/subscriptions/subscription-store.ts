import type { Database } from '../../store/database.ts';
import { newId } from '../../store/id.ts';
import type { SubscriptionRow } from '../../store/schema.ts';
import { type PlacedSubscription, readPages } from '../ledger/due-state.ts';
import { reopen, stop } from '../ledger/open-deliveries.ts';
import { activeSinceAfter } from '../rules/firing.ts';
import { comeBack } from './guilds.ts';
import {
  type ChannelKind,
  PERSONAL,
  type Settings,
  type Snowflake,
  type Subscription,
  type SuspendReason,
} from './subscription.ts';
import { ACTIVE, readSubscription, writeSettings } from './subscription-row.ts';

interface Subscriber {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
  readonly now: number;
}

/** Subscriptions of channels. Times are milliseconds since 1970, UTC. */
export class SubscriptionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Subscribes a channel, or changes its subscription of the same name, which keeps its id, its ledger and (unless the
   * plan changes) its `activeSince`. A suspended one becomes active; a paused one stays paused.
   */
  async put(
    settings: Settings,
    { guildId, userId, now }: Subscriber,
  ): Promise<{ subscription: Subscription; created: boolean }> {
    const id = newId(now);
    return this.#database.transaction().execute(async (transaction) => {
      // A request from this server proves that the bot is there.
      await comeBack(transaction, guildId, now);
      const inserted = await transaction
        .insertInto('subscriptions')
        .values({
          id,
          guild_id: guildId,
          user_id: userId,
          active_since: now,
          ...ACTIVE,
          ...writeSettings(settings),
        })
        .onConflict((conflict) => conflict.columns(['guild_id', 'channel_id', 'name']).doNothing())
        .returningAll()
        .executeTakeFirst();
      if (inserted !== undefined) return { subscription: readSubscription(inserted), created: true };
      const held = await transaction
        .selectFrom('subscriptions')
        .selectAll()
        .where('guild_id', '=', guildId)
        .where('channel_id', '=', settings.channelId)
        .where('name', '=', settings.name)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const active_since = activeSinceAfter(readSubscription(held), settings, now);
      // A daily post must not be skipped for a weekly one, or the other way round.
      if (held.every !== settings.every) await stop(transaction, [held.id], now);
      const changed = await transaction
        .updateTable('subscriptions')
        .set({ ...writeSettings(settings), active_since, ...(held.state === 'suspended' ? ACTIVE : {}) })
        .where('id', '=', held.id)
        .returningAll()
        .executeTakeFirstOrThrow();
      if (held.state === 'suspended') await reopen(transaction, held.id);
      return { subscription: readSubscription(changed), created: false };
    });
  }

  async languages(): Promise<Settings['locale'][]> {
    const rows = await this.#database
      .selectFrom('subscriptions')
      .select('locale')
      .distinct()
      .where('state', '=', 'active')
      .orderBy('locale')
      .execute();
    return rows.map(({ locale }) => locale);
  }

  async get(id: string): Promise<Subscription | null> {
    return (await this.getAll([id])).get(id) ?? null;
  }

  async getAll(ids: readonly string[]): Promise<Map<string, Subscription>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#all().where('id', 'in', ids).execute();
    return new Map(rows.map((row) => [row.id, readSubscription(row)]));
  }

  async named(guildId: Snowflake, channelId: Snowflake, name: string): Promise<Subscription | null> {
    const row = await this.#all()
      .where('guild_id', '=', guildId)
      .where('channel_id', '=', channelId)
      .where('name', '=', name)
      .executeTakeFirst();
    return row === undefined ? null : readSubscription(row);
  }

  async ofChannel(guildId: Snowflake, channelId: Snowflake): Promise<Subscription[]> {
    return (await this.ofGuild(guildId)).filter((one) => one.channelId === channelId);
  }

  async ofGuild(guildId: Snowflake): Promise<Subscription[]> {
    const rows = await this.#all()
      .where('guild_id', '=', guildId)
      .orderBy('channel_id')
      .orderBy('name')
      .execute();
    return rows.map(readSubscription);
  }

  /** Posts nothing until `resume`; ends its open deliveries. @returns false if it is paused or unknown */
  async pause(id: string, now: number): Promise<boolean> {
    const paused = { state: 'paused', suspended_for: null, suspended_at: null } as const;
    return this.#change(id, ['active', 'suspended'], paused, (transaction) => stop(transaction, [id], now));
  }

  /** Firings planned before `now` do not count. @returns false if it was not paused */
  async resume(id: string, now: number): Promise<boolean> {
    return this.#change(id, ['paused'], { state: 'active', active_since: now }, (transaction) =>
      stop(transaction, [id], now),
    );
  }

  /** The channel cannot be posted to. @returns false if it was not active */
  async suspend(id: string, reason: SuspendReason, now: number): Promise<boolean> {
    const suspended = { state: 'suspended', suspended_for: reason, suspended_at: now, told: 0 } as const;
    return this.#change(id, ['active'], suspended);
  }

  /** The channel can be posted to again; firings since `activeSince` count. @returns false if it was not suspended */
  async reinstate(id: string): Promise<boolean> {
    return this.#change(id, ['suspended'], ACTIVE, (transaction) => reopen(transaction, id));
  }

  async noteKind(id: string, kind: ChannelKind): Promise<void> {
    await this.#database
      .updateTable('subscriptions')
      .set({ channel_kind: kind })
      .where('id', '=', id)
      .execute();
  }

  /** Suspended subscriptions in servers that the bot has not left. */
  async suspended(): Promise<Subscription[]> {
    const rows = await this.#all()
      .where('state', '=', 'suspended')
      .where('guild_id', '!=', PERSONAL)
      .where('guild_id', 'not in', this.#database.selectFrom('left_guilds').select('guild_id'))
      .orderBy('id')
      .execute();
    return rows.map(readSubscription);
  }

  /** Records that admins get a notice. @returns true to exactly one caller, who sends it */
  async markTold(id: string): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('subscriptions')
      .set({ told: 1 })
      .where('id', '=', id)
      .where('state', '=', 'suspended')
      .where('told', '=', 0)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Removes it with its deliveries. @returns false if there was none */
  async remove(id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#database
      .deleteFrom('subscriptions')
      .where('id', '=', id)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }

  /** Every active subscription in servers that the bot has not left, with its ledger rows. @param size of a page */
  pages(size: number, now: number): AsyncGenerator<PlacedSubscription[]> {
    return readPages(this.#database, size, now);
  }

  #all() {
    return this.#database.selectFrom('subscriptions').selectAll();
  }

  async #change(
    id: string,
    from: readonly Subscription['state'][],
    set: Partial<SubscriptionRow>,
    then: (transaction: Database) => Promise<void> = async () => undefined,
  ): Promise<boolean> {
    return this.#database.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('subscriptions')
        .set(set)
        .where('id', '=', id)
        .where('state', 'in', from)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await then(transaction);
      return true;
    });
  }
}
