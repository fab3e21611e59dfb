import type { MessageJson } from '../messages/message.ts';
import type { Post } from './post.ts';
import type { Permission } from './subscriptions/permissions.ts';
import type {
  ChannelKind,
  Outcome,
  RoleState,
  Snowflake,
  Subscription,
} from './subscriptions/subscription.ts';
import type { ForumTag } from './subscriptions/subscription-port.ts';

/** Where a digest goes, and the role that it mentions. */
export interface Destination {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly roleId: Snowflake | null;
}

/** A destination as Discord has it now. */
export interface DestinationNow {
  /** Null for a kind that no digest can be posted to. */
  readonly kind: ChannelKind | null;
  /** Null when the role is gone, and when none was asked for. */
  readonly role: { readonly mentionable: boolean } | null;
}

/** Knows what channels and roles are now. Times are milliseconds since 1970. */
export interface Destinations {
  /** @returns null where this process has not seen the channel */
  seen(destination: Destination): DestinationNow | null;
  /**
   * @param leased asked as each request leaves; once false, the call ends with LeaseEnded
   * @returns null when Discord does not answer
   */
  now(destination: Destination, now: number, leased?: () => boolean): Promise<DestinationNow | null>;
  /** Whether a post notifies its role; null without a role or when Discord does not answer. */
  roleNow(destination: Destination, now: number): Promise<RoleState | null>;
  /** The tags of a forum; none for another channel, and when Discord does not answer. */
  tagsOf(guildId: Snowflake, channelId: Snowflake, now: number): Promise<readonly ForumTag[]>;
}

/** One of the bot's messages. */
export interface MessageRef {
  readonly channelId: Snowflake;
  readonly id: Snowflake;
}

/**
 * The result of an edit. `gone`: message or channel are gone, or the bot may no longer write there; `failed`: a later try
 * may succeed.
 */
export type EditOutcome = 'edited' | 'gone' | 'failed';

/** What the delivery needs of Discord; `src/discord` implements it. */
export interface Publisher {
  readonly places: Destinations;
  /** Whether posts are being sent: work without hurry waits for them. */
  readonly isPosting: boolean;
  /**
   * Sends what is not yet in the channel, and says what came of it.
   *
   * @param stood awaited after each message, before the next is sent; what it throws ends the attempt
   * @param now milliseconds since 1970
   * @throws LeaseEnded when a request was held back because the delivery's lease has ended
   */
  post(post: Post, stood: (id: Snowflake) => Promise<void>, now: number): Promise<Outcome>;
  /** Replaces one of the bot's own messages. */
  edit(message: MessageRef, content: MessageJson): Promise<EditOutcome>;
  /** @returns the permissions that a subscription's channel denies the bot; null where Discord does not say */
  missingPermissions(subscription: Subscription): Promise<readonly Permission[] | null>;
  /**
   * Tells a server's admins: in its system channel, or else one person by direct message.
   *
   * @param direct what that person is told, where it differs
   * @returns false when neither takes it
   */
  notifyAdmins(
    admins: { readonly guildId: Snowflake; readonly userId: Snowflake },
    message: MessageJson,
    direct?: MessageJson,
  ): Promise<boolean>;
}

/** Called when what the bot may do, or where it is, changes. Must not throw. */
export interface Watcher {
  /** Permissions or rules may be others now, in one channel or (null) anywhere in the server. */
  onAccessChange(guildId: Snowflake, channelId: Snowflake | null): void;
  /** A channel or a thread is gone. */
  onChannelDelete(guildId: Snowflake, channelId: Snowflake): void;
  /** The bot was removed. Not called for an outage. */
  onGuildDelete(guildId: Snowflake): void;
  /** The bot was added, or it is back: after a login, an outage or a lost session. */
  onGuildCreate(guildId: Snowflake): void;
}
