import type { Day } from '../../archive/paper.ts';
import { DAY_LENGTH, dayOf, startOf } from '../../text/dates/instants.ts';
import type { Edition, EditionKey, Every, Subscription } from '../subscriptions/subscription.ts';
import { everyOf, isAwaited } from './editions.ts';
import { firingAt, latestFiring, nextFiring } from './firing.ts';

export interface DueState {
  /** Editions with a row, in any state. */
  readonly editions: ReadonlySet<EditionKey>;
  /** Local dates with a row. */
  readonly firings: ReadonlySet<Day>;
  /** Whether it ever had a delivery. */
  readonly any: boolean;
}

export interface Due {
  /** The local date it was planned for. */
  readonly firing: Day;
  readonly edition: EditionKey;
  /** Older editions to mark as skipped, newest first. */
  readonly skipped: readonly EditionKey[];
}

/** Days from an edition's last day to the date of the firing; older editions are not posted. */
export const MAX_AGE_DAYS: Readonly<Record<Every, number>> = { day: 7, week: 14, month: 62 };

/**
 * What a subscription gets now: subscriptions × editions, minus the ledger. It has no other memory, so outages, restarts,
 * sleeping machines and changed clocks need no repair.
 *
 * **Which firing.** The latest one at or before `now`, of active subscriptions only and not before `activeSince`. A local
 * date with a row is done, so missed firings are never caught up: three days of sleep end in one post.
 *
 * **Which edition.** The newest without a row, at most 7 days older than the firing's local date; the first post of a
 * subscription takes the newest of any age. Its day is never after the UTC date of `now`: local dates east of UTC begin
 * before the digest's, and west of UTC the next digest may come in the evening and is posted then.
 *
 * **How long.** If nothing is new, the firing stays open until its local date ends, and posts as soon as a digest
 * arrives. After that it posts only a digest that was stored in time and that an outage held up; a later one belongs to
 * the next firing. If a later local date has a row, the clock was set back and the newer digest is already posted.
 *
 * **What is skipped.** Older editions without a row that a firing could still reach.
 *
 * **Weeks and months** differ in four ways. A firing is for an edition that ended before its date. It waits for the one
 * that ended last while that can still be completed, and posts no older one meanwhile. It stays open until the next
 * firing's date, so that a late week is posted late instead of a week later. Editions are too old after 14 and 62 days.
 *
 * Consequences:
 * - *Pause and resume*: firings while paused do not count; the next one posts the newest and skips the others.
 * - *Weekdays only, a digest on Saturday*: Monday's firing posts the newest of Saturday to Monday.
 * - *A digest that arrives after a newer one was posted* goes out with a later firing that has nothing newer.
 * - *A post made by hand* (`dueByHand`) belongs to no firing: the day's firing stays open for a newer digest.
 *
 * @param editions of its kind, newest first
 * @param now milliseconds since 1970, UTC
 */
export function dueOf(
  subscription: Subscription,
  editions: readonly Edition[],
  { editions: known, firings, any }: DueState,
  now: number,
): Due | null {
  if (subscription.state !== 'active') return null;
  const firing = latestFiring(subscription, now);
  if (firing === null || firing.at < subscription.activeSince || firings.has(firing.day)) return null;
  const open = now < firing.closes;
  const { every } = subscription;
  const newestDay = every === 'day' ? dayOf(now) : dayOf(startOf(firing.day) - DAY_LENGTH);
  const oldest = dayOf(startOf(firing.day) - MAX_AGE_DAYS[every] * DAY_LENGTH);
  const candidates: Edition[] = [];
  for (const edition of editions) {
    const tooOld = edition.to < oldest;
    if (tooOld && (candidates.length > 0 || any)) break;
    if (edition.to <= newestDay && !known.has(edition.key)) candidates.push(edition);
  }
  const [newest, ...older] = candidates;
  if (newest === undefined || isAwaited(newest.key, every, firing.day, now)) return null;
  const hasLater = () => firings.values().some((day) => day > firing.day);
  if (!open && (newest.storedAt >= firing.closes || hasLater())) return null;
  return { firing: firing.day, edition: newest.key, skipped: older.map(({ key }) => key) };
}

/**
 * When an edition was due first in a channel: at its delivery's firing, or at an earlier one if it was stored by then.
 *
 * @param storedAt milliseconds since 1970, UTC; null if unknown
 */
export function firstDueAt(subscription: Subscription, firing: Day, storedAt: number | null): number {
  const own = firingAt(firing, subscription.time, subscription.zone);
  if (storedAt === null) return own;
  return Math.min(own, nextFiring(subscription, Math.max(storedAt, subscription.activeSince) - 1).at);
}

/**
 * What a post asked for by hand sends: the newest edition of any age. Older ones that a firing could reach are skipped,
 * or the next morning without a new digest would post one of them.
 *
 * @param editions newest first
 * @param now milliseconds since 1970, UTC
 */
export function dueByHand(
  editions: readonly Edition[],
  { editions: known }: Pick<DueState, 'editions'>,
  now: number,
): Omit<Due, 'firing'> | null {
  const today = dayOf(now);
  const [newest, ...older] = editions.filter(({ to }) => to <= today);
  if (newest === undefined || known.has(newest.key)) return null;
  // West of UTC the firing's local date may be yesterday.
  const oldest = dayOf(now - (MAX_AGE_DAYS[everyOf(newest.key)] + 1) * DAY_LENGTH);
  const skipped = older.filter(({ key, to }) => to >= oldest && !known.has(key));
  return { edition: newest.key, skipped: skipped.map(({ key }) => key) };
}
