import { type Database, lostRace } from '../../store/database.ts';
import type { DeliveryState, EditionKey, Outcome, Snowflake } from '../subscriptions/subscription.ts';
import { claimRows } from './claim.ts';
import { type LedgerEntry, readDelivery } from './delivery-row.ts';
import { reopen } from './open-deliveries.ts';
import { type PlannedDelivery, planDeliveries } from './plan.ts';
import { type Ended, recordOutcomes } from './record-outcomes.ts';

/** How often a claim that lost a race with another replica is retried. */
const CLAIMS = 5;

/**
 * What was promised to which channel, and what became of it. Times are milliseconds since 1970, UTC; an `owner` is a
 * name that no other process and no earlier run has.
 */
export class Ledger {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Notes what is due, and what is passed over for it. What is noted already, or belongs to a subscription that is
   * gone or not active, changes nothing.
   *
   * @returns how many deliveries are new
   */
  async plan(due: readonly PlannedDelivery[], now: number): Promise<number> {
    return planDeliveries(this.#database, due, now);
  }

  /**
   * Takes up to `limit` deliveries to be sent now, longest due first: planned, waited for long enough after a failure,
   * or left by an owner whose lease has ended. Of one subscription there is one at a time, over all owners.
   *
   * @param leaseMs milliseconds until another owner may take them
   */
  async claim(owner: string, limit: number, leaseMs: number, now: number): Promise<LedgerEntry[]> {
    for (let tried = 1; ; tried += 1) {
      try {
        const rows = await claimRows(this.#database, owner, limit, leaseMs, now);
        return rows.map(readDelivery).toSorted((a, b) => a.plannedAt - b.plannedAt || (a.id < b.id ? -1 : 1));
      } catch (error) {
        if (tried === CLAIMS || !lostRace(error, this.#database)) throw error;
      }
    }
  }

  /** Records a posted message of a delivery. @returns false when the delivery is not this owner's */
  async progress(id: string, owner: string, messageId: Snowflake): Promise<boolean> {
    return this.#database.transaction().execute(async (transaction) => {
      const row = await transaction
        .selectFrom('deliveries')
        .select('message_ids')
        .where('id', '=', id)
        .where('lease_owner', '=', owner)
        .forUpdate()
        .executeTakeFirst();
      if (row === undefined) return false;
      const standing: Snowflake[] = JSON.parse(row.message_ids);
      if (standing.includes(messageId)) return true;
      await transaction
        .updateTable('deliveries')
        .set({ message_ids: JSON.stringify([...standing, messageId]) })
        .where('id', '=', id)
        .execute();
      return true;
    });
  }

  /**
   * Records the outcome of an attempt. `suspend` also suspends the subscription.
   *
   * @returns false, and nothing is changed, when the delivery is not this owner's any more
   */
  async recordOutcome(id: string, owner: string, outcome: Outcome, now: number): Promise<boolean> {
    return (await this.recordOutcomes(owner, [{ id, outcome }], now)).has(id);
  }

  /** Records several outcomes in one transaction. @returns the ids of the deliveries that were still leased to this owner */
  async recordOutcomes(owner: string, ended: readonly Ended[], now: number): Promise<ReadonlySet<string>> {
    return recordOutcomes(this.#database, owner, ended, now);
  }

  /**
   * Gives back deliveries that were claimed and never begun, as if they had not been. Those whose fate is unknown are
   * not to be among them: they stay with the owner until their lease ends.
   */
  async release(owner: string, unsent: readonly string[], now: number): Promise<void> {
    if (unsent.length === 0) return;
    await this.#database
      .updateTable('deliveries')
      .set(({ case: choose, ref, eb }) => ({
        state: choose()
          .when('attempts', '=', 1)
          .then('planned' as const)
          .else('retry' as const)
          .end(),
        due_at: choose().when('attempts', '=', 1).then(ref('planned_at')).else(now).end(),
        first_sent_at: choose().when('attempts', '=', 1).then(null).else(ref('first_sent_at')).end(),
        attempts: eb('attempts', '-', 1),
        lease_owner: null,
      }))
      .where('id', 'in', unsent)
      .where('lease_owner', '=', owner)
      .execute();
  }

  /** Takes up a delivery that was skipped: somebody asked for it by hand. @returns false when it is not skipped */
  async revive(id: string, now: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('deliveries')
      .set({ state: 'planned', due_at: now, reason: null, settled_at: null })
      .where('id', '=', id)
      .where('state', '=', 'skipped')
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Reopens suspended deliveries: see `reopen`. `Subscriptions.reinstate` calls it. */
  async reopen(subscriptionId: string): Promise<void> {
    await this.#database.transaction().execute((transaction) => reopen(transaction, subscriptionId));
  }

  /** @returns deliveries of a subscription, those planned last first */
  async of(subscriptionId: string, limit: number): Promise<LedgerEntry[]> {
    const rows = await this.#of(subscriptionId)
      .orderBy('planned_at', 'desc')
      .orderBy('edition', 'desc')
      .limit(limit)
      .execute();
    return rows.map(readDelivery);
  }

  /** @returns the delivery that was delivered last */
  async last(subscriptionId: string): Promise<LedgerEntry | null> {
    const row = await this.#of(subscriptionId)
      .where('state', '=', 'delivered')
      .orderBy('settled_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : readDelivery(row);
  }

  async find(subscriptionId: string, edition: EditionKey): Promise<LedgerEntry | null> {
    const row = await this.#of(subscriptionId).where('edition', '=', edition).executeTakeFirst();
    return row === undefined ? null : readDelivery(row);
  }

  /** @returns when the oldest delivery was planned that an active subscription still waits for, or null */
  async oldestDue(): Promise<number | null> {
    const row = await this.#database
      .selectFrom('deliveries')
      .innerJoin('subscriptions', 'subscriptions.id', 'deliveries.subscription_id')
      .select(({ fn }) => fn.min('planned_at').as('at'))
      .where('due_at', 'is not', null)
      .where('subscriptions.state', '=', 'active')
      .executeTakeFirst();
    return row?.at ?? null;
  }

  /** @returns how many deliveries there are of each state. Reads the whole ledger: not for every look at a metric */
  async counts(): Promise<Record<DeliveryState, number>> {
    const rows = await this.#database
      .selectFrom('deliveries')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
      .groupBy('state')
      .execute();
    const none = { planned: 0, sending: 0, delivered: 0, retry: 0, skipped: 0, suspended: 0 };
    return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  }

  #of(subscriptionId: string) {
    return this.#database.selectFrom('deliveries').selectAll().where('subscription_id', '=', subscriptionId);
  }
}
