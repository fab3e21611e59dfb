import type { Fetchable } from '../archive/merge/origins.ts';
import type { Day, Origin, PaperId } from '../archive/paper.ts';
import type {
  ChannelKind,
  DeliveryState,
  EditionKey,
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
  verdicts: VerdictRow;
  paper_records: PaperRecordRow;
  summaries: SummaryRow;
  summary_attempts: SummaryAttemptRow;
}

export interface DigestRow {
  day: Day;
  origin: Origin;
  /** Hash of the digest's content; detects changes. */
  hash: string;
  /** ISO 8601, UTC. */
  stored_at: string;
  /**
   * When it could first be posted, that is, had a paper and was final, ISO 8601, UTC; a later correction leaves it.
   * Null until then.
   */
  listed_at: string | null;
  /** Time of the votes in milliseconds since 1970; null for Markdown and where the hour is unknown. */
  votes_at: number | null;
  /** Day of the votes, where the hour is unknown. */
  votes_day: Day | null;
  /** 1 when the list can no longer change; always 1 for Markdown. */
  final: number;
}

export interface ListingRow {
  day: Day;
  origin: Origin;
  /** Place in the digest, from 0. */
  position: number;
  paper_id: PaperId;
  title: string;
  /** Null where unknown; `votes_unknown` then has the digest's wording. */
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

interface KeptInvocationRow {
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
  name: string;
  channel_kind: ChannelKind;
  every: Settings['every'];
  time: string;
  zone: string;
  /** JSON: Weekday[] */
  days: string;
  month_day: number;
  style: Settings['style'];
  top: number;
  locale: Settings['locale'];
  role_id: Snowflake | null;
  /** 1 for true, as `told` */
  thread: number;
  /** JSON: PaperFilter[] */
  filters: string;
  min_papers: number;
  tag_id: Snowflake | null;
  title: string | null;
  user_id: Snowflake;
  state: Subscription['state'];
  suspended_for: SuspendReason | null;
  suspended_at: number | null;
  /** 1 once somebody of the server has been notified of the suspension. */
  told: number;
  /** Milliseconds since 1970, like every `_at` and `_since` of these tables. */
  active_since: number;
}

/** `Delivery`, column by column, and columns for the ledger alone. */
export interface DeliveryRow {
  id: string;
  subscription_id: string;
  edition: EditionKey;
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
  /** Key in `shown_posts` of the posted text, while it may still be edited. */
  shown: string | null;
  /** The role mentioned in it. */
  shown_role: Snowflake | null;
  /** Time of the last edit that was started. */
  edited_at: number | null;
}

/** The text of a post, shared by many channels. */
interface ShownPostRow {
  /** Hash of the body. */
  key: string;
  /** JSON of the message. */
  body: string;
  kept_at: number;
}

/** A server that removed the bot. */
interface LeftGuildRow {
  guild_id: Snowflake;
  left_at: number;
}

/** The lease of work that only one process may do: polling a source, or writing summaries. */
interface LeaseRow {
  name: string;
  /** For a source the first day to fetch; for summaries the day they were first written. */
  since: Day;
  /** The current owner, and the end of its lease in milliseconds since 1970. */
  lease_owner: string | null;
  lease_until: number | null;
}

/** The last complete fetch of a day from a source. */
interface FetchRow {
  source: Fetchable;
  day: Day;
  /** Milliseconds since 1970. */
  fetched_at: number;
  papers: number;
}

/** The answer of a source that was asked for a paper by id. */
export interface PaperRecordRow {
  paper_id: PaperId;
  source: Fetchable;
  /** When it was asked last, and when it told something last, in milliseconds since 1970. */
  read_at: number;
  told_at: number | null;
  /** From 1, in the order in which records changed; null where the source did not know the paper. */
  number: number | null;
  /** JSON: Listing; null where the source did not know the paper. */
  listing: string | null;
}

/** Whether the summary of a paper may describe another one. */
interface VerdictRow {
  paper_id: PaperId;
  /** `DOUBT_RULES`, by which it was decided. */
  rules: number;
  /** 1 when it may; 0 also for a paper without a summary. */
  doubtful: number;
}

/** A model's summary that passed the checks. */
export interface SummaryRow {
  /** From 1 without gaps, in order of writing. */
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
  /** The day in UTC whose token budget it used. */
  day: Day;
  outcome: 'written' | 'refused' | 'failed' | 'unanswered';
  /** Why no summary was written; null if one was. */
  reason: string | null;
  tokens_in: number;
  tokens_out: number;
}
