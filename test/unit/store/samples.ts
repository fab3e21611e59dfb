import type { Day, Listing } from '../../../src/archive/paper.ts';
import type { Ledger } from '../../../src/delivery/ledger/ledger.ts';
import { DAILY, type Outcome, type Settings } from '../../../src/delivery/subscriptions/subscription.ts';
import { SubscriptionStore } from '../../../src/delivery/subscriptions/subscription-store.ts';
import type { Database } from '../../../src/store/database.ts';

/** How long leases are in these tests, in milliseconds. */
export const LEASE = 60_000;
export const DAY = 86_400_000;
/** The moment of these tests. */
export const NOW = Date.parse('2026-11-20T09:00:00Z');

export function dayAfter(day: Day, days = 1): Day {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

export function listing(paperId: string, more: Partial<Listing> = {}): Listing {
  const base: Listing = {
    paperId,
    title: `Title of ${paperId} 🙂`,
    votes: 3,
    authors: { names: ['José Lezama', '송한'], cut: false },
    media: { kind: 'image', url: 'https://cdn-thumbnails.huggingface.co/x.png' },
    sections: [{ heading: "What's New", text: '새로운 것\n- a\n- b' }],
  };
  return { ...base, ...more };
}

export function settings(channelId: string, more: Partial<Settings> = {}): Settings {
  return {
    ...DAILY,
    channelId,
    channelKind: 'text',
    time: '09:00',
    zone: 'Asia/Seoul',
    days: [1, 2, 3, 4, 5, 6, 7],
    style: 'cards',
    top: 5,
    locale: 'ko',
    roleId: null,
    thread: false,
    ...more,
  };
}

/** Subscribes channels of the server `1`. @returns the ids, one a channel */
export async function subscribe(database: Database, channels: readonly string[]): Promise<string[]> {
  const subscriptions = new SubscriptionStore(database);
  const ids: string[] = [];
  for (const channel of channels) {
    const { subscription } = await subscriptions.put(settings(channel), {
      guildId: '1',
      userId: '7',
      now: NOW,
    });
    ids.push(subscription.id);
  }
  return ids;
}

/** Records one outcome. @returns false if the delivery is not leased to this owner */
export async function recordOutcome(
  ledger: Ledger,
  id: string,
  owner: string,
  outcome: Outcome,
  now: number,
) {
  return (await ledger.recordOutcomes(owner, [{ id, outcome }], now)).has(id);
}
