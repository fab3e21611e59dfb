import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reachOf } from '../../../../src/delivery/ledger/due-state.ts';
import { dueOf } from '../../../../src/delivery/rules/due.ts';
import {
  DAILY,
  type Subscription,
  type Weekday,
} from '../../../../src/delivery/subscriptions/subscription.ts';
import { DAY, NOW, settings } from '../../store/samples.ts';

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const days = fc
  .uniqueArray(fc.integer({ min: -40, max: 3 }), { maxLength: 30 })
  .map((ago) => ago.map((one) => new Date(NOW + one * DAY).toISOString().slice(0, 10)));

test('the days of the ledger that are read decide the same as all of them', () => {
  let due = 0;
  const plan = fc.record({
    time: fc.constantFrom('00:00', '09:00', '23:59'),
    zone: fc.constantFrom('UTC', 'Asia/Seoul', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York'),
    days: fc.subarray([...WEEK], { minLength: 1, maxLength: 2 }),
  });
  fc.assert(
    fc.property(plan, days, days, days, fc.nat(DAY), (plan, stored, digests, firings, into) => {
      const subscription: Subscription = {
        ...settings('10', plan),
        id: 'x',
        ...DAILY,
        guildId: '1',
        userId: '7',
        state: 'active',
        suspendedFor: null,
        activeSince: 0,
      };
      const now = NOW + into;
      const editions = stored
        .toSorted()
        .toReversed()
        .map((day) => ({ key: day, from: day, to: day, days: [day], storedAt: Date.parse(day) }));
      const reach = reachOf(now, 'day');
      const all = { editions: new Set(digests), firings: new Set(firings), any: digests.length > 0 };
      const read = {
        editions: new Set(digests.filter((day) => day >= reach.editions)),
        firings: new Set(firings.filter((day) => day >= reach.firings)),
        any: all.any,
      };
      const decided = dueOf(subscription, editions, read, now);
      expect(decided).toEqual(dueOf(subscription, editions, all, now));
      if (decided !== null) due += 1;
    }),
    { numRuns: 2000 },
  );
  expect(due).toBeGreaterThan(200);
});
