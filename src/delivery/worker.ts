import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Day } from '../archive/paper.ts';
import type { Publisher } from '../discord/publisher.ts';
import { UserError } from '../errors.ts';
import type { PostedNow } from '../schedule/desk.ts';
import { type Due, dueOf } from '../schedule/due.ts';
import type { Outcome, Subscription } from '../schedule/subscription.ts';
import type { ArchiveStore } from '../store/archive-store.ts';
import type { LedgerEntry } from '../store/delivery-row.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Plan } from '../store/plan.ts';
import type { Subscriptions } from '../store/subscriptions.ts';
import type { PostWriter } from './post.ts';

export interface WorkerParts {
  readonly store: ArchiveStore;
  readonly subscriptions: Subscriptions;
  readonly ledger: Ledger;
  readonly writer: PostWriter;
  readonly publisher: Pick<Publisher, 'post'>;
  /** Tells a server's admins that its channel cannot be posted to. */
  readonly tell: (subscription: Subscription) => Promise<void>;
  /** Told of each attempt that has ended. */
  readonly settled: (entry: LedgerEntry, subscription: Subscription, outcome: Outcome) => void;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Time between two rounds, in milliseconds: how late a post may be at most when nothing else is in its way. */
const EVERY = 5_000;

/** Subscriptions read at once. */
const PAGE = 1_000;

/** Posts under way at once: enough to keep 45 requests a second going over a slow line. */
const AT_ONCE = 64;

/**
 * How long a claimed delivery is this worker's, in milliseconds. Longer than any attempt takes, shorter than the time
 * in which Discord knows a nonce again.
 */
const LEASE = 90_000;

/** How long somebody who asked for a post waits for it, in milliseconds: Discord wants an answer within 3 s. */
const PATIENCE = 2_000;

/** How long a stop waits for posts under way, in milliseconds. What takes longer is found again by its lease. */
const STOP_WAIT = 8_000;

/** Digests before one posted by hand that are marked as passed over: a week of them, the oldest that could follow. */
const PASSED_OVER = 8;

/** How long a delivery waits for a digest that this process has not read yet, in milliseconds. */
const UNREAD_WAIT = 10_000;

/**
 * Keeps the promises: notes what is due in the ledger, claims it, posts it, notes what came of it. Nothing is posted
 * that the ledger did not take first, so a store that cannot be written to stops all posting.
 */
export class DeliveryWorker {
  readonly #parts: WorkerParts;
  readonly #owner = randomUUID();
  readonly #underWay = new Set<Promise<void>>();
  /** Subscriptions that somebody waits for: they see themselves what comes of it. */
  readonly #awaited = new Set<string>();
  #round: Promise<void> | null = null;
  #sending: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #failing = false;
  #stopped = false;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
  }

  /** Whether the last round got through: false while the store cannot be used. */
  get healthy(): boolean {
    return !this.#failing;
  }

  /** Begins its rounds, the first at once. */
  start(): void {
    void this.round();
    this.#timer = setInterval(() => void this.round(), EVERY);
  }

  /** Notes what is due and sends it. Never rejects; a round that is asked for while one runs is that one. */
  round(): Promise<void> {
    this.#round ??= this.#run().finally(() => {
      this.#round = null;
    });
    return this.#round;
  }

  /** Ends its rounds and waits for the posts under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    const ended = Promise.all([this.#round, this.#sending, ...this.#underWay]);
    await Promise.race([ended, pause(STOP_WAIT, undefined, { ref: false })]);
  }

  /** Posts a digest at once, through the ledger. @see Desk.postNow */
  async postNow(subscription: Subscription, digest: Day): Promise<PostedNow> {
    const { ledger, subscriptions, now } = this.#parts;
    if (subscription.state === 'paused') throw new UserError('errors.subscription.paused');
    const held = await ledger.find(subscription.id, digest);
    if (held?.state === 'delivered')
      return { kind: 'already', digest, messageId: held.messageIds[0] ?? null };
    if (subscription.state === 'suspended') await subscriptions.reinstate(subscription.id);
    if (held?.state === 'skipped') await ledger.revive(held.id, now());
    else await ledger.plan([await this.#planByHand(subscription, digest)], now());
    this.#awaited.add(subscription.id);
    const sent = this.#send().finally(() => this.#awaited.delete(subscription.id));
    await Promise.race([sent, pause(PATIENCE, undefined, { ref: false })]);
    const after = await ledger.find(subscription.id, digest);
    if (after?.state === 'delivered')
      return { kind: 'delivered', digest, messageId: after.messageIds[0] ?? null };
    const changed = await subscriptions.get(subscription.id);
    if (changed?.state === 'suspended') return { kind: 'suspended', digest, subscription: changed };
    return { kind: 'waiting', digest };
  }

  /** What is older than a post made by hand must not follow it the next morning. */
  async #planByHand(subscription: Subscription, digest: Day): Promise<Plan> {
    const editions = await this.#parts.store.editions();
    const older = editions.map(({ day }) => day).filter((day) => day < digest);
    return { subscriptionId: subscription.id, digest, firing: null, skipped: older.slice(0, PASSED_OVER) };
  }

  async #run(): Promise<void> {
    try {
      await this.#plan();
      await this.#send();
      if (this.#failing) this.#parts.log.info('the store can be used again; posting goes on');
      this.#failing = false;
    } catch (error) {
      if (!this.#failing)
        this.#parts.log.error({ err: error }, 'the store cannot be used; nothing is posted meanwhile');
      this.#failing = true;
    }
  }

  /** What is due is a set difference: subscriptions × digests, minus the ledger. */
  async #plan(): Promise<void> {
    const { store, subscriptions, ledger, now, log } = this.#parts;
    const at = now();
    const editions = await store.editions();
    for await (const page of subscriptions.pages(PAGE, at)) {
      if (this.#stopped) return;
      const due: Plan[] = [];
      for (const { subscription, standing } of page) {
        const one = this.#dueOf(() => dueOf(subscription, editions, standing, at), subscription);
        if (one !== null) due.push({ ...one, subscriptionId: subscription.id });
      }
      if (due.length === 0) continue;
      const planned = await ledger.plan(due, at);
      if (planned > 0) log.info({ planned }, 'deliveries planned');
    }
  }

  /** One subscription whose row makes no sense (a zone that no longer exists) must not stop all the others. */
  #dueOf(work: () => Due | null, { id, zone }: Subscription): Due | null {
    try {
      return work();
    } catch (error) {
      this.#parts.log.error(
        { subscription: id, zone, err: error },
        'it cannot be told when a subscription is due',
      );
      return null;
    }
  }

  /** Sends until nothing is left to send; asked for while it runs, it looks once more before it ends. */
  #send(): Promise<void> {
    const before = this.#sending ?? Promise.resolve();
    const sending = before
      .catch(() => undefined)
      .then(() => this.#sendAll())
      .finally(() => {
        if (this.#sending === sending) this.#sending = null;
      });
    this.#sending = sending;
    return sending;
  }

  async #sendAll(): Promise<void> {
    const { ledger, subscriptions, now } = this.#parts;
    while (!this.#stopped) {
      const claimed = await ledger.claim(this.#owner, AT_ONCE - this.#underWay.size, LEASE, now());
      const owners = await subscriptions.getAll([
        ...new Set(claimed.map(({ subscriptionId }) => subscriptionId)),
      ]);
      for (const entry of claimed) {
        const subscription = owners.get(entry.subscriptionId);
        if (subscription === undefined) continue;
        const sent = this.#deliver(entry, subscription).finally(() => this.#underWay.delete(sent));
        this.#underWay.add(sent);
      }
      if (claimed.length === 0 && this.#underWay.size === 0) return;
      // Half of the places free again: a claim is a write to disk, not to be made for each post.
      while (this.#underWay.size > (claimed.length === 0 ? 0 : AT_ONCE / 2))
        await Promise.race(this.#underWay);
    }
  }

  /** One attempt. A failure to note what came of it is logged: the lease ends, and the next attempt finds the post. */
  async #deliver(entry: LedgerEntry, subscription: Subscription): Promise<void> {
    const { ledger, log, now, settled, subscriptions, tell } = this.#parts;
    const about = {
      delivery: entry.id,
      channel: subscription.channelId,
      digest: entry.digest,
      attempt: entry.attempts,
    };
    try {
      const outcome = await this.#post(entry, subscription);
      if (!(await ledger.settle(entry.id, this.#owner, outcome, now()))) {
        log.warn({ ...about, outcome }, 'a delivery ended that was no longer this process’s');
        return;
      }
      settled(entry, subscription, outcome);
      if (outcome.kind === 'delivered') log.info({ ...about, messages: outcome.messageIds }, 'delivered');
      else
        log.warn(
          { ...about, outcome },
          outcome.kind === 'retry' ? 'not delivered; tried again' : 'suspended',
        );
      if (outcome.kind !== 'suspend' || !(await subscriptions.tell(subscription.id))) return;
      if (!this.#awaited.has(subscription.id)) {
        await tell({ ...subscription, state: 'suspended', suspendedFor: outcome.reason });
      }
    } catch (error) {
      log.error(
        { ...about, err: error },
        'a delivery could not be noted; it is looked for when its lease ends',
      );
    }
  }

  async #post(entry: LedgerEntry, subscription: Subscription): Promise<Outcome> {
    const { ledger, publisher, writer, now } = this.#parts;
    const written = await writer.write(subscription, entry.digest, now());
    if (written === null) return { kind: 'retry', after: UNREAD_WAIT, reason: 'the digest is not read yet' };
    const { channelId, channelKind, guildId, thread } = subscription;
    const several = written.messages.length > 1;
    return publisher.post(
      {
        ...written,
        guildId,
        channelId,
        channelKind,
        thread,
        key: `${subscription.id} ${entry.digest}`,
        posted: entry.messageIds,
        attempts: entry.attempts,
        firstSentAt: entry.attempts > 1 ? entry.firstSentAt : null,
      },
      // The only message of a post is noted with its outcome: one write to disk less for each.
      async (id) => void (several && (await ledger.progress(entry.id, this.#owner, id))),
      now(),
    );
  }
}
