import type { Day } from '../../archive/paper.ts';
import { ending, lengthOf } from '../../text/dates/parts.ts';

export const PERIODS = ['day', 'week', 'month', 'year', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** A period of days, both ends included. */
interface Span {
  readonly from: Day;
  readonly to: Day;
  /** The period ends with the newest digest instead of today. */
  readonly shifted: boolean;
}

/**
 * The period that ends today; if the archive ends before that period begins, the one that ends with the newest digest.
 *
 * @param first the oldest day with papers
 * @param last the newest day with papers
 */
export function spanOf(period: Period, today: Day, first: Day, last: Day): Span {
  if (period === 'all') return { from: first, to: last, shifted: false };
  const beginning = (end: Day) => ending(end, lengthOf(1, period)).from;
  if (last >= beginning(today)) return { from: beginning(today), to: today, shifted: false };
  return { from: beginning(last), to: last, shifted: true };
}
