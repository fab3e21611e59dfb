import type { Database } from '../../store/database.ts';

/** Why a delivery was given up: a newer edition took its place, the subscription stopped, or too few papers are wanted. */
export type SkipReason = 'newer' | 'stopped' | 'thin';

/** JSON of a delivery without posted messages. */
export const NO_MESSAGES = '[]';

/**
 * Takes back what certainly left nothing in its channel: deliveries never begun, and those that Discord refused at
 * their first attempt. Without a row, what is due is decided anew: the newest digest instead of a pile.
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

/**
 * Ends what is open when a subscription stops or starts anew: a digest of then is no news any more. What another
 * process is sending stays its own.
 */
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
 * Opens what was suspended once the channel can be posted to again. What may have left something there (an attempt
 * without an answer, a post half done) goes on where it was; the rest is withdrawn and decided anew.
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
