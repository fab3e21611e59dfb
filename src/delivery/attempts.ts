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
  readonly onOutcome: (entry: LedgerEntry, subscription: Subscription, outcome: Outcome) => void;
  readonly log: Logger;
  readonly now: () => number;
}

interface Circumstances {
  /** Whether the lease is still live. */
  readonly leased: () => boolean;
  /** The edition in the store; null if it is too old to be looked up. */
  readonly edition: Edition | null;
}

interface Ended {
  readonly entry: LedgerEntry;
  readonly subscription: Subscription;
  readonly outcome: Outcome;
  /** The text in the channel; null if the attempts sent different texts. */
  readonly shown: ShownPost | null;
}

/** Stands for a text's key before the first attempt. */
const NOTHING_SENT = '';
/** If Discord does not answer, the channel keeps its stored kind and its role. */
const UNKNOWN: DestinationNow = { kind: null, role: { mentionable: true } };
/** How long a delivery waits for days that this process has not read yet, ms. */
const UNREAD_WAIT = 10_000;

export class Attempts {
  readonly #parts: AttemptParts;
  readonly #owner: string;
  readonly #onStoreFailure: (error: unknown) => void;
  readonly #underWay = new Map<string, Promise<void>>();
  #ended: Ended[] = [];
  #recording: Promise<ReadonlySet<string>> | null = null;
  /** Outcomes that the store refused. The posts may be in the channel, so they are recorded later, not repeated. */
  #unrecorded: Ended[] = [];
  /** Subscriptions whose post somebody waits for: that person sees the outcome, so admins get no notice. */
  readonly #awaited = new Set<string>();

  constructor(parts: AttemptParts, owner: string, onStoreFailure: (error: unknown) => void) {
    this.#parts = parts;
    this.#owner = owner;
    this.#onStoreFailure = onStoreFailure;
  }

  get size(): number {
    return this.#underWay.size;
  }

  /** Whether the ledger has every outcome. */
  get recorded(): boolean {
    return this.#unrecorded.length === 0;
  }

  /** Starts an attempt at a delivery that this owner has claimed. */
  begin(entry: LedgerEntry, subscription: Subscription, circumstances: Circumstances): void {
    const ended = this.#deliver(entry, subscription, circumstances).finally(() =>
      this.#underWay.delete(entry.id),
    );
    this.#underWay.set(entry.id, ended);
  }

  async oneEnds(): Promise<void> {
    await Promise.race(this.#underWay.values());
  }

  async allEnd(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }

  /** Runs `work` while a person waits for its outcome, so that the admins get no notice of it. */
  async awaiting(subscriptionId: string, work: () => Promise<void>): Promise<void> {
    this.#awaited.add(subscriptionId);
    try {
      await work();
    } finally {
      this.#awaited.delete(subscriptionId);
    }
  }

  async end(id: string): Promise<void> {
    await this.#underWay.get(id);
  }

  /** Records the outcomes that the store refused before. @throws while it still refuses them */
  async recordRest(): Promise<void> {
    const rest = this.#unrecorded;
    if (rest.length === 0) return;
    const recorded = await this.#write(rest);
    this.#unrecorded = this.#unrecorded.filter((ended) => !rest.includes(ended));
    for (const ended of rest) if (recorded.has(ended.entry.id)) await this.#notify(ended);
  }

  async #deliver(entry: LedgerEntry, subscription: Subscription, circumstances: Circumstances) {
    let ended: Ended;
    try {
      ended = { entry, subscription, ...(await this.#post(entry, subscription, circumstances)) };
      // Another attempt may be running: only a finished post counts now.
      if (ended.outcome.kind !== 'delivered' && !circumstances.leased()) throw new LeaseEnded();
    } catch (error) {
      const about = aboutOf(entry, subscription);
      if (error instanceof LeaseEnded)
        this.#parts.log.warn(about, 'the lease of a delivery ended before its post was sent');
      else
        this.#parts.log.error(
          { ...about, err: error },
          'an attempt failed; it is repeated when its lease ends',
        );
      return;
    }
    this.#ended.push(ended);
    // One write for all that end at the same moment: waiting for the disk after each halves the throughput.
    this.#recording ??= setImmediate().then(() => this.#recordEnded());
    if ((await this.#recording).has(entry.id)) await this.#notify(ended);
  }

  async #recordEnded(): Promise<ReadonlySet<string>> {
    const ended = this.#ended;
    this.#ended = [];
    this.#recording = null;
    try {
      return await this.#write(ended);
    } catch (error) {
      this.#unrecorded.push(...ended);
      this.#onStoreFailure(error);
      return new Set();
    }
  }

  async #post(
    entry: LedgerEntry,
    subscription: Subscription,
    { leased, edition }: Circumstances,
  ): Promise<Pick<Ended, 'outcome' | 'shown'>> {
    const { ledger, publisher, subscriptionStore, writer, now } = this.#parts;
    // A direct message never changes its kind and mentions no role.
    const isDirect = subscription.channelKind === 'direct';
    const place = isDirect ? null : await publisher.places.now(subscription, now(), leased);
    const { kind, role } = place ?? UNKNOWN;
    const channelKind = kind ?? subscription.channelKind;
    if (channelKind !== subscription.channelKind)
      await subscriptionStore.noteKind(subscription.id, channelKind);
    const roleId = role === null ? null : subscription.roleId;
    const days = edition?.days ?? [];
    const written = await writer.write({ ...subscription, roleId }, entry.edition, days, now());
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
        // No edition is posted before its first day or before the subscription.
        notBefore: Math.max(startOf(editionSpan(entry.edition).from), activeSince),
        leased,
        firstSentAt: entry.attempts > 1 ? entry.firstSentAt : null,
      },
      // A post's only message is recorded with its outcome, which saves a write.
      async (id) => {
        if (several && !(await ledger.progress(entry.id, this.#owner, id))) throw new LeaseEnded();
      },
      now(),
    );
    return { outcome, shown };
  }

  /** @returns the ids of the recorded deliveries. @throws what the store throws */
  async #write(ended: readonly Ended[]): Promise<ReadonlySet<string>> {
    const { ledger, now } = this.#parts;
    const outcomes = ended.map(({ entry, outcome, shown }) => ({ id: entry.id, outcome, shown }));
    const recorded = await ledger.recordOutcomes(this.#owner, outcomes, now());
    for (const one of ended) this.#report(one, recorded.has(one.entry.id));
    return recorded;
  }

  #report({ entry, subscription, outcome }: Ended, recorded: boolean): void {
    const { log, onOutcome } = this.#parts;
    const about = aboutOf(entry, subscription);
    if (!recorded) {
      log.warn({ ...about, outcome }, 'another process has taken over the delivery; its outcome is dropped');
      return;
    }
    onOutcome(entry, subscription, outcome);
    if (outcome.kind === 'delivered') log.info({ ...about, messages: outcome.messageIds }, 'delivered');
    else if (outcome.kind === 'skip') log.debug({ ...about, reason: outcome.reason }, 'skipped');
    else if (outcome.kind === 'retry') log.warn({ ...about, outcome }, 'not delivered; tried again');
    else log.warn({ ...about, outcome }, 'suspended');
  }

  /** Tells the admins once why their channel gets no posts, unless the person who asked for the post sees it. */
  async #notify({ subscription, outcome }: Ended): Promise<void> {
    const { subscriptionStore, notifyAdmins, log } = this.#parts;
    // A person sees it in `/following`.
    if (outcome.kind !== 'suspend' || subscription.channelKind === 'direct') return;
    try {
      if (!(await subscriptionStore.markTold(subscription.id)) || this.#awaited.has(subscription.id)) return;
      await notifyAdmins({ ...subscription, state: 'suspended', suspendedFor: outcome.reason });
    } catch (error) {
      log.error({ channel: subscription.channelId, err: error }, 'admins could not be told of a suspension');
    }
  }
}

/** @param key of the text that this attempt sends; null when it sends nothing */
function shownBy(entry: LedgerEntry, key: string | null, roleId: Snowflake | null): ShownPost | null {
  const before = entry.attempts === 1 ? NOTHING_SENT : entry.shown;
  if (key === null) return before === null ? null : { key: before, roleId };
  return before === NOTHING_SENT || before === key ? { key, roleId } : null;
}

/** For the log, which names nobody: the channel id of a direct message is a person's. */
function aboutOf({ id, edition, attempts }: LedgerEntry, { channelId, channelKind }: Subscription) {
  return {
    delivery: id,
    ...(channelKind !== 'direct' && { channel: channelId }),
    edition,
    attempt: attempts,
  };
}
