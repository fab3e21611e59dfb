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

/** The tables, for Kysely. Lists are JSON text, the same on SQLite and PostgreSQL; no query looks into them. */
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

/** A paper that a person saved. */
interface SavedPaperRow {
  person_id: Snowflake;
  paper_id: PaperId;
  /** Milliseconds since 1970. */
  saved_at: number;
}

export interface DigestRow {
  day: Day;
  origin: Origin;
  /** Hash of the digest's content; detects changes. */
  hash: string;
  /** ISO 8601, UTC. */
  stored_at: string;
  /**
   * When the digest first had a paper and was final, so that it could be posted. ISO 8601, UTC; later corrections do not
   * change it. Null until then.
   */
  listed_at: string | null;
  /** When the votes were counted, in milliseconds since 1970; null for Markdown and if the hour is unknown. */
  votes_at: number | null;
  /** The day on which the votes were counted, if the hour is unknown. */
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
  /** Null if unknown; `votes_unknown` then says what the digest has instead. */
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

/** A `Subscription`. */
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
  /** 1 for true, 0 for false. */
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

/** A `Delivery`, with further columns that only the ledger uses. */
export interface DeliveryRow {
  id: string;
  subscription_id: string;
  edition: EditionKey;
  firing: Day | null;
  state: DeliveryState;
  planned_at: number;
  /**
   * From when a process may claim it: at once if planned, after the wait if to be retried, at the end of the lease if being
   * sent. Null once nothing is left to do.
   */
  due_at: number | null;
  /** The process that holds its lease. */
  lease_owner: string | null;
  attempts: number;
  first_sent_at: number | null;
  /** JSON: Snowflake[] */
  message_ids: string;
  reason: string | null;
  settled_at: number | null;
  /** The key of the posted text in `shown_posts`, while it may still be edited. */
  shown: string | null;
  /** The role that the post mentions. */
  shown_role: Snowflake | null;
  /** When the last edit began. */
  edited_at: number | null;
}

/** The text of a post, which many channels may share. */
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

/** A lease for work that only one process may do: polling a source, or writing summaries. */
interface LeaseRow {
  name: string;
  /** The first day to fetch from a source, or the day on which summaries were first written. */
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

/** A source's answer to a request for a paper by id. */
export interface PaperRecordRow {
  paper_id: PaperId;
  source: Fetchable;
  /** When it was last asked, and when it last knew the paper, in milliseconds since 1970. */
  read_at: number;
  told_at: number | null;
  /** From 1, in the order in which records changed; null if the source did not know the paper. */
  number: number | null;
  /** JSON: Listing; null if the source did not know the paper. */
  listing: string | null;
}

/** Whether a paper's summary may describe another paper. */
interface VerdictRow {
  paper_id: PaperId;
  /** The value of `DOUBT_RULES` when it was decided. */
  rules: number;
  /** 1 if it may; 0 if not, and for a paper without a summary. */
  doubtful: number;
}

/** A model's summary that passed the checks. */
export interface SummaryRow {
  /** From 1 without gaps, in order of writing. */
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
  /** Milliseconds since 1970. */
  made_at: number;
}

/** One attempt at a summary. */
export interface SummaryAttemptRow {
  id: string;
  key: string;
  /** The UTC day whose token budget it used. */
  day: Day;
  outcome: 'written' | 'refused' | 'failed' | 'unanswered';
  /** Why no summary was written; null if one was. */
  reason: string | null;
  tokens_in: number;
  tokens_out: number;
}
