import type { Day } from '../../archive/paper.ts';
import type { Settings } from '../subscriptions/subscription.ts';
import { DAY_LENGTH, dayOf, startOf } from './date-arithmetic.ts';
import { firstShowing, localTime } from './zone-clock.ts';

/** A planned post: what a subscription promised for one local date. Instants are milliseconds since 1970, UTC. */
export interface Firing {
  /** The planned local date. */
  readonly day: Day;
  /** When it is due. */
  readonly at: number;
  /** When its local date ends: until then it waits for a digest. */
  readonly closes: number;
}

/** When a subscription fires. */
export type FiringPlan = Pick<Settings, 'time' | 'zone' | 'days'>;

/** Even a single weekday comes once in these. */
const LOOK_BACK = 8;
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
 * The newest planned firing at or before `now`, as far as 8 local days back.
 *
 * @param now milliseconds since 1970, UTC
 * @returns null when no weekday is chosen
 */
export function latestFiring(plan: FiringPlan, now: number): Firing | null {
  const today = localDate(now, plan.zone);
  // From tomorrow: where clocks are set back across midnight, a date has begun before and comes again.
  for (let days = 1; days >= -LOOK_BACK; days--) {
    const date = today + days * DAY_LENGTH;
    const at = instantOn(date, plan);
    if (at !== null && at <= now)
      return { day: dayOf(date), at, closes: firstShowing(date + DAY_LENGTH, plan.zone) };
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
  for (let days = 0; days <= LOOK_BACK * (settled.size + 1); days++) {
    const date = today + days * DAY_LENGTH;
    const at = instantOn(date, plan);
    if (at === null || at <= now || settled.has(dayOf(date))) continue;
    return { day: dayOf(date), at, closes: firstShowing(date + DAY_LENGTH, plan.zone) };
  }
  throw new RangeError(`no day to fire on: ${JSON.stringify(plan.days)}`);
}

/**
 * @param date the beginning of a local date as if it were UTC, milliseconds since 1970
 * @returns null when that weekday is not chosen
 */
function instantOn(date: number, plan: FiringPlan): number | null {
  // 1970 began on a Thursday, the fourth day of the week.
  const weekday = ((((date / DAY_LENGTH + 3) % 7) + 7) % 7) + 1;
  if (!plan.days.some((day) => day === weekday)) return null;
  return firstShowing(date + millisecondsOf(plan.time), plan.zone);
}

function localDate(now: number, zone: string): number {
  return Math.floor(localTime(now, zone) / DAY_LENGTH) * DAY_LENGTH;
}

function millisecondsOf(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000;
}
