import type {
  Delivery,
  EditionKey,
  PaperFilter,
  RoleState,
  Settings,
  Snowflake,
  Subscription,
} from './subscription.ts';

/** A tag of a forum. */
export interface ForumTag {
  readonly id: Snowflake;
  readonly name: string;
}

/** The outcome of posting at once. */
export type PostedNow =
  /** It is in the channel: this message, or an earlier one. */
  | {
      readonly kind: 'delivered' | 'already';
      readonly edition: EditionKey;
      readonly messageId: Snowflake | null;
    }
  /** It is on its way and takes longer than a person should wait for an answer. */
  | { readonly kind: 'waiting'; readonly edition: EditionKey }
  /** It has too few papers that are wanted. */
  | { readonly kind: 'skipped'; readonly edition: EditionKey }
  /** The channel cannot be posted to. */
  | { readonly kind: 'suspended'; readonly edition: EditionKey; readonly subscription: Subscription };

/** Things that a person may follow. */
export const FOLLOWS_MAX = 50;

/** When a person's message comes, and in which language; what is not said stays as it was. */
export interface FollowSettings extends Pick<Settings, 'locale'> {
  readonly time?: string;
  readonly zone?: string;
}

/** Where what people follow is kept. All of a person is one subscription, whose filters are the follows. */
export interface FollowService {
  /** What a person follows, with time, zone and language; null for nothing. */
  followsOf(person: Snowflake): Promise<Subscription | null>;
  follow(
    person: Snowflake,
    filter: PaperFilter,
    settings: FollowSettings,
    now: number,
  ): Promise<{ readonly subscription: Subscription; readonly event: 'followed' | 'already' | 'full' }>;
  /** @returns what is left; null for nothing */
  unfollow(person: Snowflake, filter: PaperFilter): Promise<Subscription | null>;
  /** Deletes all that is stored of what a person follows, with what was sent for it. */
  forget(person: Snowflake): Promise<void>;
  /** The person uses the bot: if their direct messages were closed, they are tried again. */
  seen(person: Snowflake): Promise<void>;
}

/** Where a server's subscriptions are kept and served; commands and the delivery ask here. */
export interface SubscriptionService {
  /** One subscription a channel and name: setting it up again changes it. */
  subscribe(
    settings: Settings,
    by: { readonly guildId: Snowflake; readonly userId: Snowflake; readonly now: number },
  ): Promise<{ readonly subscription: Subscription; readonly created: boolean }>;
  named(guildId: Snowflake, channelId: Snowflake, name: string): Promise<Subscription | null>;
  ofGuild(guildId: Snowflake): Promise<readonly Subscription[]>;
  pause(id: string): Promise<Subscription>;
  /** From `now` on; also takes up a suspended one again. */
  resume(id: string, now: number): Promise<Subscription>;
  /** Removes it and all that was stored with it. */
  remove(id: string): Promise<void>;
  /** The newest delivery that was posted, failed or found too thin; planned and passed-over ones do not count. */
  last(id: string): Promise<Delivery | null>;
  /** When it is posted next, milliseconds since 1970; null while it is paused or suspended. */
  next(subscription: Subscription, now: number): Promise<number | null>;
  /** Whether posts notify the role of a subscription; null without a role or when Discord does not answer. */
  roleNow(subscription: Subscription): Promise<RoleState | null>;
  /** The tags of a forum; none for another channel, and where Discord does not answer. */
  tagsOf(guildId: Snowflake, channelId: Snowflake): Promise<readonly ForumTag[]>;
  /** Posts an edition at once, through the same ledger as every other. */
  postNow(subscription: Subscription, edition: EditionKey): Promise<PostedNow>;
}
