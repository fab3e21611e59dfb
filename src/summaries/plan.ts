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
 * How an attempt ended. `refused`: the input cannot be summarized; `failed`: the answer did not pass the checks;
 * `unanswered`: the model did not answer, which says nothing about the input.
 */
export type SummaryOutcome = 'written' | 'refused' | 'failed' | 'unanswered';

/** An attempt as it is stored. */
export interface Attempt {
  readonly key: string;
  /** The UTC day. */
  readonly day: Day;
  readonly outcome: SummaryOutcome;
  readonly tokens: Tokens;
}

export interface SummaryLimits {
  /** Tokens in a UTC day, in and out together. */
  readonly tokensADay: number;
  /** An input is given up after this many failed attempts, over all days. */
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

/** Characters in one token of English; low on purpose, so that the estimate is high. */
const CHARACTERS = 3;
/** Tokens of our instructions (`OWN`) and of the answer; `TRIES`, since every other summary needs a second attempt. */
const OWN = 400;
const WRITTEN = 900;
const TRIES = 1.5;

/** Estimates the tokens of a summary. */
export function estimate({ source: { title, abstract } }: WantedSummary): number {
  const given = (title.length + abstract.length) / CHARACTERS + OWN;
  return Math.ceil(TRIES * (given + WRITTEN));
}

/**
 * Plans the day's summaries within its tokens: each input once for each language, without those that failed too often.
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
      // Once a summary does not fit, no smaller one may overtake it, or it would wait for ever.
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
