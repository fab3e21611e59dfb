import type { Outcome, PassingLimit, SuspendReason } from '../subscriptions/subscription.ts';

/** How an attempt failed, as far as it is known. */
export interface Failure {
  /** The HTTP status; none when no answer came. */
  readonly status?: number;
  /** Discord's own code in the answer's body. @see Discord docs, JSON error codes */
  readonly code?: number;
  /** The wait that a 429 demands, in milliseconds. */
  readonly retryAfter?: number;
  /** The error of the connection: `ECONNRESET`, `timeout` … */
  readonly network?: string;
  /** How often the delivery was begun, this attempt included. */
  readonly attempts: number;
}

type Failed = Extract<Outcome, { kind: 'retry' | 'suspend' }>;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const FIRST_WAIT = SECOND;
const LONGEST_WAIT = 5 * MINUTE;
/** For what something in between refuses (a proxy), and not the channel. */
const LONG_WAIT = 60 * MINUTE;
/**
 * How long nothing is posted after Discord has refused the bot, in milliseconds; then a single request probes. Often
 * enough to be back soon, and far below the 10,000 answers of 401, 403 or 429 within 10 minutes that shut an address out.
 */
export const PROBE_EVERY = 3 * MINUTE;
/** Jitter spreads what failed together over this much more of the wait, and over no more than half a minute. */
const SPREAD = 0.5;
const SPREAD_MAX = 30 * SECOND;

/** Codes after which no further attempt can succeed until somebody changes the channel, the server or the bot. */
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

/** Limits that a server reaches and that pass by themselves: named in the ledger and in `/digest status`. */
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

/** Codes of Discord's own trouble, which passes: features switched off, overload, an index that is being built. */
const PASSING: ReadonlySet<number> = new Set([40004, 40006, 40062, 110000, 130000]);
/**
 * Codes about the bot's account, token or address, whatever the channel: 10002 unknown application, 40001 and 50014
 * unauthorized, 40002 and 50178 account not verified, 40333 Cloudflare, 50041 API version.
 */
const ABOUT_THE_BOT: ReadonlySet<number> = new Set([10002, 40001, 40002, 40333, 50014, 50041, 50178]);

/**
 * Decides whether a failed delivery is tried again and when, or suspends its subscription.
 *
 * - 429: after what it said. 5xx, the network, a timeout, limits and codes that pass: 1 s, doubled with each attempt
 *   up to 5 min. A newer digest takes the place of one that still waits.
 * - What refuses the bot (`isRefusal`): 3 minutes later. It is not the channel's fault.
 * - Other 4xx without a code, or with code 0, which says no more than the status: not Discord's own words but those of
 *   something in between (a proxy). An hour later: suspending would silence every channel for it.
 * - 4xx with a code: the reason it stands for; `refused` for those not known.
 *
 * @param jitter 0 to 1, a random number of the caller's: adds up to half of the wait, and at most 30 s
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

/**
 * Whether Discord refuses the bot's token or its address, whatever the channel: a 401, a 403 that names no code (a page
 * of Cloudflare's), or a code that says so.
 */
export function isRefusal({ status, code }: Pick<Failure, 'status' | 'code'>): boolean {
  if (code !== undefined && ABOUT_THE_BOT.has(code)) return true;
  return status === 401 || (status === 403 && code === undefined);
}

function backoff(attempts: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, attempts - 1));
}
