import { type Database, lostRace } from '../../store/database.ts';
import type { DeliveryState, EditionKey, Snowflake } from '../subscriptions/subscription.ts';
import { claimRows } from './claim.ts';
import { type LedgerEntry, readDelivery } from './delivery-row.ts';
import { type PlannedDelivery, planDeliveries } from './plan.ts';
import { type Ended, recordOutcomes } from './record-outcomes.ts';

/** Tries of a claim that loses races with other replicas. */
const CLAIMS = 5;

/** Every delivery and its state. Times are milliseconds since 1970, UTC; an `owner` is unique to one run of a process. */
export class Ledger {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Adds due deliveries and the editions they skip. Known deliveries and inactive subscriptions are ignored.
   *
   * @returns the number of new deliveries
   */
  async plan(due: readonly PlannedDelivery[], now: number): Promise<number> {
    return planDeliveries(this.#database, due, now);
  }

  /**
   * Leases up to `limit` due deliveries, oldest first: planned, ready for a retry, or left by an owner whose lease ended.
   * Each subscription has at most one leased delivery.
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

  /** Records a posted message of a delivery. @returns false if the delivery is not this owner's */
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
      const posted: Snowflake[] = JSON.parse(row.message_ids);
      if (posted.includes(messageId)) return true;
      await transaction
        .updateTable('deliveries')
        .set({ message_ids: JSON.stringify([...posted, messageId]) })
        .where('id', '=', id)
        .execute();
      return true;
    });
  }

  /** Records outcomes in one transaction. @returns the ids of the deliveries that were still leased to this owner */
  async recordOutcomes(owner: string, ended: readonly Ended[], now: number): Promise<ReadonlySet<string>> {
    return recordOutcomes(this.#database, owner, ended, now);
  }

  /** Reopens a skipped delivery that somebody asked for by hand. @returns false if it is not skipped */
  async revive(id: string, now: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('deliveries')
      .set({ state: 'planned', due_at: now, reason: null, settled_at: null })
      .where('id', '=', id)
      .where('state', '=', 'skipped')
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async of(subscriptionId: string, limit: number): Promise<LedgerEntry[]> {
    const rows = await this.#of(subscriptionId)
      .orderBy('planned_at', 'desc')
      .orderBy('edition', 'desc')
      .limit(limit)
      .execute();
    return rows.map(readDelivery);
  }

  async find(subscriptionId: string, edition: EditionKey): Promise<LedgerEntry | null> {
    const row = await this.#of(subscriptionId).where('edition', '=', edition).executeTakeFirst();
    return row === undefined ? null : readDelivery(row);
  }

  /** @returns when the oldest open delivery of an active subscription was planned */
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

  /** @returns how many deliveries are in each state. Reads the whole table */
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
