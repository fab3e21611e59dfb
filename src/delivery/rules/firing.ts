import type { Day } from '../../archive/paper.ts';
import { DAY_LENGTH, dayOf, startOf } from '../../text/dates/instants.ts';
import type { Settings } from '../subscriptions/subscription.ts';
import { firstShowing, localTime } from './zone-clock.ts';

/** A post planned for one local date. Instants are milliseconds since 1970, UTC. */
interface Firing {
  readonly day: Day;
  readonly at: number;
  /** How long it waits for an edition: until its local date ends, or until the next firing's date for weeks and months. */
  readonly closes: number;
}

export type FiringPlan = Pick<Settings, 'time' | 'zone' | 'every' | 'days' | 'monthDay'>;

/** Local days in which each weekday, or each day of the month, comes at least once. */
const LOOK_BACK = { day: 8, week: 8, month: 32 } as const;
const NO_DAYS: ReadonlySet<Day> = new Set();

/** @returns when a local time comes on a local date. @see firstShowing for times that clocks skip or repeat */
export function firingAt(day: Day, time: string, zone: string): number {
  return firstShowing(startOf(day) + millisecondsOf(time), zone);
}

/** The newest firing at or before `now`, at most 8 local days ago (32 for a month); null if no weekday is chosen. */
export function latestFiring(plan: FiringPlan, now: number): Firing | null {
  const today = localDate(now, plan.zone);
  // Begins with tomorrow: where clocks go back across midnight, that date has begun before.
  for (let days = 1; days >= -LOOK_BACK[plan.every]; days--) {
    const date = today + days * DAY_LENGTH;
    const at = instantOn(date, plan);
    if (at !== null && at <= now) return firingOn(date, at, plan);
  }
  return null;
}

/**
 * The first firing after `now`.
 *
 * @param taken local dates with a row in the ledger: after a change of time such a date may lie ahead again
 * @throws RangeError if no weekday is chosen
 */
export function nextFiring(plan: FiringPlan, now: number, taken: ReadonlySet<Day> = NO_DAYS): Firing {
  const today = localDate(now, plan.zone);
  // Today is early enough: if clocks skip a time at the end of a date, it is due as the next date begins.
  for (let days = 0; days <= LOOK_BACK[plan.every] * (taken.size + 1); days++) {
    const date = today + days * DAY_LENGTH;
    const at = instantOn(date, plan);
    if (at !== null && at > now && !taken.has(dayOf(date))) return firingOn(date, at, plan);
  }
  throw new RangeError(`no day to fire on: ${JSON.stringify(plan.days)}`);
}

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

/** @param date the start of a local date as if in UTC, milliseconds since 1970 @returns null if it is not chosen */
function instantOn(date: number, plan: FiringPlan): number | null {
  return isChosen(date, plan) ? firstShowing(date + millisecondsOf(plan.time), plan.zone) : null;
}

function isChosen(date: number, { every, days, monthDay }: FiringPlan): boolean {
  if (every === 'month') {
    const day = new Date(date).getUTCDate();
    // A shorter month fires on its last day.
    return day === monthDay || (day < monthDay && new Date(date + DAY_LENGTH).getUTCDate() === 1);
  }
  // 1 January 1970 was a Thursday.
  const weekday = ((((date / DAY_LENGTH + 3) % 7) + 7) % 7) + 1;
  return days.some((day) => day === weekday);
}

function firingOn(date: number, at: number, plan: FiringPlan): Firing {
  let next = date + DAY_LENGTH;
  if (plan.every !== 'day') while (!isChosen(next, plan)) next += DAY_LENGTH;
  return { day: dayOf(date), at, closes: firstShowing(next, plan.zone) };
}

function localDate(now: number, zone: string): number {
  return Math.floor(localTime(now, zone) / DAY_LENGTH) * DAY_LENGTH;
}

function millisecondsOf(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000;
}
