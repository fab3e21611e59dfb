import { beforeEach, expect, test } from 'vitest';
import { Ledger } from '../../../../src/delivery/ledger/ledger.ts';
import type { Outcome } from '../../../../src/delivery/subscriptions/subscription.ts';
import { SubscriptionStore } from '../../../../src/delivery/subscriptions/subscription-store.ts';
import { onEachDatabase } from '../../../support/databases.ts';
import { LEASE, NOW, subscribe } from '../../store/samples.ts';

const TODAY = '2026-11-20';
const DELIVERED: Outcome = { kind: 'delivered', messageIds: ['5'] };
const RETRY: Outcome = { kind: 'retry', after: 5000, reason: 'HTTP 502' };
const SUSPEND: Outcome = { kind: 'suspend', reason: 'missing-access' };

onEachDatabase((databases) => {
  let ledger: Ledger;
  let subscriptions: SubscriptionStore;
  let ids: string[];
  /** Of the deliveries of each subscription, all claimed by `a`. */
  let deliveries: string[];

  beforeEach(async () => {
    const database = await databases.open();
    ledger = new Ledger(database);
    subscriptions = new SubscriptionStore(database);
    ids = await subscribe(database, ['10', '11', '12']);
    await ledger.plan(
      ids.map((subscriptionId) => ({ subscriptionId, edition: TODAY, firing: TODAY, skipped: [] })),
      NOW,
    );
    const claimed = await ledger.claim('a', 10, LEASE, NOW);
    deliveries = ids.map((id) => claimed.find(({ subscriptionId }) => subscriptionId === id)?.id ?? '');
  });

  const ended = (...outcomes: Outcome[]) =>
    outcomes.map((outcome, place) => ({ id: deliveries[place] ?? '', outcome }));
  const states = () => Promise.all(ids.map(async (id) => (await ledger.find(id, TODAY))?.state));

  test('several outcomes are recorded together', async () => {
    const noted = await ledger.recordOutcomes('a', ended(DELIVERED, RETRY, SUSPEND), NOW);
    expect(noted).toEqual(new Set(deliveries));
    expect(await states()).toEqual(['delivered', 'retry', 'suspended']);
    expect(await subscriptions.suspended()).toMatchObject([{ id: ids[2], suspendedFor: 'missing-access' }]);
  });

  test('deliveries of another owner stay as they are', async () => {
    const [first, second] = ended(DELIVERED, DELIVERED);
    if (first !== undefined) await ledger.recordOutcomes('a', [first], NOW);
    expect(await ledger.recordOutcomes('b', second === undefined ? [] : [second], NOW)).toEqual(new Set());
    expect(await ledger.recordOutcomes('a', ended(RETRY, DELIVERED), NOW)).toEqual(new Set([deliveries[1]]));
    expect(await states()).toEqual(['delivered', 'delivered', 'sending']);
  });

  test('no outcomes change nothing', async () => {
    expect(await ledger.recordOutcomes('a', [], NOW)).toEqual(new Set());
  });
});
