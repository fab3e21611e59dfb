import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import { startOf } from '../text/dates/instants.ts';
import type { DestinationNow, Publisher } from './discord-port.ts';
import { LeaseEnded } from './lease.ts';
import type { LedgerEntry } from './ledger/delivery-row.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { ShownPost } from './ledger/record-outcomes.ts';
import type { PostWriter } from './post-writer.ts';
import { firstDueAt } from './rules/due.ts';
import { editionSpan } from './rules/editions.ts';
import type { NotifyAdmins } from './subscriptions/notify-admins.ts';
import type { Edition, Outcome, Snowflake, Subscription } from './subscriptions/subscription.ts';
import type { SubscriptionStore } from './subscriptions/subscription-store.ts';

export interface AttemptParts {
  readonly subscriptionStore: SubscriptionStore;
  readonly ledger: Ledger;
  readonly writer: PostWriter;
  readonly publisher: Pick<Publisher, 'post' | 'places'>;
  readonly notifyAdmins: NotifyAdmins;
  /** Told of each attempt that has ended. */
  readonly settled: (entry: LedgerEntry, subscription: Subscription, outcome: Outcome) => void;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The circumstances of an attempt, beside its delivery. */
interface Circumstances {
  /** Whether the claim holds still. */
  readonly leased: () => boolean;
  /** The edition as the store holds it; null where it is too old to be looked up. */
  readonly edition: Edition | null;
}

/** An attempt that has ended. */
interface Ended {
  readonly entry: LedgerEntry;
  readonly subscription: Subscription;
  readonly outcome: Outcome;
  /** The text that the attempts sent, if they all sent the same. */
  readonly shown: ShownPost | null;
}

/** In the place of the key of a text: no attempt has sent anything yet. */
const NOTHING_SENT = '';

/** A channel of unknown kind is assumed to be of its earlier kind. */
const HELD: DestinationNow = { kind: null, role: { mentionable: true } };

/** How long a delivery waits for days that this process has not read yet, in milliseconds. */
const UNREAD_WAIT = 10_000;

/** Makes attempts at posts, and records their outcomes in the ledger. */
export class Attempts {
  readonly #parts: AttemptParts;
  readonly #owner: string;
  readonly #unusable: (error: unknown) => void;
  /** By delivery. */
  readonly #underWay = new Map<string, Promise<void>>();
  /** To be noted with the next write. */
  #ended: Ended[] = [];
  #noting: Promise<ReadonlySet<string>> | null = null;
  /** Outcomes that the store did not take. Their posts may be in the channel, so another process should not repeat them. */
  #unnoted: Ended[] = [];
  /** Subscriptions with somebody waiting for the post: that person sees the outcome, so the admins are not notified. */
  readonly #awaited = new Set<string>();

  /** @param unusable called when the store does not take an outcome */
  constructor(parts: AttemptParts, owner: string, unusable: (error: unknown) => void) {
    this.#parts = parts;
    this.#owner = owner;
    this.#unusable = unusable;
  }

  /** How many are under way. */
  get size(): number {
    return this.#underWay.size;
  }

  /** Whether the ledger knows of all that has ended. */
  get noted(): boolean {
    return this.#unnoted.length === 0;
  }

  /** Begins an attempt at a delivery that the owner has claimed. */
  begin(entry: LedgerEntry, subscription: Subscription, circumstances: Circumstances): void {
    const ended = this.#deliver(entry, subscription, circumstances).finally(() =>
      this.#underWay.delete(entry.id),
    );
    this.#underWay.set(entry.id, ended);
  }

  /** Resolves when one of those under way has ended. */
  async oneEnds(): Promise<void> {
    await Promise.race(this.#underWay.values());
  }

  /** Resolves when all that are under way now have ended. */
  async allEnd(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }

  /** Does something about a subscription while somebody waits for it: nobody else is told what comes of it. */
  async awaiting(subscriptionId: string, work: () => Promise<void>): Promise<void> {
    this.#awaited.add(subscriptionId);
    try {
      await work();
    } finally {
      this.#awaited.delete(subscriptionId);
    }
  }

  /** Resolves when a delivery has ended that is under way. */
  async end(id: string): Promise<void> {
    await this.#underWay.get(id);
  }

  /** Notes what the store did not take before. @throws what the store throws while it still does not */
  async noteRest(): Promise<void> {
    const rest = this.#unnoted;
    if (rest.length === 0) return;
    const noted = await this.#write(rest);
    this.#unnoted = this.#unnoted.filter((ended) => !rest.includes(ended));
    for (const ended of rest) if (noted.has(ended.entry.id)) await this.#tell(ended);
  }

  async #deliver(
    entry: LedgerEntry,
    subscription: Subscription,
    circumstances: Circumstances,
  ): Promise<void> {
    let ended: Ended;
    try {
      ended = { entry, subscription, ...(await this.#post(entry, subscription, circumstances)) };
      // Another attempt may be running: report only a finished post.
      if (ended.outcome.kind !== 'delivered' && !circumstances.leased()) throw new LeaseEnded();
    } catch (error) {
      const about = aboutOf(entry, subscription);
      if (error instanceof LeaseEnded) {
        this.#parts.log.warn(about, 'the lease of a delivery ended before its post was sent');
        return;
      }
      const said = 'a delivery broke off; it is looked for when its lease ends';
      this.#parts.log.error({ ...about, err: error }, said);
      return;
    }
    this.#ended.push(ended);
    // With all that end in the same moment: a disk that is waited for after each takes half as many.
    this.#noting ??= setImmediate().then(() => this.#noteEnded());
    const noted = await this.#noting;
    if (noted.has(entry.id)) await this.#tell(ended);
  }

  /** @returns the deliveries that were noted */
  async #noteEnded(): Promise<ReadonlySet<string>> {
    const ended = this.#ended;
    this.#ended = [];
    this.#noting = null;
    try {
      return await this.#write(ended);
    } catch (error) {
      this.#unnoted.push(...ended);
      this.#unusable(error);
      return new Set();
    }
  }

  async #post(
    entry: LedgerEntry,
    subscription: Subscription,
    { leased, edition }: Circumstances,
  ): Promise<Pick<Ended, 'outcome' | 'shown'>> {
    const { ledger, publisher, subscriptionStore, writer, now } = this.#parts;
    // A direct message is what it always was, and names no role.
    const isDirect = subscription.channelKind === 'direct';
    const place = isDirect ? null : await publisher.places.now(subscription, now(), leased);
    const { kind, role } = place ?? HELD;
    const channelKind = kind ?? subscription.channelKind;
    if (channelKind !== subscription.channelKind)
      await subscriptionStore.noteKind(subscription.id, channelKind);
    const roleId = role === null ? null : subscription.roleId;
    const written = await writer.write(
      { ...subscription, roleId },
      entry.edition,
      edition?.days ?? [],
      now(),
    );
    if (written === null) {
      const reason = 'the edition is not read yet';
      return { outcome: { kind: 'retry', after: UNREAD_WAIT, reason }, shown: shownBy(entry, null, null) };
    }
    if (written === 'thin') return { outcome: { kind: 'skip', reason: written }, shown: null };
    const shown = written.shown === null ? null : shownBy(entry, written.shown, roleId);
    const { channelId, guildId, thread, tagId, activeSince } = subscription;
    const several = written.messages.length > 1;
    const outcome = await publisher.post(
      {
        ...written,
        guildId,
        channelId,
        channelKind,
        thread,
        tagId,
        key: `${subscription.id} ${entry.edition}`,
        posted: entry.messageIds,
        attempts: entry.attempts,
        dueAt:
          entry.firing === null ? null : firstDueAt(subscription, entry.firing, edition?.storedAt ?? null),
        // An edition is never posted before its days, and nothing before the subscription.
        notBefore: Math.max(startOf(editionSpan(entry.edition).from), activeSince),
        leased,
        firstSentAt: entry.attempts > 1 ? entry.firstSentAt : null,
      },
      // The only message of a post is noted with its outcome: one write to disk less for each.
      async (id) => {
        if (several && !(await ledger.progress(entry.id, this.#owner, id))) throw new LeaseEnded();
      },
      now(),
    );
    return { outcome, shown };
  }

  /** @returns the deliveries that were noted. @throws what the store throws */
  async #write(ended: readonly Ended[]): Promise<ReadonlySet<string>> {
    const { ledger, now } = this.#parts;
    const outcomes = ended.map(({ entry, outcome, shown }) => ({ id: entry.id, outcome, shown }));
    const noted = await ledger.recordOutcomes(this.#owner, outcomes, now());
    for (const one of ended) this.#report(one, noted.has(one.entry.id));
    return noted;
  }

  #report({ entry, subscription, outcome }: Ended, noted: boolean): void {
    const { log, settled } = this.#parts;
    const about = aboutOf(entry, subscription);
    if (!noted) {
      log.warn({ ...about, outcome }, 'a delivery ended that was no longer this process’s');
      return;
    }
    settled(entry, subscription, outcome);
    if (outcome.kind === 'delivered') log.info({ ...about, messages: outcome.messageIds }, 'delivered');
    else if (outcome.kind === 'skip') log.debug({ ...about, reason: outcome.reason }, 'skipped');
    else if (outcome.kind === 'retry') log.warn({ ...about, outcome }, 'not delivered; tried again');
    else log.warn({ ...about, outcome }, 'suspended');
  }

  /** Tells a server once that its channel cannot be posted to, unless somebody waits for just that. */
  async #tell({ subscription, outcome }: Ended): Promise<void> {
    const { subscriptionStore, notifyAdmins, log } = this.#parts;
    // A person is told where they ask what they follow.
    if (outcome.kind !== 'suspend' || subscription.channelKind === 'direct') return;
    try {
      if (!(await subscriptionStore.markTold(subscription.id)) || this.#awaited.has(subscription.id)) return;
      await notifyAdmins({ ...subscription, state: 'suspended', suspendedFor: outcome.reason });
    } catch (error) {
      log.error({ channel: subscription.channelId, err: error }, 'nobody could be told of a suspension');
    }
  }
}

/** @param key of what this attempt sends; null: it sends nothing */
function shownBy(entry: LedgerEntry, key: string | null, roleId: Snowflake | null): ShownPost | null {
  const before = entry.attempts === 1 ? NOTHING_SENT : entry.shown;
  if (key === null) return before === null ? null : { key: before, roleId };
  return before === NOTHING_SENT || before === key ? { key, roleId } : null;
}

/** For the log, in which no person is named: whom a direct message is for, the delivery's row knows. */
function aboutOf({ id, edition, attempts }: LedgerEntry, { channelId, channelKind }: Subscription) {
  return {
    delivery: id,
    ...(channelKind !== 'direct' && { channel: channelId }),
    edition,
    attempt: attempts,
  };
}
