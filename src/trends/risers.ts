import type { Day, Paper } from '../archive/paper.ts';
import { byText } from '../text/order.ts';
import { countTerms, type TermCount } from './counts.ts';

/** A keyword that occurs more often in a week than in the weeks before. */
export interface Riser {
  /** As most papers of the week spell it. */
  readonly name: string;
  /** Papers of the week that have it. */
  readonly papers: number;
  /** Papers a week that had it on average in the weeks before, scaled to as many papers as the week has. */
  readonly usual: number;
}

/** Weeks that a week is compared with. */
const WEEKS_BEFORE = 8;
/** Fewer papers than these are chance. */
const PAPERS_MIN = 3;
/** How many times as often as usual a keyword must occur. */
const TIMES_MIN = 2;

const DAY = 24 * 60 * 60 * 1000;

/**
 * The risers of a week: keywords that its papers have at least twice as often as those of the eight weeks before, the
 * most surprising first. Papers count in the week in which they were first listed. Pure; for a week without keywords, or
 * with nothing before it to compare with, the list is empty. Takes some 40 ms of CPU: to be called once for an edition.
 *
 * @param papers of the whole archive
 * @param monday the first day of the ISO week
 * @param limit how many risers at most
 */
export function risersOfWeek(papers: Iterable<Paper>, monday: Day, limit: number): readonly Riser[] {
  const [start, end, before] = [0, 7, -7 * WEEKS_BEFORE].map((days) => addDays(monday, days));
  const week: { title: string; keywords: readonly string[] }[] = [];
  const earlier: typeof week = [];
  for (const { title, details, listings } of papers) {
    const first = listings.at(-1)?.date ?? '';
    const keywords = details?.keywords ?? [];
    if (keywords.length === 0 || first < (before ?? '') || first >= (end ?? '')) continue;
    (first >= (start ?? '') ? week : earlier).push({ title, keywords });
  }
  if (week.length === 0 || earlier.length === 0) return [];
  const known = countTerms(earlier);
  const scale = week.length / earlier.length;
  return [...countTerms(week)]
    .map(([term, count]): Riser => riser(count, known.get(term), scale))
    .filter(({ papers: count, usual }) => count >= PAPERS_MIN && count >= TIMES_MIN * usual)
    .toSorted((a, b) => surprise(b) - surprise(a) || b.papers - a.papers || byText(a.name, b.name))
    .slice(0, limit);
}

function riser({ name, papers }: TermCount, before: TermCount | undefined, scale: number): Riser {
  return { name, papers, usual: (before?.papers ?? 0) * scale };
}

/** How many standard deviations a count lies above what is usual, as for rare events; one more is added to both. */
function surprise({ papers, usual }: Riser): number {
  return (papers - usual) / Math.sqrt(usual + 1);
}

function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
