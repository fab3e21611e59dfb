import type { FiringPlan } from './firing.ts';

/**
 * From when the firings of a changed subscription count. A new time, zone or set of weekdays is a promise for the
 * future: a firing of the new plan that would lie in the past is not made up for, so the next post is the one that was
 * announced. Any other change (channel, language, number of papers …) leaves a firing that is still open as it is.
 *
 * @param before the plan so far, with its `activeSince`
 * @param now milliseconds since 1970, UTC
 * @returns the new `activeSince`, milliseconds since 1970, UTC
 */
export function activeSinceAfter(
  before: FiringPlan & { readonly activeSince: number },
  after: FiringPlan,
  now: number,
): number {
  const planOf = ({ time, zone, every, days, monthDay }: FiringPlan) =>
    [time, zone, every, every === 'month' ? monthDay : days].join();
  return planOf(before) === planOf(after) ? before.activeSince : now;
}
