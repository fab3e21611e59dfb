import type { Day } from './day.ts';
import type { DatePart } from './parts.ts';

/** The days that a question's dates are relative to: today, and the archive's first and last day. */
export interface Calendar {
  readonly today: Day;
  readonly first: Day;
  readonly last: Day;
  /** The month or year that is talked of: the first week, or August, is one of it. */
  readonly within?: DatePart;
}
