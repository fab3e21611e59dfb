import type { Day } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import type { Tokens } from '../model/port.ts';
import type { SummarySource } from './summary.ts';
import { summaryKey } from './write.ts';

/** A summary to write. */
export interface WantedSummary {
  readonly source: SummarySource;
  readonly language: Language;
}

/**
 * How an attempt ended: `written`; `refused`, the input cannot be summarized; `failed`, no answer held; `unanswered`, the model
 * did not answer, which says nothing about the input.
 */
export type SummaryOutcome = 'written' | 'refused' | 'failed' | 'unanswered';

/** An attempt as the store keeps it. */
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
  /** Failed attempts for one input over all days, after which it is given up. */
  readonly attempts: number;
}

export const LIMITS: SummaryLimits = { tokensADay: 200_000, attempts: 3 };

export interface SummaryPlan {
  /** Summaries to write today, in order. */
  readonly now: readonly WantedSummary[];
  /** Summaries that wait for another day. */
  readonly later: readonly WantedSummary[];
  /** Summaries given up after too many failures. */
  readonly never: readonly WantedSummary[];
}

/** Characters of English per token; a low figure, so that the estimate is high. */
const CHARACTERS = 3;
/** Tokens of our instructions and of the answer; every other summary needs a second attempt. */
const OWN = 400;
const WRITTEN = 900;
const TRIES = 1.5;

/** Estimates the tokens of a summary. */
export function estimate({ source: { title, abstract } }: WantedSummary): number {
  const given = (title.length + abstract.length) / CHARACTERS + OWN;
  return Math.ceil(TRIES * (given + WRITTEN));
}

/**
 * Plans the day's summaries: one per paper, language and input, none that failed too often, all within the day's tokens.
 *
 * @param attempts all attempts for the wanted summaries, and all attempts of today
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
      // A smaller summary must not overtake one that did not fit, or that would wait for ever.
      left -= estimate(one);
      (left >= 0 ? now : later).push(one);
    }
  }
  return { now, later, never };
}

/** Adds up attempts and their cost over all days. */
export function totalsOf(attempts: readonly Attempt[]) {
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
