import type { Day } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import type { Tokens } from '../model/port.ts';
import type { SummarySource } from './summary.ts';
import { summaryKey } from './write.ts';

export interface WantedSummary {
  readonly source: SummarySource;
  readonly language: Language;
}

/** `refused`: nothing to summarize; `failed`: the answer did not pass the checks; `unanswered`: the model did not answer. */
export type SummaryOutcome = 'written' | 'refused' | 'failed' | 'unanswered';

export interface Attempt {
  readonly key: string;
  readonly day: Day;
  readonly outcome: SummaryOutcome;
  readonly tokens: Tokens;
}

export interface SummaryLimits {
  /** In a UTC day, in and out. */
  readonly tokensADay: number;
  /** An input is given up after this many failed attempts. */
  readonly attempts: number;
}

export const LIMITS: SummaryLimits = { tokensADay: 200_000, attempts: 3 };

export interface SummaryPlan {
  /** To write today, in order. */
  readonly now: readonly WantedSummary[];
  /** For another day. */
  readonly later: readonly WantedSummary[];
  readonly never: readonly WantedSummary[];
}

/** Per token of English; low on purpose, so that estimates are high. */
const CHARACTERS = 3;
/** Tokens of our instructions and of the answer; every other summary needs a second attempt. */
const OWN = 400;
const WRITTEN = 900;
const TRIES = 1.5;

export function estimate({ source: { title, abstract } }: WantedSummary): number {
  const given = (title.length + abstract.length) / CHARACTERS + OWN;
  return Math.ceil(TRIES * (given + WRITTEN));
}

/**
 * Plans the day's summaries within its tokens, without inputs that failed too often.
 *
 * @param attempts all of the wanted summaries, and all of today
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
      // Once a summary does not fit, no smaller one overtakes it, or it would wait for ever.
      left -= estimate(one);
      (left >= 0 ? now : later).push(one);
    }
  }
  return { now, later, never };
}

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

/** Tokens of a day, in and out. */
export function spentOn(today: Day, attempts: readonly Attempt[]): number {
  return attempts
    .filter(({ day }) => day === today)
    .reduce((sum, { tokens }) => sum + tokens.in + tokens.out, 0);
}
