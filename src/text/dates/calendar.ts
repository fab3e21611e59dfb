import type { Day } from './day.ts';

/** What a question's dates are read against: today, and the first and last day of the archive. */
export interface Calendar {
  readonly today: Day;
  readonly first: Day;
  readonly last: Day;
}
