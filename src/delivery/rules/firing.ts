import type { Day } from '../../archive/paper.ts';
import { DAY_LENGTH, dayOf, startOf } from '../../text/dates/instants.ts';
import type { Settings } from '../subscriptions/subscription.ts';
import { firstShowing, localTime } from './zone-clock.ts';

/** A planned post: what a subscription promised for one local date. Instants are milliseconds since 1970, UTC. */
interface Firing {
  /** The planned local date. */
  readonly day: Day;
  /** When it is due. */
  readonly at: number;
  /** Until when it waits for an edition: the end of its local date, for a week or a month the date of the next firing. */
  readonly closes: number;
}

/** When a subscription fires. */
export type FiringPlan = Pick<Settings, 'time' | 'zone' | 'every' | 'days' | 'monthDay'>;

/** Local days in which even a single weekday, or a single day of the month, comes once. */
const LOOK_BACK = { day: 8, week: 8, month: 32 } as const;
const NO_DAYS: ReadonlySet<Day> = new Set();

/**
 * When a local time comes on a local date.
 *
 * A time that the clocks leave out (a gap, or a date that the zone skips altogether) is the first valid time after
 * it: 02:30 in a gap from 02:00 to 03:00 is 03:00. A time that comes twice is its first coming.
 *
 * @param time `HH:MM`
 * @param zone an IANA zone
 * @returns milliseconds since 1970, UTC
 * @throws RangeError for a zone that does not exist
 */
export function firingAt(day: Day, time: string, zone: string): number {
  return firstShowing(startOf(day) + millisecondsOf(time), zone);
}

/**
 * When a local date ends: the first instant of the next one, also where that does not begin at 00:00.
 *
 * @returns milliseconds since 1970, UTC
 */
export function closesAt(day: Day, zone: string): number {
  return firstShowing(startOf(day) + DAY_LENGTH, zone);
}

/**
 * The newest planned firing at or before `now`, as far as 8 local days back; 32 for a monthly one.
 *
 * @param now milliseconds since 1970, UTC
 * @returns null when no weekday is chosen
 */
export function latestFiring(plan: FiringPlan, now: number): Firing | null {
  const today = localDate(now, plan.zone);
  // From tomorrow: where clocks are set back across midnight, a date has begun before and comes again.
  for (let days = 1; days >= -LOOK_BACK[plan.every]; days--) {
    const date = today + days * DAY_LENGTH;
    const at = instantOn(date, plan);
    if (at !== null && at <= now) return firingOn(date, at, plan);
  }
  return null;
}

/**
 * The first planned firing strictly after `now`, for "next post".
 *
 * @param now milliseconds since 1970, UTC
 * @param settled planned local dates that the ledger holds already: after a change of time the same date may lie
 *   ahead again, and it does not post twice
 * @throws RangeError when no weekday is chosen
 */
export function nextFiring(plan: FiringPlan, now: number, settled: ReadonlySet<Day> = NO_DAYS): Firing {
  const today = localDate(now, plan.zone);
  // A date whose time was left out at its end is due as the next begins, so today is early enough.
  for (let days = 0; days <= LOOK_BACK[plan.every] * (settled.size + 1); days++) {
    const date = today + days * DAY_LENGTH;
    const at = instantOn(date, plan);
    if (at !== null && at > now && !settled.has(dayOf(date))) return firingOn(date, at, plan);
  }
  throw new RangeError(`no day to fire on: ${JSON.stringify(plan.days)}`);
}

/**
 * @param date the beginning of a local date as if it were UTC, milliseconds since 1970
 * @returns null when that date is not chosen
 */
function instantOn(date: number, plan: FiringPlan): number | null {
  return isChosen(date, plan) ? firstShowing(date + millisecondsOf(plan.time), plan.zone) : null;
}

function isChosen(date: number, { every, days, monthDay }: FiringPlan): boolean {
  if (every === 'month') {
    const day = new Date(date).getUTCDate();
    // In a shorter month its last day, the one before a first.
    return day === monthDay || (day < monthDay && new Date(date + DAY_LENGTH).getUTCDate() === 1);
  }
  // 1970 began on a Thursday, the fourth day of the week.
  const weekday = ((((date / DAY_LENGTH + 3) % 7) + 7) % 7) + 1;
  return days.some((day) => day === weekday);
}

/** @param date as `instantOn` takes it @param at when the firing is due */
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
