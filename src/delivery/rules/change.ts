import type { FiringPlan } from './firing.ts';

/**
 * When the firings of a changed subscription begin to count. A new time, zone or day begins now, so that the next post
 * is the announced one; firings of the new plan that have passed are not caught up. Other changes keep open firings.
 *
 * @param now milliseconds since 1970, UTC
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
