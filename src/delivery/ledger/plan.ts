import type { Database } from '../../store/database.ts';
import { newId } from '../../store/id.ts';
import type { DeliveryRow } from '../../store/schema.ts';
import type { Due } from '../rules/due.ts';
import { NO_MESSAGES, type SkipReason } from './open-deliveries.ts';

/** A delivery to plan; without a firing if it was requested by hand. */
export interface PlannedDelivery extends Omit<Due, 'firing'> {
  readonly subscriptionId: string;
  readonly firing: Due['firing'] | null;
}

/** Rows per transaction: others wait until it ends. */
const BATCH = 500;

export async function planDeliveries(
  database: Database,
  due: readonly PlannedDelivery[],
  now: number,
): Promise<number> {
  let planned = 0;
  for (let from = 0; from < due.length; from += BATCH) {
    const batch = due.slice(from, from + BATCH);
    planned += await database.transaction().execute((transaction) => planBatch(transaction, batch, now));
  }
  return planned;
}

async function planBatch(
  transaction: Database,
  due: readonly PlannedDelivery[],
  now: number,
): Promise<number> {
  const active = await transaction
    .selectFrom('subscriptions')
    .select('id')
    .where('id', 'in', [...new Set(due.map(({ subscriptionId }) => subscriptionId))])
    .where('state', '=', 'active')
    // So that nobody removes or pauses one of them before the batch is in.
    .forShare()
    .execute();
  const ids = new Set(active.map(({ id }) => id));
  const plans = due
    .filter(({ subscriptionId }) => ids.has(subscriptionId))
    // In one order, so that two replicas with the same plans cannot deadlock.
    .toSorted((a, b) => (a.subscriptionId < b.subscriptionId ? -1 : 1));
  const planned = await insert(
    transaction,
    plans.map((plan) => ({ ...newRow(plan, now), firing: plan.firing, due_at: now })),
  );
  const passed = plans.flatMap((plan) => plan.skipped.map((edition) => ({ ...plan, edition })));
  await insert(
    transaction,
    passed.map((plan) => ({ ...newRow(plan, now), ...skipped(now) })),
  );
  if (planned > 0) await passOver(transaction, [...ids], now);
  return planned;
}

function newRow(
  { subscriptionId, edition }: Pick<PlannedDelivery, 'subscriptionId' | 'edition'>,
  now: number,
): DeliveryRow {
  return {
    id: newId(now),
    subscription_id: subscriptionId,
    edition,
    firing: null,
    state: 'planned',
    planned_at: now,
    due_at: null,
    lease_owner: null,
    attempts: 0,
    first_sent_at: null,
    message_ids: NO_MESSAGES,
    reason: null,
    settled_at: null,
    shown: null,
    shown_role: null,
    edited_at: null,
  };
}

function skipped(now: number) {
  return { state: 'skipped', reason: 'newer' satisfies SkipReason, due_at: null, settled_at: now } as const;
}

async function insert(transaction: Database, rows: readonly DeliveryRow[]): Promise<number> {
  let count = 0;
  for (let from = 0; from < rows.length; from += BATCH) {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('deliveries')
      .values(rows.slice(from, from + BATCH))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    count += Number(numInsertedOrUpdatedRows);
  }
  return count;
}

/** After an outage only the newest edition is posted: older ones that wait and left nothing behind are skipped. */
async function passOver(transaction: Database, ids: readonly string[], now: number): Promise<void> {
  await transaction
    .updateTable('deliveries')
    .set(skipped(now))
    .where('subscription_id', 'in', ids)
    .where('due_at', 'is not', null)
    .where('state', 'in', ['planned', 'retry'])
    .where('message_ids', '=', NO_MESSAGES)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('deliveries as newer')
          .select('newer.id')
          .whereRef('newer.subscription_id', '=', 'deliveries.subscription_id')
          .where('newer.due_at', 'is not', null)
          .whereRef('newer.edition', '>', 'deliveries.edition'),
      ),
    )
    .execute();
}
