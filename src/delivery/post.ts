import type { MessageJson } from '../messages/message.ts';
import type { ChannelKind, Snowflake } from './subscriptions/subscription.ts';

/** A post for a channel, and the results of earlier attempts. */
export interface Post {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly channelKind: ChannelKind;
  /** Open a thread under the post. A forum's post is one already, and a thread takes none. */
  readonly thread: boolean;
  /** The tag of a forum's post. */
  readonly tagId: Snowflake | null;
  /** Names the post for the nonce: the same key is the same post. */
  readonly key: string;
  /** Title of a forum's post and of the thread. */
  readonly title: string;
  /** One or more, in order. */
  readonly messages: readonly MessageJson[];
  /** Its messages that are in the channel already, in order. */
  readonly posted: readonly Snowflake[];
  /** When the first attempt began, milliseconds since 1970; null for a first attempt. */
  readonly firstSentAt: number | null;
  /**
   * When it was first to be posted, milliseconds since 1970; null for one that somebody has just asked for. Long after that
   * it may stand already, in spite of a ledger that knows nothing of it: one restored from a backup.
   */
  readonly dueAt: number | null;
  /** No message of it can be older, milliseconds since 1970. */
  readonly notBefore: number;
  /** Whether the ledger lends the delivery to this attempt still. */
  readonly leased: () => boolean;
  /** How often it was begun, this attempt included; failures wait longer with each. */
  readonly attempts: number;
  /**
   * A `custom_id` on each of the messages and on nothing else that the bot posts by itself (answers to people may have
   * it), by which they are found in a channel's history: `today date=2024-12-06`.
   */
  readonly mark: string;
}
