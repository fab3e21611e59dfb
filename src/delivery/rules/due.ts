import type { Day } from '../../archive/paper.ts';
import { DAY_LENGTH, dayOf, startOf } from '../../text/dates/instants.ts';
import type { Edition, EditionKey, Every, Subscription } from '../subscriptions/subscription.ts';
import { everyOf, isAwaited } from './editions.ts';
import { firingAt, latestFiring, nextFiring } from './firing.ts';

/** The rows of the ledger for one subscription. */
export interface DueState {
  /** Every edition with a row, in whatever state: planned, sending, delivered, retry, skipped, suspended. */
  readonly editions: ReadonlySet<EditionKey>;
  /** Planned local dates with a row. */
  readonly firings: ReadonlySet<Day>;
  /** It ever had a delivery. */
  readonly any: boolean;
}

/** A post to be made now. */
export interface Due {
  /** The planned local date it belongs to. */
  readonly firing: Day;
  readonly edition: EditionKey;
  /** Older editions passed over, newest first, to be marked skipped. */
  readonly skipped: readonly EditionKey[];
}

/** Days from an edition's last day to the firing's date; an older one is not posted. */
export const MAX_AGE_DAYS: Readonly<Record<Every, number>> = { day: 7, week: 14, month: 62 };

/**
 * What a subscription is to be sent now: subscriptions × editions, minus the ledger. Nothing is remembered between
 * two calls, so an outage, a restart, a sleeping machine and a clock that was set need no repair.
 *
 * **Which firing.** Only active subscriptions have one: the latest planned at or before `now`, unless it was planned
 * before `activeSince` (the set-up, the last resume, a change of the plan). A local date with a row is over,
 * so earlier ones that were missed are never caught up: after three days' sleep there is one post.
 *
 * **Which digest.** The newest without a row that is at most 7 days older than the firing's local date. A
 * subscription's first post is the newest whatever its age. Never a digest of the future: its day is at most the UTC
 * date of `now`. That matters east of UTC only, where local dates begin before the digest's; west of it the digest
 * of the next UTC date may come in the evening, and is posted then.
 *
 * **How long.** With nothing new, the firing stays open until its local date ends and posts as soon as a digest
 * arrives. After that it is made up for only when an outage kept it back: when that newest digest was in the store
 * before the end. What arrived later belongs to the next firing, and so does all that is older than it: one post, the
 * newest, instead of a stale one now and a fresh one after it. Once a later local date has a row nothing is made up
 * for: the clock was set back, and the newer digest stands in the channel. On the days on which the clocks leave out
 * the end of a date, a firing may close as it begins; the same rules then decide.
 *
 * **What is skipped.** The older ones without a row that could still have been posted. What is older than 7 days is
 * not marked: no later firing reaches it.
 *
 * **Weeks and months** have the same rules with four differences. A firing is for what had ended before its date, so
 * that one with nothing to post does not take the next week's as soon as that is over. It waits for the one that ended
 * last, as long as that may still be completed, and posts no older one meanwhile. It stays open until the date of the
 * next: a week whose last list came late is posted late, not a week later. And "too old" is 14 and 62 days.
 *
 * So for each case:
 * - *The time is changed after the post of the day*, to later or earlier: the local date has a row, nothing more.
 * - *The time is changed before it*: whoever saves the change sets `activeSince` (`activeSinceAfter`), so that an
 *   earlier time which has passed is not made up for at once, against the "next post" that was just announced.
 * - *Pause and resume*: firings planned while paused do not count. The first after the resume posts the newest, and
 *   skips what came in the pause.
 * - *Weekdays only, a digest on Saturday*: Friday has closed, so it waits for Monday, which posts the newest of
 *   Saturday to Monday and skips the others.
 * - *Asleep for three days*: one post, of the newest: at once when today's firing is open, else with the next.
 * - *A digest that comes after a newer one was posted* (a day fetched late): posted by a later firing that has nothing
 *   newer, at most 7 days late.
 * - *The clock is set back*: each firing and each digest posted has a row; nothing comes twice.
 * - *A post made by hand* (`dueByHand`) has a digest and no firing: the day's firing stays open for a newer digest.
 *
 * @param editions of its kind, newest first
 * @param now milliseconds since 1970, UTC
 */
export function dueOf(
  subscription: Subscription,
  editions: readonly Edition[],
  standing: DueState,
  now: number,
): Due | null {
  if (subscription.state !== 'active') return null;
  const firing = latestFiring(subscription, now);
  if (firing === null || firing.at < subscription.activeSince || standing.firings.has(firing.day))
    return null;

  const open = now < firing.closes;
  const { every } = subscription;
  const newestDay = every === 'day' ? dayOf(now) : dayOf(startOf(firing.day) - DAY_LENGTH);
  const oldest = dayOf(startOf(firing.day) - MAX_AGE_DAYS[every] * DAY_LENGTH);
  const candidates: Edition[] = [];
  for (const edition of editions) {
    const tooOld = edition.to < oldest;
    if (tooOld && (candidates.length > 0 || standing.any)) break;
    if (edition.to <= newestDay && !standing.editions.has(edition.key)) candidates.push(edition);
  }
  const [newest, ...older] = candidates;
  if (newest === undefined || isAwaited(newest.key, every, firing.day, now)) return null;
  if (!open && (newest.storedAt >= firing.closes || hasLater(standing.firings, firing.day))) return null;
  return { firing: firing.day, edition: newest.key, skipped: older.map(({ key }) => key) };
}

function hasLater(firings: ReadonlySet<Day>, day: Day): boolean {
  for (const firing of firings) if (firing > day) return true;
  return false;
}

/**
 * When a digest was first to be posted to a channel: at its delivery's own firing, or at an earlier one for which it was
 * in the store already, and of which the ledger should know.
 *
 * @param firing the planned local date of the delivery
 * @param storedAt when the digest could first be posted, milliseconds since 1970, UTC; null where that is unknown
 * @returns milliseconds since 1970, UTC
 */
export function firstDueAt(subscription: Subscription, firing: Day, storedAt: number | null): number {
  const own = firingAt(firing, subscription.time, subscription.zone);
  if (storedAt === null) return own;
  return Math.min(own, nextFiring(subscription, Math.max(storedAt, subscription.activeSince) - 1).at);
}

/**
 * What a post asked for by hand sends: the newest digest, whatever its age and the time. It belongs to no firing.
 * Older ones that a firing could still reach are skipped as well; otherwise the next morning without a new digest
 * would post one from before.
 *
 * @param editions newest first
 * @param standing holds the row of the newest digest, however old that is
 * @param now milliseconds since 1970, UTC
 * @returns null when there is no digest, or the newest has a row already
 */
export function dueByHand(
  editions: readonly Edition[],
  standing: DueState,
  now: number,
): Omit<Due, 'firing'> | null {
  const today = dayOf(now);
  const [newest, ...older] = editions.filter(({ to }) => to <= today);
  if (newest === undefined || standing.editions.has(newest.key)) return null;
  // West of UTC the local date, from which a firing's days count, may be yesterday's.
  const oldest = dayOf(now - (MAX_AGE_DAYS[everyOf(newest.key)] + 1) * DAY_LENGTH);
  const skipped = older.filter(({ key, to }) => to >= oldest && !standing.editions.has(key));
  return { edition: newest.key, skipped: skipped.map(({ key }) => key) };
}
