import type {
  Delivery,
  EditionKey,
  PaperFilter,
  RoleState,
  Settings,
  Snowflake,
  Subscription,
} from './subscription.ts';

export interface ForumTag {
  readonly id: Snowflake;
  readonly name: string;
}

/** The outcome of posting at once. */
export type PostedNow =
  /** In the channel: this message, or an earlier one. */
  | {
      readonly kind: 'delivered' | 'already';
      readonly edition: EditionKey;
      readonly messageId: Snowflake | null;
    }
  /** On its way, but longer than a person should wait for an answer. */
  | { readonly kind: 'waiting'; readonly edition: EditionKey }
  /** Fewer papers than the subscription asks for. */
  | { readonly kind: 'skipped'; readonly edition: EditionKey }
  | { readonly kind: 'suspended'; readonly edition: EditionKey; readonly subscription: Subscription };

export const FOLLOWS_MAX = 50;

/** When and in which language a person's message comes; absent values stay as they were. */
export interface FollowSettings extends Pick<Settings, 'locale'> {
  readonly time?: string;
  readonly zone?: string;
}

export interface FollowService {
  /** Null if the person follows nothing. */
  followsOf(person: Snowflake): Promise<Subscription | null>;
  follow(
    person: Snowflake,
    filter: PaperFilter,
    settings: FollowSettings,
    now: number,
  ): Promise<{ readonly subscription: Subscription; readonly event: 'followed' | 'already' | 'full' }>;
  unfollow(person: Snowflake, filter: PaperFilter): Promise<Subscription | null>;
  forget(person: Snowflake): Promise<void>;
  /** The person uses the bot: closed direct messages are tried again. */
  seen(person: Snowflake): Promise<void>;
}

export interface SubscriptionService {
  /** A channel has one subscription per name: setting it up again changes it. */
  subscribe(
    settings: Settings,
    by: { readonly guildId: Snowflake; readonly userId: Snowflake; readonly now: number },
  ): Promise<{ readonly subscription: Subscription; readonly created: boolean }>;
  named(guildId: Snowflake, channelId: Snowflake, name: string): Promise<Subscription | null>;
  ofGuild(guildId: Snowflake): Promise<readonly Subscription[]>;
  pause(id: string): Promise<Subscription>;
  /** Also reinstates a suspended one. */
  resume(id: string, now: number): Promise<Subscription>;
  /** Removes it with its deliveries. */
  remove(id: string): Promise<void>;
  /** The newest delivery that was posted, failed or had too few papers. */
  last(id: string): Promise<Delivery | null>;
  /** Milliseconds since 1970; null while it is paused or suspended. */
  next(subscription: Subscription, now: number): Promise<number | null>;
  /** Whether posts notify the role; null without a role or if Discord does not answer. */
  roleNow(subscription: Subscription): Promise<RoleState | null>;
  /** The tags of a forum; none for other channels or if Discord does not answer. */
  tagsOf(guildId: Snowflake, channelId: Snowflake): Promise<readonly ForumTag[]>;
  postNow(subscription: Subscription, edition: EditionKey): Promise<PostedNow>;
}
