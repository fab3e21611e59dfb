import type { Day, Origin, PaperId } from '../archive/paper.ts';
import type {
  ChannelKind,
  DeliveryState,
  Settings,
  Snowflake,
  Subscription,
  SuspendReason,
} from '../delivery/subscriptions/subscription.ts';
import type { Language } from '../language.ts';

/** The tables as Kysely sees them. Lists are JSON text: the same on SQLite and PostgreSQL, and never queried. */
export interface Schema {
  digests: DigestRow;
  listings: ListingRow;
  kept_invocations: KeptInvocationRow;
  subscriptions: SubscriptionRow;
  deliveries: DeliveryRow;
  shown_posts: ShownPostRow;
  left_guilds: LeftGuildRow;
  feeds: LeaseRow;
  fetches: FetchRow;
  summaries: SummaryRow;
  summary_attempts: SummaryAttemptRow;
}

export interface DigestRow {
  day: Day;
  origin: Origin;
  /** Hash of the digest's content, by which a change is seen. */
  hash: string;
  /** ISO 8601, UTC. */
  stored_at: string;
  /**
   * When it could first be posted, that is, had a paper and was final, ISO 8601, UTC; a later correction leaves it.
   * Null until then.
   */
  listed_at: string | null;
  /** Of when the votes are, in milliseconds since 1970; null for Markdown, and where no hour is known. */
  votes_at: number | null;
  /** The day at some hour of which the votes are, where no more is known. */
  votes_day: Day | null;
  /** 1 when the list has settled, as Markdown always has. */
  final: number;
}

export interface ListingRow {
  day: Day;
  origin: Origin;
  /** Place in the digest, from 0. */
  position: number;
  paper_id: PaperId;
  title: string;
  /** Null where unknown; `votes_unknown` then says how the digest puts it. */
  votes: number | null;
  votes_unknown: 'dash' | 'missing' | null;
  /** JSON: string[] */
  authors: string;
  /** 1 when the digest ends the list with `+`. */
  authors_cut: number;
  media_kind: 'image' | 'video' | null;
  media_url: string | null;
  /** JSON: [heading, text][] */
  sections: string;
  /** JSON: Details; null for Markdown. */
  details: string | null;
}

export interface KeptInvocationRow {
  key: string;
  line: string;
  /** ISO 8601, UTC. */
  expires_at: string;
}

/** `Subscription`, column by column. */
export interface SubscriptionRow {
  id: string;
  guild_id: Snowflake;
  channel_id: Snowflake;
  channel_kind: ChannelKind;
  time: string;
  zone: string;
  /** JSON: Weekday[] */
  days: string;
  style: Settings['style'];
  top: number;
  locale: Settings['locale'];
  role_id: Snowflake | null;
  /** 1 for true, as `told` */
  thread: number;
  user_id: Snowflake;
  state: Subscription['state'];
  suspended_for: SuspendReason | null;
  /** 1 when somebody of the server has been told why it is suspended. */
  told: number;
  /** Milliseconds since 1970, UTC, as every other `_at` and `_since` of these tables. */
  active_since: number;
}

/** `Delivery`, column by column, and what the ledger itself needs. */
export interface DeliveryRow {
  id: string;
  subscription_id: string;
  digest: Day;
  firing: Day | null;
  state: DeliveryState;
  planned_at: number;
  /**
   * From when it may be claimed: planned: when it was; retry: after its wait; sending: when the lease ends. Null once
   * there is nothing left to do.
   */
  due_at: number | null;
  /** The process that is sending it. */
  lease_owner: string | null;
  attempts: number;
  first_sent_at: number | null;
  /** JSON: Snowflake[] */
  message_ids: string;
  reason: string | null;
  settled_at: number | null;
  /** The text that stands in the channel, where that is known and may still be edited: `shown_posts.key`. */
  shown: string | null;
  /** The role that stands in it besides. */
  shown_role: Snowflake | null;
  /** When it was last taken to be edited. */
  edited_at: number | null;
}

/** The text of a post, which many channels may have. */
export interface ShownPostRow {
  /** Hash of the body. */
  key: string;
  /** JSON, as the one who posts wrote it. */
  body: string;
  kept_at: number;
}

/** A server that the bot was taken out of. */
export interface LeftGuildRow {
  guild_id: Snowflake;
  left_at: number;
}

/** Work that one process at a time does: a source of digests that is followed, and the writing of summaries. */
export interface LeaseRow {
  name: string;
  /** Of a source the first day that is to be fetched; of summaries the day they were begun. */
  since: Day;
  /** The process that does it at present, and until when nobody else may, in milliseconds since 1970. */
  lease_owner: string | null;
  lease_until: number | null;
}

/** The last time that a day of Hugging Face was read to its end. */
export interface FetchRow {
  day: Day;
  /** Milliseconds since 1970. */
  fetched_at: number;
  papers: number;
}

/** A summary that a language model wrote and that held. */
export interface SummaryRow {
  /** From 1, without gaps, in the order in which they were written. */
  number: number;
  /** `keyOf`: of which words to the model, title, abstract and language. */
  key: string;
  paper_id: PaperId;
  language: Language;
  /** `inputOf`: of which title and abstract. */
  input: string;
  model: string;
  /** JSON: { point, text, evidence: string[] }[] */
  points: string;
  /** Milliseconds since 1970. */
  made_at: number;
}

/** One attempt at a summary. */
export interface SummaryAttemptRow {
  id: string;
  key: string;
  /** The day in UTC whose tokens it took. */
  day: Day;
  outcome: 'written' | 'refused' | 'failed' | 'unanswered';
  /** Why nothing was written, where nothing was. */
  reason: string | null;
  tokens_in: number;
  tokens_out: number;
}
