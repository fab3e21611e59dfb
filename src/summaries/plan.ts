import type { Day } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import type { Tokens } from '../model/port.ts';
import type { SummarySource } from './summary.ts';
import { summaryKey } from './write.ts';

/** A summary that is wanted. */
export interface WantedSummary {
  readonly source: SummarySource;
  readonly language: Language;
}

/**
 * How an attempt ended: with a summary, with nothing to be had from this input, with nothing that held, or without an
 * answer, which says nothing about the input.
 */
export type SummaryOutcome = 'written' | 'refused' | 'failed' | 'unanswered';

/** What the store keeps of each attempt. */
export interface Attempt {
  readonly key: string;
  /** In UTC. */
  readonly day: Day;
  readonly outcome: SummaryOutcome;
  readonly tokens: Tokens;
}

export interface SummaryLimits {
  /** Tokens a day, in and out together. */
  readonly tokensADay: number;
  /** Attempts that failed for one input, over all days. */
  readonly attempts: number;
}

export const LIMITS: SummaryLimits = { tokensADay: 200_000, attempts: 3 };

export interface SummaryPlan {
  /** What to write today, in the order in which it is wanted. */
  readonly now: readonly WantedSummary[];
  /** What waits for another day. */
  readonly later: readonly WantedSummary[];
  /** What is given up for its input. */
  readonly never: readonly WantedSummary[];
}

/** What attempts have cost together. */
export interface SummaryTotals {
  readonly attempts: number;
  readonly written: number;
  readonly tokens: Tokens;
}

/** Characters of English to a token, roughly; counted low, so that the estimate is high. */
const CHARACTERS = 3;
/** Tokens of our own words, and of what is written, with a second attempt in every other case. */
const OWN = 400;
const WRITTEN = 900;
const TRIES = 1.5;

/** About how many tokens a summary takes. */
export function estimate({ source: { title, abstract } }: WantedSummary): number {
  const given = (title.length + abstract.length) / CHARACTERS + OWN;
  return Math.ceil(TRIES * (given + WRITTEN));
}

/**
 * Plans the day's summaries: each paper once for each language and input, what was tried too often not again, and no more
 * than the day's tokens.
 *
 * @param attempts all that were made for what is wanted, and all of today's
 */
export function plan(
  wanted: readonly WantedSummary[],
  attempts: readonly Attempt[],
  today: Day,
  limits: SummaryLimits = LIMITS,
): SummaryPlan {
  const seen = new Set(attempts.flatMap(({ key, outcome }) => (isDone(outcome) ? key : [])));
  const failed = Map.groupBy(
    attempts.filter(({ outcome }) => outcome === 'failed'),
    ({ key }) => key,
  );
  const now: WantedSummary[] = [];
  const later: WantedSummary[] = [];
  const never: WantedSummary[] = [];
  let left = limits.tokensADay - spentOn(today, attempts);
  for (const one of wanted) {
    const key = summaryKey(one.source, one.language);
    if (seen.has(key)) continue;
    seen.add(key);
    const before = failed.get(key) ?? [];
    if (before.length >= limits.attempts) never.push(one);
    else if (before.some(({ day }) => day === today)) later.push(one);
    else {
      // Nothing smaller overtakes what did not fit: it would wait for ever.
      left -= estimate(one);
      (left >= 0 ? now : later).push(one);
    }
  }
  return { now, later, never };
}

/** What attempts cost together, on all days. */
export function totalsOf(attempts: readonly Attempt[]): SummaryTotals {
  return {
    attempts: attempts.length,
    written: new Set(attempts.flatMap(({ key, outcome }) => (outcome === 'written' ? key : []))).size,
    tokens: {
      in: attempts.reduce((sum, { tokens }) => sum + tokens.in, 0),
      out: attempts.reduce((sum, { tokens }) => sum + tokens.out, 0),
    },
  };
}

function isDone(outcome: SummaryOutcome): boolean {
  return outcome === 'written' || outcome === 'refused';
}

/** Tokens of a day, in and out together. */
export function spentOn(today: Day, attempts: readonly Attempt[]): number {
  return attempts
    .filter(({ day }) => day === today)
    .reduce((sum, { tokens }) => sum + tokens.in + tokens.out, 0);
}
