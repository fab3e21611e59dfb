import type { Day } from '../../archive/paper.ts';
import type { Delivery, RoleState, Settings, Snowflake, Subscription } from './subscription.ts';

/** What came of asking for a post at once. */
export type PostedNow =
  /** It stands in the channel: this message, or the one from before. */
  | { readonly kind: 'delivered' | 'already'; readonly digest: Day; readonly messageId: Snowflake | null }
  /** It is on its way and takes longer than a person should wait for an answer. */
  | { readonly kind: 'waiting'; readonly digest: Day }
  /** The channel cannot be posted to. */
  | { readonly kind: 'suspended'; readonly digest: Day; readonly subscription: Subscription };

/** Where a server's subscriptions are kept and served; commands and the delivery ask here. */
export interface SubscriptionService {
  /** One subscription a channel: setting it up again changes it. */
  subscribe(
    settings: Settings,
    by: { readonly guildId: Snowflake; readonly userId: Snowflake; readonly now: number },
  ): Promise<{ readonly subscription: Subscription; readonly created: boolean }>;
  ofChannel(guildId: Snowflake, channelId: Snowflake): Promise<Subscription | null>;
  ofGuild(guildId: Snowflake): Promise<readonly Subscription[]>;
  pause(id: string): Promise<Subscription>;
  /** From `now` on; also takes up a suspended one again. */
  resume(id: string, now: number): Promise<Subscription>;
  /** Removes it and all that was stored with it. */
  remove(id: string): Promise<void>;
  /** The newest delivery that stands or failed; planned ones and skipped ones do not count. */
  last(id: string): Promise<Delivery | null>;
  /** When it is posted next, milliseconds since 1970; null while it is paused or suspended. */
  next(subscription: Subscription, now: number): Promise<number | null>;
  /** Whether posts notify the role of a subscription; null when it has none, or nobody tells at the moment. */
  roleNow(subscription: Subscription): Promise<RoleState | null>;
  /** Posts a digest at once, through the same ledger as every other. */
  postNow(subscription: Subscription, digest: Day): Promise<PostedNow>;
}
