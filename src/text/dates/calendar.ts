import type { Day } from './day.ts';

/** What a question's dates are read against: today, and the first and last day of the archive. */
export interface Calendar {
  readonly today: Day;
  readonly first: Day;
  readonly last: Day;
}

/** Days that a question names, both included. */
export interface Dates {
  readonly from: Day;
  readonly to: Day;
  /** Counted from today (`last week`), so that it may lie behind the end of the archive. */
  readonly relative: boolean;
}
