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

/** The tables. Lists are JSON text on both databases; no query looks into them. */
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
  saved_papers: SavedPaperRow;
}

interface SavedPaperRow {
  person_id: Snowflake;
  paper_id: PaperId;
  /** Milliseconds since 1970. */
  saved_at: number;
}

export interface DigestRow {
  day: Day;
  origin: Origin;
  hash: string;
  /** ISO 8601, UTC. */
  stored_at: string;
  /** When it first had a paper and was final, so that it could be posted; ISO 8601, UTC. Corrections do not change it. */
  listed_at: string | null;
  /** When the votes were counted, milliseconds since 1970; null for Markdown and if only the day is known. */
  votes_at: number | null;
  /** The day of the votes if the hour is unknown. */
  votes_day: Day | null;
  /** 1 if the list no longer changes; always 1 for Markdown. */
  final: number;
}

export interface ListingRow {
  day: Day;
  origin: Origin;
  position: number;
  paper_id: PaperId;
  title: string;
  /** Null if unknown; see `votes_unknown`. */
  votes: number | null;
  votes_unknown: 'dash' | 'missing' | null;
  /** JSON: string[] */
  authors: string;
  /** 1 if the list ends with `+`. */
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
  /** 1 once somebody was notified of the suspension. */
  told: number;
  /** Milliseconds since 1970, like every `_at` and `_since` of these tables. */
  active_since: number;
}

/** A `Delivery`, with columns that only the ledger uses. */
export interface DeliveryRow {
  id: string;
  subscription_id: string;
  edition: EditionKey;
  firing: Day | null;
  state: DeliveryState;
  planned_at: number;
  /** When it can be claimed: when planned, after the wait for a retry, or when its lease ends. Null once it is closed. */
  due_at: number | null;
  /** The process with the lease. */
  lease_owner: string | null;
  attempts: number;
  first_sent_at: number | null;
  /** JSON: Snowflake[] */
  message_ids: string;
  reason: string | null;
  settled_at: number | null;
  /** The key in `shown_posts` of a text that may still be edited. */
  shown: string | null;
  shown_role: Snowflake | null;
  edited_at: number | null;
}

/** The text of a post, which many channels may share. */
interface ShownPostRow {
  key: string;
  body: string;
  kept_at: number;
}

interface LeftGuildRow {
  guild_id: Snowflake;
  left_at: number;
}

/** A lease for polling a source or writing summaries. */
interface LeaseRow {
  name: string;
  since: Day;
  /** The owner, and the end of its lease in milliseconds since 1970. */
  lease_owner: string | null;
  lease_until: number | null;
}

/** The last complete fetch of a day. */
interface FetchRow {
  source: Fetchable;
  day: Day;
  fetched_at: number;
  papers: number;
}

/** A source's answer about a paper. */
export interface PaperRecordRow {
  paper_id: PaperId;
  source: Fetchable;
  /** When it was last asked, and when it last knew the paper; milliseconds since 1970. */
  read_at: number;
  told_at: number | null;
  /** Order of changes, from 1; null if the source did not know the paper. */
  number: number | null;
  /** JSON: Listing; null if the source did not know the paper. */
  listing: string | null;
}

/** Whether a paper's summary may describe another paper. */
interface VerdictRow {
  paper_id: PaperId;
  rules: number;
  /** 1 if it may; else 0. */
  doubtful: number;
}

export interface SummaryRow {
  number: number;
  /** `summaryKey`: the hash of prompt, title, abstract and language. */
  key: string;
  paper_id: PaperId;
  language: Language;
  /** `inputOf`: the hash of title and abstract. */
  input: string;
  model: string;
  /** JSON: { point, text, evidence: string[] }[] */
  points: string;
  made_at: number;
}

export interface SummaryAttemptRow {
  id: string;
  key: string;
  day: Day;
  outcome: 'written' | 'refused' | 'failed' | 'unanswered';
  /** Null if a summary was written. */
  reason: string | null;
  tokens_in: number;
  tokens_out: number;
}
