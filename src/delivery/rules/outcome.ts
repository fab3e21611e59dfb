import type { Outcome, PassingLimit, SuspendReason } from '../subscriptions/subscription.ts';

export interface Failure {
  /** HTTP status; absent if no answer came. */
  readonly status?: number;
  readonly code?: number;
  /** The wait that a 429 asks for, ms. */
  readonly retryAfter?: number;
  /** `ECONNRESET`, `timeout` … */
  readonly network?: string;
  /** Including this one. */
  readonly attempts: number;
}

type Failed = Extract<Outcome, { kind: 'retry' | 'suspend' }>;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const FIRST_WAIT = SECOND;
const LONGEST_WAIT = 5 * MINUTE;
/** When a proxy refuses, not the channel. */
const LONG_WAIT = 60 * MINUTE;
/**
 * Pause of all posting after Discord refused the bot, ms; then one request probes. Discord bans an address after 10,000
 * answers of 401, 403 or 429 within 10 minutes.
 */
export const PROBE_EVERY = 3 * MINUTE;
/** Jitter adds up to half of the wait, at most 30 s, so that what failed together does not retry together. */
const SPREAD = 0.5;
const SPREAD_MAX = 30 * SECOND;

/** Codes that last until somebody changes the channel, the server or the bot. */
const REASONS: ReadonlyMap<number, SuspendReason> = new Map<number, SuspendReason>([
  [10003, 'unknown-channel'],
  [10004, 'unknown-guild'],
  [10007, 'unknown-guild'], // the bot is no member
  [40007, 'unknown-guild'], // the bot is banned
  [50001, 'missing-access'],
  [50009, 'missing-access'], // verification level
  [50013, 'missing-permissions'],
  [50008, 'wrong-channel'],
  [50024, 'wrong-channel'],
  [50068, 'wrong-channel'],
  [40058, 'wrong-channel'], // a message in a forum
  [40005, 'invalid-form'], // too large
  [50006, 'invalid-form'], // empty
  [50035, 'invalid-form'],
  [50109, 'invalid-form'], // no JSON
  [50083, 'thread-closed'],
  [160005, 'thread-closed'],
  [50007, 'closed-messages'],
  [50278, 'closed-messages'], // no server in common
  [40066, 'needs-tag'],
  [40067, 'needs-tag'],
  [20009, 'blocked-content'], // explicit content
  [20031, 'blocked-content'], // words in the title of a thread
  [200000, 'blocked-content'], // AutoMod, the message
  [200001, 'blocked-content'], // AutoMod, the title of a forum post
  [240000, 'blocked-content'], // the filter of harmful links
]);

/** A server's limits that pass; the ledger and `/digest status` name them. */
const LIMITS: ReadonlyMap<number, PassingLimit> = new Map<number, PassingLimit>([
  [160006, 'active-threads'],
  [160007, 'active-threads'],
  [20016, 'slow-mode'],
  [20022, 'write-limit'],
  [20028, 'write-limit'],
  [20029, 'write-limit'],
  [30046, 'write-limit'], // edits of messages older than an hour
  [40003, 'write-limit'], // direct messages opened too fast
]);

/** Temporary trouble at Discord: features switched off, overload, an index being built. */
const PASSING: ReadonlySet<number> = new Set([40004, 40006, 40062, 110000, 130000]);
/**
 * Codes about the bot itself: 10002 unknown application, 40001 and 50014 unauthorized, 40002 and 50178 account not
 * verified, 40333 Cloudflare, 50041 API version.
 */
const ABOUT_THE_BOT: ReadonlySet<number> = new Set([10002, 40001, 40002, 40333, 50014, 50041, 50178]);

/**
 * Decides whether a failed delivery is retried, and when, or suspends its subscription.
 *
 * - 429: after the wait it asks for. 5xx, network, timeout, passing limits: after 1 s, doubled each time, up to 5 min.
 * - A refusal of the bot (`isRefusal`): after 3 minutes.
 * - Other 4xx without a code come from a proxy: after an hour. Suspending would silence every channel.
 * - 4xx with a code: suspended for its reason, or as `refused` if the code is unknown.
 *
 * @param jitter random, 0 to 1
 */
export function outcomeOf(failure: Failure, jitter = 0): Failed {
  const { status, retryAfter, network } = failure;
  const code = failure.code || undefined;
  const later = (wait: number, reason: string): Failed => ({
    kind: 'retry',
    after: Math.round(wait + Math.min(wait * SPREAD, SPREAD_MAX) * jitter),
    reason,
  });
  if (status === undefined) return later(backoff(failure.attempts), network ?? 'no answer');
  const limit = code === undefined ? undefined : LIMITS.get(code);
  const reason = limit ?? (code === undefined ? `HTTP ${status}` : `HTTP ${status}, code ${code}`);
  if (status === 429) return later(retryAfter ?? backoff(failure.attempts), reason);
  const passes = limit !== undefined || (code !== undefined && PASSING.has(code));
  if (status >= 500 || status < 400 || passes) return later(backoff(failure.attempts), reason);
  if (isRefusal(failure)) return later(PROBE_EVERY, reason);
  if (code === undefined) return later(LONG_WAIT, reason);
  return { kind: 'suspend', reason: REASONS.get(code) ?? 'refused' };
}

/** Whether Discord refuses the bot's token or address: 401, 403 without a code (Cloudflare), or a code that says so. */
export function isRefusal({ status, code }: Pick<Failure, 'status' | 'code'>): boolean {
  if (code !== undefined && ABOUT_THE_BOT.has(code)) return true;
  return status === 401 || (status === 403 && code === undefined);
}

function backoff(attempts: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, attempts - 1));
}
