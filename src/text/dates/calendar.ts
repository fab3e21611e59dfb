import type { Day } from './day.ts';

/** The days that a question's dates are relative to: today, and the archive's first and last day. */
export interface Calendar {
  readonly today: Day;
  readonly first: Day;
  readonly last: Day;
}
