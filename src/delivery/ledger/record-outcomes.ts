import type { Database } from '../../store/database.ts';
import type { DeliveryRow } from '../../store/schema.ts';
import type { Outcome, Snowflake, SuspendReason } from '../subscriptions/subscription.ts';

export interface Ended {
  readonly id: string;
  readonly outcome: Outcome;
  /** The text in the channel; null if the attempts sent different texts. */
  readonly shown?: ShownPost | null;
}

/** The key of a post's text, and the role that it mentions. */
export interface ShownPost {
  readonly key: string;
  readonly roleId: Snowflake | null;
}

/**
 * Records outcomes of an owner's deliveries in one transaction, so that the disk is waited for once. Suspends the
 * subscriptions that cannot be posted to.
 *
 * @returns the ids of the recorded deliveries
 */
export async function recordOutcomes(
  database: Database,
  owner: string,
  ended: readonly Ended[],
  now: number,
): Promise<Set<string>> {
  return database.transaction().execute(async (transaction) => {
    const suspended = ended.filter(({ outcome }) => outcome.kind === 'suspend').map(({ id }) => id);
    if (suspended.length > 0) await lockSubscriptionsOf(transaction, suspended);
    const recorded = new Set<string>();
    // In one order, to avoid deadlocks.
    for (const one of ended.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const { id, outcome } = one;
      const subscriptionId = await record(transaction, owner, one, now);
      if (subscriptionId === null) continue;
      recorded.add(id);
      if (outcome.kind === 'suspend') await suspend(transaction, subscriptionId, outcome.reason, now);
    }
    return recorded;
  });
}

/** Locks subscriptions before their deliveries, as everywhere, to avoid deadlocks. */
async function lockSubscriptionsOf(transaction: Database, deliveryIds: readonly string[]): Promise<void> {
  await transaction
    .selectFrom('subscriptions')
    .select('id')
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('deliveries').select('subscription_id').where('deliveries.id', 'in', deliveryIds),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
}

async function suspend(transaction: Database, id: string, reason: SuspendReason, now: number): Promise<void> {
  await transaction
    .updateTable('subscriptions')
    .set({ state: 'suspended', suspended_for: reason, suspended_at: now, told: 0 })
    .where('id', '=', id)
    .where('state', '=', 'active')
    .execute();
}

/** @returns the delivery's subscription, or null if the delivery is not leased to this owner */
async function record(
  database: Database,
  owner: string,
  { id, outcome, shown = null }: Ended,
  now: number,
): Promise<string | null> {
  const row = await database
    .updateTable('deliveries')
    .set({
      ...columnsOf(outcome, now),
      shown: shown?.key ?? null,
      shown_role: shown?.roleId ?? null,
      lease_owner: null,
    })
    .where('id', '=', id)
    .where('lease_owner', '=', owner)
    .returning('subscription_id')
    .executeTakeFirst();
  return row?.subscription_id ?? null;
}

function columnsOf(outcome: Outcome, now: number): Partial<DeliveryRow> {
  switch (outcome.kind) {
    case 'delivered':
      return {
        state: 'delivered',
        due_at: null,
        message_ids: JSON.stringify(outcome.messageIds),
        reason: null,
        settled_at: now,
      };
    case 'retry':
      return { state: 'retry', due_at: now + outcome.after, reason: outcome.reason };
    case 'skip':
      return { state: 'skipped', due_at: null, reason: outcome.reason, settled_at: now };
    case 'suspend':
      return { state: 'suspended', due_at: null, reason: outcome.reason, settled_at: now };
  }
}
