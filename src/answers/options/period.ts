import { Temporal } from 'temporal-polyfill';
import type { Day } from '../../archive/paper.ts';

export const PERIODS = ['day', 'week', 'month', 'year', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** A period of days, both ends included. */
interface Span {
  readonly from: Day;
  readonly to: Day;
  /** The period ends with the newest digest instead of today. */
  readonly shifted: boolean;
}

const LENGTHS = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  year: { years: 1 },
} as const;

/**
 * The period that ends today; if the archive ends before that period begins, the one that ends with the newest digest.
 *
 * @param first the oldest day with papers
 * @param last the newest day with papers
 */
export function spanOf(period: Period, today: Day, first: Day, last: Day): Span {
  if (period === 'all') return { from: first, to: last, shifted: false };
  const from = begin(period, today);
  if (last >= from) return { from, to: today, shifted: false };
  return { from: begin(period, last), to: last, shifted: true };
}

function begin(period: keyof typeof LENGTHS, end: Day): Day {
  return Temporal.PlainDate.from(end).subtract(LENGTHS[period]).add({ days: 1 }).toString();
}
