import type { Database } from '../../store/database.ts';
import type { ChannelKind, Snowflake } from '../subscriptions/subscription.ts';

/** A post in a channel whose votes may be edited. */
export interface Editable {
  readonly id: string;
  readonly channelId: Snowflake;
  readonly channelKind: ChannelKind;
  readonly messageIds: readonly Snowflake[];
  readonly roleId: Snowflake | null;
}

/** How long a post is edited after it was posted, ms. */
const EDITED_FOR = 24 * 60 * 60 * 1000;
/** Minimum time between two edits of a post, ms. */
const EDITED_EVERY = 60 * 60 * 1000;
/** A text that is used again is refreshed after this time, ms; unused texts are deleted after twice that. */
const KEPT_FOR = 24 * 60 * 60 * 1000;

/** Texts of posts that may be edited, each stored once, and which delivery has which. Times are milliseconds since 1970. */
export class VoteEdits {
  readonly #database: Database;
  readonly #kept = new Map<string, number>();

  constructor(database: Database) {
    this.#database = database;
  }

  async keep(key: string, body: string, now: number): Promise<void> {
    if (Math.abs(now - (this.#kept.get(key) ?? Number.NEGATIVE_INFINITY)) < KEPT_FOR) return;
    await this.#database
      .insertInto('shown_posts')
      .values({ key, body, kept_at: now })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ kept_at: now }))
      .execute();
    this.#kept.set(key, now);
  }

  /** @returns the texts of posts that may be edited now, by key */
  async due(now: number): Promise<Map<string, string>> {
    const rows = await this.#database
      .selectFrom('shown_posts')
      .select(['key', 'body'])
      .where('key', 'in', this.#due(now).select('deliveries.shown').distinct())
      .orderBy('key')
      .execute();
    return new Map(rows.map(({ key, body }) => [key, body]));
  }

  /** Takes up to `limit` posts with this text; nobody else gets them within the hour, even if the edit fails. */
  async claim(key: string, limit: number, now: number): Promise<Editable[]> {
    const rows = await this.#database
      .with(
        (cte) => cte('taken').materialized(),
        () =>
          this.#due(now)
            .where('deliveries.shown', '=', key)
            .select('deliveries.id')
            .limit(limit)
            .forUpdate('deliveries')
            .skipLocked(),
      )
      .updateTable('deliveries')
      .set({ edited_at: now })
      .where('id', 'in', ({ selectFrom }) => selectFrom('taken').select('taken.id'))
      .returning(['id', 'subscription_id', 'message_ids', 'shown_role'])
      .execute();
    if (rows.length === 0) return [];
    const subscriptions = await this.#database
      .selectFrom('subscriptions')
      .select(['id', 'channel_id', 'channel_kind'])
      .where(
        'id',
        'in',
        rows.map((row) => row.subscription_id),
      )
      .execute();
    const places = new Map(subscriptions.map((row) => [row.id, row]));
    return rows.flatMap((row) => {
      const place = places.get(row.subscription_id);
      if (place === undefined) return [];
      const { channel_id: channelId, channel_kind: channelKind } = place;
      const messageIds: Snowflake[] = JSON.parse(row.message_ids);
      return [{ id: row.id, channelId, channelKind, messageIds, roleId: row.shown_role }];
    });
  }

  /** Records the text of these posts. @param key null: they can no longer be edited */
  async note(ids: readonly string[], key: string | null): Promise<void> {
    if (ids.length === 0) return;
    await this.#database.updateTable('deliveries').set({ shown: key }).where('id', 'in', ids).execute();
  }

  /** Ends the edits of posts older than a day, and deletes unused texts. */
  async expire(now: number): Promise<void> {
    await this.#database
      .updateTable('deliveries')
      .set({ shown: null })
      .where('shown', 'is not', null)
      .where('settled_at', '<=', now - EDITED_FOR)
      .execute();
    await this.#database
      .deleteFrom('shown_posts')
      .where('kept_at', '<', now - 2 * KEPT_FOR)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('deliveries')
              .select('deliveries.id')
              .whereRef('deliveries.shown', '=', 'shown_posts.key'),
          ),
        ),
      )
      .execute();
    for (const [key, at] of this.#kept) if (Math.abs(now - at) >= KEPT_FOR) this.#kept.delete(key);
  }

  /** Deliveries of the last day whose channels accept posts and that were not edited within the hour. */
  #due(now: number) {
    return this.#database
      .selectFrom('deliveries')
      .innerJoin('subscriptions', 'subscriptions.id', 'deliveries.subscription_id')
      .where('subscriptions.state', '=', 'active')
      .where('subscriptions.guild_id', 'not in', ({ selectFrom }) =>
        selectFrom('left_guilds').select('left_guilds.guild_id'),
      )
      .where('deliveries.shown', 'is not', null)
      .where('deliveries.state', '=', 'delivered')
      .where('deliveries.settled_at', '>', now - EDITED_FOR)
      .where(({ or, eb }) =>
        or([
          eb('deliveries.edited_at', 'is', null),
          eb('deliveries.edited_at', '<=', now - EDITED_EVERY),
          // From a clock that was ahead.
          eb('deliveries.edited_at', '>', now + EDITED_EVERY),
        ]),
      );
  }
}
