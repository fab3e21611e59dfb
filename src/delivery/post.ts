import type { MessageJson } from '../messages/message.ts';
import type { ChannelKind, Snowflake } from './subscriptions/subscription.ts';

export interface Post {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly channelKind: ChannelKind;
  /** Open a thread under the post. Forum posts and threads take none. */
  readonly thread: boolean;
  readonly tagId: Snowflake | null;
  /** Goes into the nonce: posts with the same key are the same post. */
  readonly key: string;
  readonly title: string;
  readonly messages: readonly MessageJson[];
  /** Those that are in the channel already, in order. */
  readonly posted: readonly Snowflake[];
  /** When the first attempt began, milliseconds since 1970; null for a first attempt. */
  readonly firstSentAt: number | null;
  /**
   * When it was due first, milliseconds since 1970; null if a person asked for it. Long after that it may be in the
   * channel although the ledger does not know it: a ledger restored from a backup.
   */
  readonly dueAt: number | null;
  /** None of its messages is older, milliseconds since 1970. */
  readonly notBefore: number;
  readonly leased: () => boolean;
  /** Including this one; each failure waits longer. */
  readonly attempts: number;
  /** A `custom_id` on each message and on no other post, which finds them in a channel's history: `today date=2024-12-06`. */
  readonly mark: string;
}
