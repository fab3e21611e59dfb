import type { DeliveryRow } from '../../store/schema.ts';
import type { Delivery } from '../subscriptions/subscription.ts';

/** A delivery with its times in milliseconds since 1970, UTC. */
export interface LedgerEntry extends Delivery {
  readonly plannedAt: number;
  /** When it was delivered, skipped or suspended; null while it is open. */
  readonly settledAt: number | null;
  /** The key of the text in the channel; null if it is unknown. */
  readonly shown: string | null;
}

export function readDelivery(row: DeliveryRow): LedgerEntry {
  return {
    id: row.id,
    subscriptionId: row.subscription_id,
    edition: row.edition,
    firing: row.firing,
    state: row.state,
    attempts: row.attempts,
    firstSentAt: row.first_sent_at,
    messageIds: JSON.parse(row.message_ids),
    reason: row.reason,
    plannedAt: row.planned_at,
    settledAt: row.settled_at,
    shown: row.shown,
  };
}
