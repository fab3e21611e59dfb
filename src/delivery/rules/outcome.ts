import type { Outcome, SuspendReason } from '../subscriptions/subscription.ts';

/** How an attempt failed, as far as it is known. */
export interface Failure {
  /** The HTTP status; none when no answer came. */
  readonly status?: number;
  /** Discord's own code in the answer's body. @see Discord docs, JSON error codes */
  readonly code?: number;
  /** What a 429 said, in milliseconds. */
  readonly retryAfter?: number;
  /** What became of the connection: `ECONNRESET`, `timeout` … */
  readonly network?: string;
  /** How often the delivery was begun, this attempt included. */
  readonly attempts: number;
}

export type Failed = Exclude<Outcome, { kind: 'delivered' }>;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const FIRST_WAIT = SECOND;
const LONGEST_WAIT = 5 * MINUTE;
/**
 * For what concerns the bot and not the channel. 10,000 answers of 401, 403 or 429 within 10 minutes shut the
 * address out.
 */
const LONG_WAIT = 60 * MINUTE;
/** Jitter spreads what failed together over this much more of the wait. */
const SPREAD = 0.5;

const REASONS: ReadonlyMap<number, SuspendReason> = new Map<number, SuspendReason>([
  [10003, 'unknown-channel'],
  [10004, 'unknown-guild'],
  [50001, 'missing-access'],
  [50013, 'missing-permissions'],
  [50008, 'wrong-channel'],
  [50024, 'wrong-channel'],
  [50035, 'invalid-form'],
  [50083, 'thread-closed'],
  [160005, 'thread-closed'],
  [160006, 'thread-closed'],
  [40067, 'needs-tag'],
  [200000, 'blocked-content'], // AutoMod, the message
  [200001, 'blocked-content'], // AutoMod, the title of a forum post
  [240000, 'blocked-content'], // the filter of harmful links
]);

/** Codes that pass by themselves: slow mode, write limits of a channel or server, a feature switched off, overload. */
const PASSING: ReadonlySet<number> = new Set([20016, 20022, 20028, 20029, 40004, 40006, 130000]);
/** Codes about the bot's token or its address, whatever the channel: 40001 and 50014 unauthorized, 40333 Cloudflare. */
const ABOUT_THE_BOT: ReadonlySet<number> = new Set([40001, 50014, 40333]);

/**
 * Decides whether a failed delivery is tried again and when, or suspends its subscription.
 *
 * - 429: after what it said. 5xx, the network, a timeout and codes that pass: 1 s, doubled with each attempt up to
 *   5 min.
 * - 401 and codes about the bot itself: an hour later. It is not the channel's fault, and asking often does harm.
 * - 4xx without a code: not Discord's own words but those of something in between (a proxy, Cloudflare). Also an hour
 *   later: suspending would silence every channel for it.
 * - 4xx with a code: the reason it stands for; `refused` for those not known.
 *
 * @param jitter 0 to 1, a random number of the caller's: adds up to half of the wait
 */
export function outcomeOf(failure: Failure, jitter = 0): Failed {
  const { status, code, retryAfter, network } = failure;
  const later = (wait: number, reason: string): Failed => ({
    kind: 'retry',
    after: Math.round(wait * (1 + SPREAD * jitter)),
    reason,
  });

  if (status === undefined) return later(backoff(failure.attempts), network ?? 'no answer');
  const reason = code === undefined ? `HTTP ${status}` : `HTTP ${status}, code ${code}`;
  if (status === 429) return later(retryAfter ?? backoff(failure.attempts), reason);
  if (status >= 500 || status < 400 || (code !== undefined && PASSING.has(code)))
    return later(backoff(failure.attempts), reason);
  if (status === 401 || code === undefined || ABOUT_THE_BOT.has(code)) return later(LONG_WAIT, reason);
  return { kind: 'suspend', reason: REASONS.get(code) ?? 'refused' };
}

function backoff(attempts: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, attempts - 1));
}
