import { Temporal } from 'temporal-polyfill';
import type { Archive } from '../archive/archive.ts';
import type { MonthOfPapers } from './counts.ts';

/** How far back trends look: months up to the newest one. */
export const TREND_PERIODS = ['half', 'year', 'all'] as const;
export type TrendPeriod = (typeof TREND_PERIODS)[number];

const LENGTHS = { half: 6, year: 12 } as const;

/**
 * The papers of each month of a period, oldest first, with months that have none in between. A paper counts in the month in
 * which it was first listed.
 *
 * @returns empty for an empty archive
 */
export function monthsIn(period: TrendPeriod, archive: Archive): readonly MonthOfPapers[] {
  const { first, last } = archive.totals();
  if (first === null || last === null) return [];
  const end = Temporal.PlainYearMonth.from(last.slice(0, 7));
  const start = Temporal.PlainYearMonth.from(first.slice(0, 7));
  const wanted = period === 'all' ? start : end.subtract({ months: LENGTHS[period] - 1 });
  const from = Temporal.PlainYearMonth.compare(wanted, start) < 0 ? start : wanted;
  const months = new Map<string, { title: string; keywords: readonly string[] }[]>();
  for (let month = from; Temporal.PlainYearMonth.compare(month, end) <= 0; month = month.add({ months: 1 }))
    months.set(month.toString(), []);
  for (const { title, details, listings } of archive.papers())
    months.get((listings.at(-1)?.date ?? '').slice(0, 7))?.push({ title, keywords: details?.keywords ?? [] });
  return [...months].map(([month, papers]) => ({ month, papers }));
}
