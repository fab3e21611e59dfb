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

export interface Destination {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly roleId: Snowflake | null;
}

/** A destination as Discord has it now. */
export interface DestinationNow {
  /** Null if no digest can be posted to this kind. */
  readonly kind: ChannelKind | null;
  /** Null if the role is gone or none was asked for. */
  readonly role: { readonly mentionable: boolean } | null;
}

/** Knows channels and roles as they are now. Times are milliseconds since 1970. */
export interface Destinations {
  /** @returns null if this process has not seen the channel */
  seen(destination: Destination): DestinationNow | null;
  /** @param leased checked before each request; once false, throws LeaseEnded @returns null if Discord does not answer */
  now(destination: Destination, now: number, leased?: () => boolean): Promise<DestinationNow | null>;
  /** Whether a post notifies its role; null without a role or if Discord does not answer. */
  roleNow(destination: Destination, now: number): Promise<RoleState | null>;
  /** The tags of a forum; none for other channels or if Discord does not answer. */
  tagsOf(guildId: Snowflake, channelId: Snowflake, now: number): Promise<readonly ForumTag[]>;
}

export interface MessageRef {
  readonly channelId: Snowflake;
  readonly id: Snowflake;
}

/** `gone`: message, channel or the right to write there is gone; `failed`: a later try may succeed. */
export type EditOutcome = 'edited' | 'gone' | 'failed';

/** What the delivery needs of Discord; `src/discord` implements it. */
export interface Publisher {
  readonly places: Destinations;
  /** Posts are being sent: work without hurry waits. */
  readonly isPosting: boolean;
  /**
   * Sends the messages that are not in the channel yet.
   *
   * @param onPosted awaited after each message; if it throws, the attempt ends
   * @throws LeaseEnded when the lease ended before a request
   */
  post(post: Post, onPosted: (id: Snowflake) => Promise<void>, now: number): Promise<Outcome>;
  edit(message: MessageRef, content: MessageJson): Promise<EditOutcome>;
  /** @returns what the bot lacks in a subscription's channel; null if Discord does not say */
  missingPermissions(subscription: Subscription): Promise<readonly Permission[] | null>;
  /**
   * Writes to a server's system channel, or else to one person.
   *
   * @param direct the text for that person, if it differs
   * @returns false if neither takes it
   */
  notifyAdmins(
    admins: { readonly guildId: Snowflake; readonly userId: Snowflake },
    message: MessageJson,
    direct?: MessageJson,
  ): Promise<boolean>;
}

/** Called when the bot's place or permissions change. Must not throw. */
export interface Watcher {
  /** In one channel or (null) anywhere in the server. */
  onAccessChange(guildId: Snowflake, channelId: Snowflake | null): void;
  onChannelDelete(guildId: Snowflake, channelId: Snowflake): void;
  onGuildDelete(guildId: Snowflake): void;
  /** The bot was added, or it is back: after a login, an outage or a lost session. */
  onGuildCreate(guildId: Snowflake): void;
}
