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

/** Only the newest `all` days are summarized; the newest `fresh` of them are posted next. */
const DAYS = { all: 30, fresh: 2 };
/** Share of a day's tokens for older days; the rest is for papers that come in later. */
const OLDER_SHARE = 0.5;
/** Least share of Latin letters in the first `SAMPLE` characters of an English abstract. */
const LATIN_MIN = 0.9;
const SAMPLE = 300;

interface WantedByAge {
  readonly fresh: readonly WantedSummary[];
  readonly older: readonly WantedSummary[];
}

/** Missing summaries of papers with an English abstract: newest day first, then most votes. */
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

/** Older days wait until the fresh ones are done, and use only a share of the tokens. */
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
