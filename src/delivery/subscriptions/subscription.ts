import type { Day } from '../../archive/paper.ts';
import type { Language } from '../../language.ts';

/** A Discord id. */
export type Snowflake = string;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The kind of the channel; each has its own way of posting. Of a direct message the channel's id is the person's. */
export type ChannelKind = 'text' | 'announcement' | 'forum' | 'thread' | 'direct';

/** Stands for the server of a direct message, as in Discord's own addresses. */
export const PERSONAL = '@me';

/** How a post shows its papers: a card for each of the first, all in one embed, or their titles alone. */
export const STYLES = ['cards', 'compact', 'titles'] as const;
export type Style = (typeof STYLES)[number];

/** What one edition covers: a day, an ISO week or a month. */
export const EVERY = ['day', 'week', 'month'] as const;
export type Every = (typeof EVERY)[number];

/** The name of an edition in the ledger: `2026-08-20`, `2026-W34` or `2026-08`. */
export type EditionKey = string;

/** Which papers are wanted: options of `/search`, as they were understood. */
export interface PaperFilter {
  readonly query?: string;
  readonly author?: string;
  readonly organization?: string;
  readonly exclude?: string;
  readonly min_votes?: number;
}

/** The admin's settings: where, when and how the digest is posted. */
export interface Settings {
  /** Tells the subscriptions of a channel apart. */
  readonly name: string;
  readonly channelId: Snowflake;
  readonly channelKind: ChannelKind;
  readonly every: Every;
  /** Local time, `HH:MM`. */
  readonly time: string;
  /** An IANA zone, `Asia/Seoul`. */
  readonly zone: string;
  /** Local weekdays on which it fires, ascending; never empty. Nothing to a monthly one. */
  readonly days: readonly Weekday[];
  /** Day of the month on which a monthly one fires, 1 to 31; in a shorter month its last day. */
  readonly monthDay: number;
  readonly style: Style;
  /** Papers with a card of their own, 1 to 10. */
  readonly top: number;
  readonly locale: Language;
  /** The one role a post may mention. */
  readonly roleId: Snowflake | null;
  /** Open a thread under the post. */
  readonly thread: boolean;
  /** A paper that passes any of them is wanted; without any, every paper is. */
  readonly filters: readonly PaperFilter[];
  /** An edition with fewer papers is skipped; at least 1. */
  readonly minPapers: number;
  /** The tag of its posts in a forum. */
  readonly tagId: Snowflake | null;
  /** The heading of its posts, in place of the usual one. */
  readonly title: string | null;
}

/** What a subscription is unless somebody says otherwise. */
export const DAILY = {
  name: 'daily',
  every: 'day',
  monthDay: 1,
  filters: [],
  minPapers: 1,
  tagId: null,
  title: null,
} as const satisfies Partial<Settings>;

/** Why a channel cannot be posted to at present. @see Discord docs, JSON error codes */
export type SuspendReason =
  | 'unknown-channel' // 10003
  | 'unknown-guild' // 10004
  | 'missing-access' // 50001
  | 'missing-permissions' // 50013
  | 'wrong-channel' // 50024, 50008: this kind of channel takes no such message
  | 'invalid-form' // 50035, 50006
  | 'thread-closed' // 50083, 160005
  | 'needs-tag' // 40067: the forum asks for a tag
  | 'blocked-content' // 240000, 200000
  | 'closed-messages' // 50007, 50278: the person takes no direct message
  | 'refused'; // any other 4xx that trying again cannot mend

/** A limit of Discord's that passes: too many active threads (160006), slow mode (20016), too many messages (20028). */
export const PASSING_LIMITS = ['active-threads', 'slow-mode', 'write-limit'] as const;
export type PassingLimit = (typeof PASSING_LIMITS)[number];

/** Whether a mention of a role notifies its members, notifies nobody, or the role is gone. */
export type RoleState = 'notified' | 'silent' | 'gone';

/** A channel's standing order for the digest. A channel may have several, told apart by their names. */
export interface Subscription extends Settings {
  readonly id: string;
  readonly guildId: Snowflake;
  /** The person who set it up; gets a direct message when the server has no system channel. */
  readonly userId: Snowflake;
  readonly state: 'active' | 'paused' | 'suspended';
  readonly suspendedFor: SuspendReason | null;
  /** Milliseconds since 1970, UTC. Firings planned before it do not count: the set-up, or the last `resume`. */
  readonly activeSince: number;
}

/** What could be posted: the digest of a day, or the best of a week or a month. */
export interface Edition {
  readonly key: EditionKey;
  /** Its first and its last day. */
  readonly from: Day;
  readonly to: Day;
  /** Those of its days that are in the store. */
  readonly days: readonly Day[];
  /** Since when all of it is in the store, milliseconds since 1970, UTC. */
  readonly storedAt: number;
}

/** One edition's promise to one channel, as the ledger keeps it. */
export interface Delivery {
  readonly id: string;
  readonly subscriptionId: string;
  readonly edition: EditionKey;
  /** The planned local date it belongs to; null for one that `/digest now` asked for. */
  readonly firing: Day | null;
  readonly state: DeliveryState;
  /** How often it was begun. */
  readonly attempts: number;
  /** When the first attempt began, milliseconds since 1970; null before it. */
  readonly firstSentAt: number | null;
  /** Posted messages, in order; a post of several may be incomplete. */
  readonly messageIds: readonly Snowflake[];
  readonly reason: string | null;
}

export type DeliveryState = 'planned' | 'sending' | 'delivered' | 'retry' | 'skipped' | 'suspended';

/** The outcome of one attempt. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly messageIds: readonly Snowflake[] }
  /** 429, 5xx, network, a `PassingLimit` as the reason. `after`: milliseconds to wait at least. */
  | { readonly kind: 'retry'; readonly after: number; readonly reason: string }
  | { readonly kind: 'suspend'; readonly reason: SuspendReason }
  /** It has too few papers that are wanted. */
  | { readonly kind: 'skip'; readonly reason: 'thin' };
