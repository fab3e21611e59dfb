import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import type { ArchiveStore } from '../store/archive-store.ts';
import { type AttemptParts, Attempts } from './attempts.ts';
import { beginLease } from './lease.ts';
import type { PlannedDelivery } from './ledger/plan.ts';
import { type Due, type DueState, dueByHand, dueOf } from './rules/due.ts';
import { editionsOf, everyOf } from './rules/editions.ts';
import {
  type Edition,
  type EditionKey,
  EVERY,
  type Every,
  type Subscription,
} from './subscriptions/subscription.ts';
import type { PostedNow } from './subscriptions/subscription-port.ts';

interface WorkerParts extends AttemptParts {
  readonly store: ArchiveStore;
  /** Posts under way at once; 64 when absent. */
  readonly atOnce?: number;
  /** Milliseconds on a clock that is never set. */
  readonly steady?: () => number;
  /** How long somebody who asked for a post waits for it, in milliseconds; 2,000 when absent. */
  readonly patience?: number;
}

/** Time between two rounds, in milliseconds: how late a post may be at most when nothing else is in its way. */
const ROUND_EVERY = 5_000;

/** Subscriptions read at once. */
const PAGE = 1_000;

/** Posts under way at once: enough to keep 45 requests a second going over a slow line. */
const AT_ONCE = 64;

/**
 * How long a claimed delivery is this worker's, in milliseconds. Longer than any attempt takes, shorter than the time
 * in which Discord knows a nonce again.
 */
const LEASE = 90_000;

/** How long before its lease ends no request of an attempt leaves any more, in milliseconds: its answer takes time. */
const ANSWER_TIME = 10_000;

/** How long somebody who asked for a post waits for it: Discord wants an answer within 3 s. */
const PATIENCE = 2_000;

/** Milliseconds that a stop waits for running posts. Longer ones are claimed again when their lease ends. */
const STOP_WAIT = 8_000;

const NOTHING_HELD: DueState = { editions: new Set(), firings: new Set(), any: false };

/**
 * Keeps the promises: notes what is due in the ledger, claims it, posts it, notes what came of it. Nothing is posted
 * that the ledger did not take first, so a store that cannot be written to stops all posting.
 */
export class DeliveryWorker {
  readonly #parts: WorkerParts;
  readonly #owner = randomUUID();
  readonly #atOnce: number;
  readonly #steady: () => number;
  readonly #attempts: Attempts;
  #looking: Promise<void> | null = null;
  #sending: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #failing = false;
  #stopped = false;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    this.#atOnce = parts.atOnce ?? AT_ONCE;
    this.#steady = parts.steady ?? (() => performance.now());
    this.#attempts = new Attempts(parts, this.#owner, (error) => this.#fail(error));
  }

  /** Whether the store took what was last written to it. */
  get healthy(): boolean {
    return !this.#failing;
  }

  /** Begins its rounds, the first at once. */
  start(): void {
    void this.#look();
    this.#timer = setInterval(() => void this.#look(), ROUND_EVERY);
  }

  /** Plans and sends what is due; resolves when all is sent. Never rejects. */
  async round(): Promise<void> {
    await this.#look();
    await this.#attempts.allEnd();
  }

  /** Ends its rounds and waits for the posts under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await Promise.race([this.#end(), pause(STOP_WAIT, undefined, { ref: false })]);
  }

  /** Posts an edition at once, through the ledger. @see SubscriptionService.postNow */
  async postNow(subscription: Subscription, edition: EditionKey): Promise<PostedNow> {
    const { ledger, subscriptionStore, now } = this.#parts;
    if (subscription.state === 'paused') throw new UserError('errors.subscription.paused');
    const held = await ledger.find(subscription.id, edition);
    if (held?.state === 'delivered')
      return { kind: 'already', edition, messageId: held.messageIds[0] ?? null };
    if (subscription.state === 'suspended') await subscriptionStore.reinstate(subscription.id);
    if (held?.state === 'skipped') await ledger.revive(held.id, now());
    else await ledger.plan([await this.#planByHand(subscription, edition)], now());
    const planned = await ledger.find(subscription.id, edition);
    const sent = this.#attempts.awaiting(subscription.id, async () => {
      await this.#send();
      if (planned !== null) await this.#attempts.end(planned.id);
    });
    await Promise.race([sent, pause(this.#parts.patience ?? PATIENCE, undefined, { ref: false })]);
    const after = await ledger.find(subscription.id, edition);
    if (after?.state === 'delivered')
      return { kind: 'delivered', edition, messageId: after.messageIds[0] ?? null };
    const changed = await subscriptionStore.get(subscription.id);
    if (changed?.state === 'suspended') return { kind: 'suspended', edition, subscription: changed };
    if (after?.state === 'skipped') return { kind: 'skipped', edition };
    return { kind: 'waiting', edition };
  }

  /** Existing rows stay as they are, so a post by hand is computed without them. */
  async #planByHand(subscription: Subscription, edition: EditionKey): Promise<PlannedDelivery> {
    const now = this.#parts.now();
    const editions = (await this.#editions(now))[everyOf(edition)];
    const due = dueByHand(
      editions.filter(({ key }) => key <= edition),
      NOTHING_HELD,
      now,
    );
    const skipped = due?.edition === edition ? due.skipped : [];
    return { subscriptionId: subscription.id, edition, firing: null, skipped };
  }

  /** What could be posted, newest first, by kind. */
  async #editions(now: number): Promise<Readonly<Record<Every, readonly Edition[]>>> {
    const days = await this.#parts.store.finalDays();
    const open = await this.#parts.store.openDays(days.at(-1)?.day ?? '');
    const of = (every: Every) => editionsOf(every, days, open, now);
    return { day: of('day'), week: of('week'), month: of('month') };
  }

  /**
   * Notes what is due and begins to send it; a look that is asked for while one is taken is that one. It does not wait
   * for what it began: a channel that does not answer holds up no other.
   */
  #look(): Promise<void> {
    this.#looking ??= this.#run().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #run(): Promise<void> {
    try {
      await this.#attempts.noteRest();
      await this.#plan();
      await this.#send();
    } catch (error) {
      this.#fail(error);
      return;
    }
    if (!this.#failing || !this.#attempts.noted) return;
    this.#parts.log.info('the store can be used again; posting goes on');
    this.#failing = false;
  }

  /** Said once: a store that is gone is gone for every post. */
  #fail(error: unknown): void {
    if (!this.#failing) {
      this.#parts.log.error({ err: error }, 'the store cannot be used; nothing is posted meanwhile');
    }
    this.#failing = true;
  }

  async #end(): Promise<void> {
    await Promise.allSettled([this.#looking, this.#sending]);
    await this.#attempts.allEnd();
    await this.#attempts.noteRest().catch((error: unknown) => this.#fail(error));
  }

  /** What is due is a set difference: subscriptions × editions, minus the ledger. */
  async #plan(): Promise<void> {
    const { subscriptionStore, ledger, now, log } = this.#parts;
    const at = now();
    const editions = await this.#editions(at);
    for await (const page of subscriptionStore.pages(PAGE, at)) {
      if (this.#stopped) return;
      const due: PlannedDelivery[] = [];
      for (const { subscription, standing } of page) {
        const one = this.#dueOf(
          () => dueOf(subscription, editions[subscription.every], standing, at),
          subscription,
        );
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
    const { ledger, subscriptionStore, now } = this.#parts;
    while (!this.#stopped) {
      // Half of the places free again: a claim is a write to disk, not to be made for each post.
      const free = this.#atOnce - this.#attempts.size;
      if (free < this.#atOnce / 2) {
        await this.#attempts.oneEnds();
        continue;
      }
      const leased = beginLease({ now, steady: this.#steady }, LEASE - ANSWER_TIME);
      const claimed = await ledger.claim(this.#owner, free, LEASE, now());
      if (claimed.length === 0) return;
      const owners = await subscriptionStore.getAll([
        ...new Set(claimed.map(({ subscriptionId }) => subscriptionId)),
      ]);
      const editions = await this.#editions(now());
      const stored = new Map(
        EVERY.flatMap((every) => editions[every]).map((edition) => [edition.key, edition]),
      );
      for (const entry of claimed) {
        const subscription = owners.get(entry.subscriptionId);
        const edition = stored.get(entry.edition) ?? null;
        if (subscription !== undefined) this.#attempts.begin(entry, subscription, { leased, edition });
      }
    }
  }
}
