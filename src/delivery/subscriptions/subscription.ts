import type { Day } from '../../archive/paper.ts';
import type { Language } from '../../language.ts';

export type Snowflake = string;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Each kind has its own way of posting. The channel id of a direct message is the person's id. */
export type ChannelKind = 'text' | 'announcement' | 'forum' | 'thread' | 'direct';

/** Takes the place of the server of a direct message, as in Discord's URLs. */
export const PERSONAL = '@me';
/** How a post shows papers: a card for each of the first ones, all in one embed, or only titles. */
export const STYLES = ['cards', 'compact', 'titles'] as const;
export type Style = (typeof STYLES)[number];

/** The period of an edition: a day, an ISO week or a month. */
export const EVERY = ['day', 'week', 'month'] as const;
export type Every = (typeof EVERY)[number];

/** `2026-08-20`, `2026-W34` or `2026-08`. */
export type EditionKey = string;

export interface PaperFilter {
  readonly query?: string;
  readonly author?: string;
  readonly organization?: string;
  readonly exclude?: string;
  readonly min_votes?: number;
}

export interface Settings {
  readonly name: string;
  readonly channelId: Snowflake;
  readonly channelKind: ChannelKind;
  readonly every: Every;
  /** Local time, `HH:MM`. */
  readonly time: string;
  /** An IANA zone, `Asia/Seoul`. */
  readonly zone: string;
  /** Local weekdays of its firings, ascending; never empty. A monthly one ignores them. */
  readonly days: readonly Weekday[];
  /** Day of a monthly firing, 1 to 31; a shorter month fires on its last day. */
  readonly monthDay: number;
  readonly style: Style;
  /** Papers with a card, 1 to 10. */
  readonly top: number;
  readonly locale: Language;
  /** The one role a post may mention. */
  readonly roleId: Snowflake | null;
  readonly thread: boolean;
  /** A paper must pass any of them; none lets every paper pass. */
  readonly filters: readonly PaperFilter[];
  /** Editions with fewer papers are skipped; at least 1. */
  readonly minPapers: number;
  /** The tag of its forum posts. */
  readonly tagId: Snowflake | null;
  /** Replaces the usual heading of its posts. */
  readonly title: string | null;
}

export const DAILY = {
  name: 'daily',
  every: 'day',
  monthDay: 1,
  filters: [],
  minPapers: 1,
  tagId: null,
  title: null,
} as const satisfies Partial<Settings>;

/** Why a channel cannot be posted to. @see Discord docs, JSON error codes */
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

/** Limits that pass: too many active threads (160006), slow mode (20016), too many messages (20028). */
export const PASSING_LIMITS = ['active-threads', 'slow-mode', 'write-limit'] as const;
export type PassingLimit = (typeof PASSING_LIMITS)[number];

/** Whether a mention of the role notifies its members; `gone` if the role was deleted. */
export type RoleState = 'notified' | 'silent' | 'gone';

/** A channel's standing order for the digest. */
export interface Subscription extends Settings {
  readonly id: string;
  readonly guildId: Snowflake;
  /** Who set it up; gets a direct message if the server has no system channel. */
  readonly userId: Snowflake;
  readonly state: 'active' | 'paused' | 'suspended';
  readonly suspendedFor: SuspendReason | null;
  /** Set-up or last resume, milliseconds since 1970, UTC. Earlier firings do not count. */
  readonly activeSince: number;
}

export interface Edition {
  readonly key: EditionKey;
  readonly from: Day;
  readonly to: Day;
  /** Its days that are in the store. */
  readonly days: readonly Day[];
  /** When it was complete in the store, milliseconds since 1970, UTC. */
  readonly storedAt: number;
}

/** An edition for a channel, as the ledger keeps it. */
export interface Delivery {
  readonly id: string;
  readonly subscriptionId: string;
  readonly edition: EditionKey;
  /** The local date it was planned for; null if `/digest now` asked for it. */
  readonly firing: Day | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Milliseconds since 1970; null before the first attempt. */
  readonly firstSentAt: number | null;
  /** Posted messages, in order; some may still be missing. */
  readonly messageIds: readonly Snowflake[];
  readonly reason: string | null;
}

export type DeliveryState = 'planned' | 'sending' | 'delivered' | 'retry' | 'skipped' | 'suspended';

export type Outcome =
  | { readonly kind: 'delivered'; readonly messageIds: readonly Snowflake[] }
  /** 429, 5xx, network, or a `PassingLimit` as the reason. `after`: milliseconds to wait at least. */
  | { readonly kind: 'retry'; readonly after: number; readonly reason: string }
  | { readonly kind: 'suspend'; readonly reason: SuspendReason }
  | { readonly kind: 'skip'; readonly reason: 'thin' };
