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
  readonly atOnce?: number;
  readonly steady?: () => number;
  readonly patience?: number;
}

/** Time between two rounds, ms. */
const ROUND_EVERY = 5_000;
const PAGE = 1_000;
/** Posts under way at once: enough for 45 requests a second over a slow line. */
const AT_ONCE = 64;
/** Lease of a delivery, ms: longer than any attempt, shorter than the time in which Discord knows a nonce. */
const LEASE = 90_000;
/** No request leaves in the last part of a lease, ms: its answer takes time. */
const ANSWER_TIME = 10_000;
/** Discord wants an answer within 3 s. */
const PATIENCE = 2_000;
/** How long a stop waits for running posts, ms. Others are claimed again when their lease ends. */
const STOP_WAIT = 8_000;

/**
 * Plans due deliveries in the ledger, claims and posts them, and records their outcomes. It posts only what it has
 * claimed, so a store that cannot be written to stops all posting.
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

  /** Whether the store accepted the last write. */
  get healthy(): boolean {
    return !this.#failing;
  }

  start(): void {
    void this.#look();
    this.#timer = setInterval(() => void this.#look(), ROUND_EVERY);
  }

  /** Plans and sends what is due; resolves when everything is sent. Never rejects. */
  async round(): Promise<void> {
    await this.#look();
    await this.#attempts.allEnd();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await Promise.race([this.#end(), pause(STOP_WAIT, undefined, { ref: false })]);
  }

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

  /** Ignores the ledger's rows, which stay as they are. */
  async #planByHand(subscription: Subscription, edition: EditionKey): Promise<PlannedDelivery> {
    const now = this.#parts.now();
    const editions = (await this.#editions(now))[everyOf(edition)];
    const upTo = editions.filter(({ key }) => key <= edition);
    const due = dueByHand(upTo, { editions: new Set() }, now);
    const skipped = due?.edition === edition ? due.skipped : [];
    return { subscriptionId: subscription.id, edition, firing: null, skipped };
  }

  /** What could be posted, newest first. */
  async #editions(now: number): Promise<Readonly<Record<Every, readonly Edition[]>>> {
    const days = await this.#parts.store.finalDays();
    const open = await this.#parts.store.openDays(days.at(-1)?.day ?? '');
    const of = (every: Every) => editionsOf(every, days, open, now);
    return { day: of('day'), week: of('week'), month: of('month') };
  }

  /** Plans what is due and starts sending it, without waiting: a slow channel delays no other. A second call joins. */
  #look(): Promise<void> {
    this.#looking ??= this.#run().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #run(): Promise<void> {
    try {
      await this.#attempts.recordRest();
      await this.#plan();
      await this.#send();
    } catch (error) {
      this.#fail(error);
      return;
    }
    if (!this.#failing || !this.#attempts.recorded) return;
    this.#parts.log.info('the store can be used again; posting goes on');
    this.#failing = false;
  }

  /** Logged once per outage of the store. */
  #fail(error: unknown): void {
    if (!this.#failing)
      this.#parts.log.error({ err: error }, 'the store cannot be used; nothing is posted meanwhile');
    this.#failing = true;
  }

  async #end(): Promise<void> {
    await Promise.allSettled([this.#looking, this.#sending]);
    await this.#attempts.allEnd();
    await this.#attempts.recordRest().catch((error: unknown) => this.#fail(error));
  }

  async #plan(): Promise<void> {
    const { subscriptionStore, ledger, now, log } = this.#parts;
    const at = now();
    const editions = await this.#editions(at);
    for await (const page of subscriptionStore.pages(PAGE, at)) {
      if (this.#stopped) return;
      const due: PlannedDelivery[] = [];
      for (const { subscription, dueState } of page) {
        const one = this.#dueOf(subscription, editions[subscription.every], dueState, at);
        if (one !== null) due.push({ ...one, subscriptionId: subscription.id });
      }
      if (due.length === 0) continue;
      const planned = await ledger.plan(due, at);
      if (planned > 0) log.info({ planned }, 'deliveries planned');
    }
  }

  /** One invalid row (a zone that no longer exists) must not stop the other subscriptions. */
  #dueOf(
    subscription: Subscription,
    editions: readonly Edition[],
    dueState: DueState,
    at: number,
  ): Due | null {
    try {
      return dueOf(subscription, editions, dueState, at);
    } catch (error) {
      const { id, zone } = subscription;
      this.#parts.log.error({ subscription: id, zone, err: error }, 'a subscription has an invalid plan');
      return null;
    }
  }

  /** Sends until nothing is left; called while it runs, it looks once more before it ends. */
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
      // Each claim writes to the disk: wait until half of the places are free.
      const free = this.#atOnce - this.#attempts.size;
      if (free < this.#atOnce / 2) {
        await this.#attempts.oneEnds();
        continue;
      }
      const leased = beginLease(now, this.#steady, LEASE - ANSWER_TIME);
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
