import type { Outcome } from '../schedule/subscription.ts';
import type { Database } from './database.ts';
import type { DeliveryRow } from './schema.ts';

/** Notes an outcome while the delivery is the owner's. A subscription that cannot be posted to is suspended with it. */
export async function settleDelivery(
  database: Database,
  id: string,
  owner: string,
  outcome: Outcome,
  now: number,
): Promise<boolean> {
  if (outcome.kind !== 'suspend') return (await note(database, id, owner, outcome, now)) !== null;
  return database.transaction().execute(async (transaction) => {
    // The subscription first and then its deliveries, as everywhere, so that nobody blocks one another.
    await transaction
      .selectFrom('subscriptions')
      .select('id')
      .where('id', 'in', transaction.selectFrom('deliveries').select('subscription_id').where('id', '=', id))
      .forUpdate()
      .execute();
    const subscriptionId = await note(transaction, id, owner, outcome, now);
    if (subscriptionId === null) return false;
    await transaction
      .updateTable('subscriptions')
      .set({ state: 'suspended', suspended_for: outcome.reason, told: 0 })
      .where('id', '=', subscriptionId)
      .where('state', '=', 'active')
      .execute();
    return true;
  });
}

/** @returns the delivery's subscription, or null when the lease is not this owner's any more */
async function note(
  database: Database,
  id: string,
  owner: string,
  outcome: Outcome,
  now: number,
): Promise<string | null> {
  const row = await database
    .updateTable('deliveries')
    .set({ ...columnsOf(outcome, now), lease_owner: null })
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
    case 'suspend':
      return { state: 'suspended', due_at: null, reason: outcome.reason, settled_at: now };
  }
}
