import type { Database } from '../../store/database.ts';

/** Why a delivery was given up: a newer edition replaced it, the subscription stopped, or it has too few papers. */
export type SkipReason = 'newer' | 'stopped' | 'thin';

export const NO_MESSAGES = '[]';

/**
 * Deletes deliveries that left nothing in the channel: never begun, or refused at the first attempt. What is due is
 * then decided again, so that the newest digest is posted instead of all of them.
 */
async function withdraw(database: Database, subscriptionIds: readonly string[]): Promise<void> {
  await database
    .deleteFrom('deliveries')
    .where('subscription_id', 'in', subscriptionIds)
    .where(({ and, or, eb }) =>
      or([
        and([eb('state', '=', 'planned'), eb('attempts', '=', 0)]),
        and([eb('state', '=', 'suspended'), eb('attempts', '=', 1), eb('message_ids', '=', NO_MESSAGES)]),
      ]),
    )
    .execute();
}

/** Ends the open deliveries of stopped subscriptions. Those that another process is sending stay. */
export async function stop(
  database: Database,
  subscriptionIds: readonly string[],
  now: number,
): Promise<void> {
  await withdraw(database, subscriptionIds);
  await database
    .updateTable('deliveries')
    .set({
      state: 'skipped',
      reason: 'stopped' satisfies SkipReason,
      due_at: null,
      lease_owner: null,
      settled_at: now,
    })
    .where('subscription_id', 'in', subscriptionIds)
    .where(({ and, or, eb }) =>
      or([
        eb('state', 'in', ['planned', 'retry', 'suspended']),
        and([eb('state', '=', 'sending'), eb('due_at', '<=', now)]),
      ]),
    )
    .execute();
}

/**
 * Reopens suspended deliveries once the channel can be posted to. A post that may be in the channel in part continues;
 * the others are deleted and decided again.
 */
export async function reopen(database: Database, subscriptionId: string): Promise<void> {
  await withdraw(database, [subscriptionId]);
  await database
    .updateTable('deliveries')
    .set(({ ref }) => ({ state: 'planned', reason: null, due_at: ref('planned_at'), settled_at: null }))
    .where('subscription_id', '=', subscriptionId)
    .where('state', '=', 'suspended')
    .execute();
}
