import { beforeEach, describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../../../src/delivery/ledger/delivery-row.ts';
import { Ledger } from '../../../../src/delivery/ledger/ledger.ts';
import type { Outcome } from '../../../../src/delivery/subscriptions/subscription.ts';
import { SubscriptionStore } from '../../../../src/delivery/subscriptions/subscription-store.ts';
import { type Database, lostRace } from '../../../../src/store/database.ts';
import { onEachDatabase } from '../../../support/databases.ts';
import { LEASE, NOW, recordOutcome, subscribe } from '../../store/samples.ts';

const TODAY = '2026-11-20';
const YESTERDAY = '2026-11-19';
const DELIVERED: Outcome = { kind: 'delivered', messageIds: ['5'] };
const RETRY = { kind: 'retry', after: 5000, reason: 'HTTP 502' } as const;
const SUSPEND: Outcome = { kind: 'suspend', reason: 'missing-access' };

onEachDatabase((databases) => {
  let database: Database;
  let ledger: Ledger;
  let ids: string[];

  beforeEach(async () => {
    database = await databases.open();
    ledger = new Ledger(database);
    ids = await subscribe(database, ['10', '11', '12']);
  });

  const plan = (subscriptionId = ids[0] ?? '', digest = TODAY, skipped: string[] = [], now = NOW) =>
    ledger.plan([{ subscriptionId, edition: digest, firing: digest, skipped }], now);
  const claim = (owner = 'a', now = NOW, limit = 10) => ledger.claim(owner, limit, LEASE, now);
  /** Plans for the first subscription and claims it. */
  async function claimed(owner = 'a'): Promise<LedgerEntry> {
    await plan();
    const [entry] = await claim(owner);
    if (entry === undefined) throw new Error('nothing claimed');
    return entry;
  }
  /** A post that is half done and waits to go on, and a newer one. */
  async function twoOpen(subscriptionId = ids[0] ?? ''): Promise<void> {
    await plan(subscriptionId, YESTERDAY);
    for (const { id } of await claim()) {
      await ledger.progress(id, 'a', '5');
      await recordOutcome(ledger, id, 'a', { ...RETRY, after: 0 }, NOW);
    }
    await plan(subscriptionId, TODAY);
  }
  const states = async (subscriptionId = ids[0] ?? '') =>
    (await ledger.of(subscriptionId, 10)).map(({ edition: digest, state, reason }) => [
      digest,
      state,
      reason,
    ]);

  describe('planning', () => {
    test('adds what is due and what it skips, once', async () => {
      expect(await plan(ids[0], TODAY, [YESTERDAY, '2026-11-18'])).toBe(1);
      expect(await plan(ids[0], TODAY, [YESTERDAY])).toBe(0);
      expect(await states()).toEqual([
        [TODAY, 'planned', null],
        [YESTERDAY, 'skipped', 'newer'],
        ['2026-11-18', 'skipped', 'newer'],
      ]);
    });

    test('accepts each digest once and each firing once', async () => {
      const subscriptionId = ids[0] ?? '';
      await plan();
      await ledger.plan([{ subscriptionId, edition: TODAY, firing: '2026-11-21', skipped: [] }], NOW);
      await ledger.plan([{ subscriptionId, edition: '2026-11-21', firing: TODAY, skipped: [] }], NOW);
      expect(await states()).toEqual([[TODAY, 'planned', null]]);
    });

    test('accepts any number of digests without a firing', async () => {
      const subscriptionId = ids[0] ?? '';
      for (const digest of [YESTERDAY, TODAY])
        expect(await ledger.plan([{ subscriptionId, edition: digest, firing: null, skipped: [] }], NOW)).toBe(
          1,
        );
    });

    test('skips older digests that still wait, so that an outage ends in one post', async () => {
      await plan(ids[0], YESTERDAY);
      await plan(ids[1], YESTERDAY);
      for (const { id } of await claim()) await recordOutcome(ledger, id, 'a', RETRY, NOW);
      await plan(ids[0], TODAY);
      expect(await states()).toEqual([
        [TODAY, 'planned', null],
        [YESTERDAY, 'skipped', 'newer'],
      ]);
      expect(await states(ids[1])).toEqual([[YESTERDAY, 'retry', 'HTTP 502']]);
    });

    test('does not skip a post that is half done or being sent', async () => {
      await plan(ids[0], YESTERDAY);
      await plan(ids[1], YESTERDAY);
      for (const { id, subscriptionId } of await claim()) {
        await ledger.progress(id, 'a', '5');
        if (subscriptionId === ids[0]) await recordOutcome(ledger, id, 'a', RETRY, NOW);
      }
      await plan(ids[0], TODAY);
      await plan(ids[1], TODAY);
      expect((await states()).map(([, state]) => state)).toEqual(['planned', 'retry']);
      expect((await states(ids[1])).map(([, state]) => state)).toEqual(['planned', 'sending']);
    });

    test('ignores unknown and inactive subscriptions', async () => {
      await new SubscriptionStore(database).suspend(ids[1] ?? '', 'missing-access', NOW);
      const due = ['none', ...ids].map((subscriptionId) => ({
        subscriptionId,
        edition: TODAY,
        firing: TODAY,
        skipped: [],
      }));
      expect(await ledger.plan(due, NOW)).toBe(2);
      expect(await ledger.plan([], NOW)).toBe(0);
    });

    test('accepts thousands at once, and the same from two replicas once', async () => {
      const days = Array.from({ length: 1500 }, (_, n) =>
        new Date(n * 86_400_000).toISOString().slice(0, 10),
      );
      const due = days.map((digest) => ({
        subscriptionId: ids[0] ?? '',
        edition: digest,
        firing: digest,
        skipped: [],
      }));
      const other = new Ledger(database);
      const [one, two] = await Promise.all([ledger.plan(due, NOW), other.plan(due, NOW)]);
      expect(one + two).toBe(1500);
      expect(await ledger.counts()).toMatchObject({ planned: 1, skipped: 1499 });
    });
  });

  describe('claiming', () => {
    test('leases what is due, up to a limit, each once', async () => {
      for (const id of ids) await plan(id);
      const first = await claim('a', NOW, 2);
      expect(first).toHaveLength(2);
      expect(first[0]).toMatchObject({
        edition: TODAY,
        firing: TODAY,
        state: 'sending',
        attempts: 1,
        firstSentAt: NOW,
        plannedAt: NOW,
        messageIds: [],
      });
      expect(await claim('b')).toHaveLength(1);
      expect(await claim('b')).toEqual([]);
    });

    test('begins with what was planned first', async () => {
      await plan(ids[1], TODAY, [], NOW - 1000);
      await plan(ids[0], TODAY, [], NOW);
      await plan(ids[2], TODAY, [], NOW - 2000);
      const order = (await claim()).map(({ subscriptionId }) => subscriptionId);
      expect(order).toEqual([ids[2], ids[1], ids[0]]);
      expect(await claim('b', NOW, 1)).toEqual([]);
    });

    test('leases one delivery of a subscription at a time, the next after its outcome', async () => {
      await twoOpen(ids[0]);
      const [first, ...others] = await claim('a', NOW + 1);
      expect(others).toEqual([]);
      expect(await claim('b', NOW + 1)).toEqual([]);
      await recordOutcome(ledger, first?.id ?? '', 'a', DELIVERED, NOW + 1);
      expect(await claim('b', NOW + 1)).toHaveLength(1);
    });

    test('leases a delivery again after its lease ended, and nothing of that channel before', async () => {
      const { id } = await claimed('a');
      await plan(ids[0], '2026-11-21', [], NOW + 1);
      expect(await claim('b', NOW + LEASE - 1)).toEqual([]);
      expect(await claim('b', NOW + LEASE)).toMatchObject([{ id, attempts: 2, firstSentAt: NOW }]);
    });

    test('leases nothing of an inactive subscription', async () => {
      await plan();
      await new SubscriptionStore(database).suspend(ids[0] ?? '', 'missing-access', NOW);
      expect(await claim()).toEqual([]);
      expect(await ledger.oldestDue()).toBeNull();
    });

    test.runIf(databases.kind === 'PostgreSQL')('passes over what another is just taking', async () => {
      for (const id of ids) await plan(id);
      await database.transaction().execute(async (transaction) => {
        await new Ledger(transaction).claim('a', 1, LEASE, NOW);
        expect(await claim('b')).toHaveLength(2);
      });
    });

    test('cannot lease two deliveries of a subscription, even if it sees only one', async () => {
      await twoOpen();
      const both = database.updateTable('deliveries').set({ state: 'sending' }).execute();
      const error = await both.catch((thrown: unknown) => thrown);
      expect(String(error)).toMatch(/unique/i);
      expect(lostRace(error, database)).toBe(databases.kind === 'PostgreSQL');
    });

    test('gives each delivery to one of several owners at the same moment', async () => {
      for (const id of ids) await twoOpen(id);
      const taken = await Promise.all(
        ['a', 'b', 'c', 'd', 'e', 'f'].map((owner) => claim(owner, NOW + 1, 2)),
      );
      const channels = taken.flat().map(({ subscriptionId }) => subscriptionId);
      expect(channels.toSorted()).toEqual(ids.toSorted());
    });
  });

  describe('an outcome', () => {
    test('of a post is delivered, with its messages', async () => {
      const { id } = await claimed();
      expect(
        await recordOutcome(ledger, id, 'a', { kind: 'delivered', messageIds: ['5', '6'] }, NOW + 7),
      ).toBe(true);
      expect(await ledger.find(ids[0] ?? '', TODAY)).toMatchObject({
        state: 'delivered',
        messageIds: ['5', '6'],
        settledAt: NOW + 7,
        reason: null,
      });
      expect(await claim('b', NOW + LEASE)).toEqual([]);
    });

    test('of a failure waits as long as it says', async () => {
      const { id } = await claimed();
      expect(await recordOutcome(ledger, id, 'a', RETRY, NOW)).toBe(true);
      expect(await states()).toEqual([[TODAY, 'retry', 'HTTP 502']]);
      expect(await claim('b', NOW + 4999)).toEqual([]);
      expect(await claim('b', NOW + 5000)).toMatchObject([{ id, attempts: 2, firstSentAt: NOW }]);
    });

    test('of a refusal also suspends the subscription', async () => {
      const { id } = await claimed();
      expect(await recordOutcome(ledger, id, 'a', SUSPEND, NOW)).toBe(true);
      expect(await states()).toEqual([[TODAY, 'suspended', 'missing-access']]);
      const subscription = await new SubscriptionStore(database).get(ids[0] ?? '');
      expect(subscription).toMatchObject({ state: 'suspended', suspendedFor: 'missing-access' });
    });

    test.each([DELIVERED, RETRY, SUSPEND])(
      'is refused from an owner without the lease: $kind',
      async (outcome) => {
        const { id } = await claimed('a');
        expect(await recordOutcome(ledger, id, 'b', outcome, NOW)).toBe(false);
        await claim('b', NOW + LEASE);
        expect(await recordOutcome(ledger, id, 'a', outcome, NOW)).toBe(false);
        expect(await ledger.progress(id, 'a', '5')).toBe(false);
        expect(await recordOutcome(ledger, 'none', 'a', outcome, NOW)).toBe(false);
        expect(await states()).toEqual([[TODAY, 'sending', null]]);
        expect(await recordOutcome(ledger, id, 'b', DELIVERED, NOW)).toBe(true);
        expect(await recordOutcome(ledger, id, 'b', DELIVERED, NOW)).toBe(false);
      },
    );

    test('is accepted after the lease, while nobody else has leased the delivery', async () => {
      const { id } = await claimed();
      expect(await recordOutcome(ledger, id, 'a', DELIVERED, NOW + 10 * LEASE)).toBe(true);
    });
  });

  test('each message of a post is recorded in order, once', async () => {
    const { id } = await claimed();
    for (const message of ['5', '6', '6']) expect(await ledger.progress(id, 'a', message)).toBe(true);
    expect(await claim('b', NOW + LEASE)).toMatchObject([{ messageIds: ['5', '6'] }]);
  });

  describe('looking up', () => {
    test('finds the deliveries of a subscription, newest first', async () => {
      expect(await ledger.of(ids[0] ?? '', 1)).toEqual([]);
      expect(await ledger.find(ids[0] ?? '', TODAY)).toBeNull();
      for (const [digest, at] of [
        [TODAY, NOW],
        [YESTERDAY, NOW + 1],
      ] as const) {
        await plan(ids[0], digest, [], at);
        for (const { id } of await claim('a', at)) await recordOutcome(ledger, id, 'a', DELIVERED, at);
      }
      expect(await ledger.of(ids[0] ?? '', 1)).toMatchObject([{ edition: YESTERDAY, settledAt: NOW + 1 }]);
    });

    test('finds how long the oldest waits, and how many there are', async () => {
      expect(await ledger.oldestDue()).toBeNull();
      await plan(ids[0], TODAY, [YESTERDAY], NOW - 9000);
      await plan(ids[1], TODAY, [], NOW);
      expect(await ledger.oldestDue()).toBe(NOW - 9000);
      const [first] = await claim('a', NOW, 1);
      await recordOutcome(ledger, first?.id ?? '', 'a', DELIVERED, NOW);
      expect(await ledger.oldestDue()).toBe(NOW);
      expect(await ledger.counts()).toEqual({
        planned: 1,
        sending: 0,
        delivered: 1,
        retry: 0,
        skipped: 1,
        suspended: 0,
      });
    });
  });
});
