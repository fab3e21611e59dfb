import type { Archive } from '../archive/archive.ts';
import { hasSummaryFor } from '../archive/model-summaries.ts';
import type { Day, Paper, PaperId } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import {
  type Attempt,
  LIMITS,
  plan,
  type SummaryLimits,
  type SummaryPlan,
  type WantedSummary,
} from './plan.ts';

/** Days with papers, the newest, whose papers are summarized at all; and of these those that are posted next. */
const DAYS = { all: 30, fresh: 2 };

/** Older days leave so much of a day's tokens to papers that are still to come. */
const OLDER_SHARE = 0.5;

/** Of the letters of an abstract in English so many are Latin; its beginning tells. */
const LATIN_MIN = 0.9;
const SAMPLE = 300;

/** The summaries that are wanted: of the days that are posted next, and of older ones. */
export interface WantedByAge {
  readonly fresh: readonly WantedSummary[];
  readonly older: readonly WantedSummary[];
}

/**
 * The summaries that readers of these languages miss: of papers with an abstract in English and without a summary for them
 * that can be trusted. Newest day first, and most votes first.
 */
export function wantedIn(archive: Archive, languages: readonly Language[]): WantedByAge {
  const days = archive.days().slice(-DAYS.all).toReversed();
  const seen = new Set<PaperId>();
  const of = (some: readonly Day[]) =>
    some
      .flatMap((day) => archive.ranked(day))
      .flatMap(({ paper }) => {
        if (seen.has(paper.id)) return [];
        seen.add(paper.id);
        return languages.flatMap((language) => wanted(paper, language) ?? []);
      });
  return { fresh: of(days.slice(0, DAYS.fresh)), older: of(days.slice(DAYS.fresh)) };
}

/**
 * Plans what to write now: of older days only where the fresh ones want nothing more, and not with all of the tokens, or
 * there would be none for the papers that come in later in the day.
 */
export function planByAge(
  { fresh, older }: WantedByAge,
  attempts: readonly Attempt[],
  today: Day,
  limits: SummaryLimits = LIMITS,
): SummaryPlan {
  const first = plan(fresh, attempts, today, limits);
  const tokensADay = Math.floor(limits.tokensADay * OLDER_SHARE);
  const second = plan(older, attempts, today, { ...limits, tokensADay });
  const [now, later] = first.now.length > 0 ? [first.now, second.now] : [second.now, []];
  return {
    now,
    later: [...first.later, ...later, ...second.later],
    never: [...first.never, ...second.never],
  };
}

function wanted(paper: Paper, language: Language): WantedSummary | null {
  const { id, title, details } = paper;
  const abstract = details?.abstract ?? '';
  if (!isEnglish(abstract) || hasSummaryFor(paper, language)) return null;
  return { source: { id, title, abstract }, language };
}

function isEnglish(abstract: string): boolean {
  const beginning = abstract.slice(0, SAMPLE);
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  const latin = beginning.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > 0 && latin >= LATIN_MIN * letters;
}
