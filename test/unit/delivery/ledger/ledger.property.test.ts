import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ledger } from '../../../../src/delivery/ledger/ledger.ts';
import type { Database } from '../../../../src/store/database.ts';
import { onEachDatabase } from '../../../support/databases.ts';
import { dayAfter, LEASE, NOW, recordOutcome, subscribe } from '../../store/samples.ts';

const OWNERS = ['a', 'b'] as const;
type Owner = (typeof OWNERS)[number];

/** What an owner believes of a delivery it has claimed; it may have lost it since. */
interface Held {
  readonly id: string;
  readonly owner: Owner;
}

const owner = fc.constantFrom(...OWNERS);
/** Which of the deliveries that the owner has ever claimed. */
const which = fc.nat(50);
const step = fc.oneof(
  fc.record({ step: fc.constant('plan' as const), day: fc.integer({ min: 0, max: 5 }) }),
  {
    weight: 3,
    arbitrary: fc.record({
      step: fc.constant('claim' as const),
      owner,
      limit: fc.integer({ min: 1, max: 4 }),
    }),
  },
  fc.record({ step: fc.constant('deliver' as const), owner, which }),
  fc.record({
    step: fc.constant('retry' as const),
    owner,
    which,
    after: fc.integer({ min: 0, max: 2 * LEASE }),
  }),
  fc.record({ step: fc.constant('progress' as const), owner, which }),
  fc.record({ step: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 2 * LEASE }) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Two owners at one ledger, and what has to be true of it whatever they do. */
class World {
  readonly #ledger: Ledger;
  readonly #subscriptions: readonly string[];
  #now = NOW;
  readonly #claimed: Held[] = [];
  /** Who holds a delivery, and until when; a lease that has ended is the owner's until somebody else has taken it. */
  readonly #leases = new Map<string, { owner: Owner; until: number; subscriptionId: string }>();
  readonly #delivered = new Set<string>();

  constructor(database: Database, subscriptions: readonly string[]) {
    this.#ledger = new Ledger(database);
    this.#subscriptions = subscriptions;
  }

  async do(one: Step): Promise<void> {
    if (one.step === 'wait') this.#now += one.ms;
    else if (one.step === 'plan') await this.#plan(one.day);
    else if (one.step === 'claim') await this.#claim(one.owner, one.limit);
    else await this.#work(one);
  }

  /** Goes on until nothing is left: what was planned is delivered, or was passed over for something newer. */
  async end(): Promise<void> {
    for (let empty = 0; empty < 2; ) {
      this.#now += 3 * LEASE;
      const claimed = await this.#claim('a', 100);
      for (const id of claimed) await this.#work({ step: 'deliver', owner: 'a', id });
      empty = claimed.length === 0 ? empty + 1 : 0;
    }
    const counts = await this.#ledger.counts();
    expect(counts).toMatchObject({ planned: 0, sending: 0, retry: 0, suspended: 0 });
    expect(counts.delivered).toBe(this.#delivered.size);
  }

  async #plan(day: number): Promise<void> {
    const digest = dayAfter('2026-11-15', day);
    const due = this.#subscriptions.map((subscriptionId) => ({
      subscriptionId,
      edition: digest,
      firing: digest,
      skipped: [],
    }));
    await this.#ledger.plan(due, this.#now);
  }

  async #claim(owner: Owner, limit: number): Promise<string[]> {
    const claimed = await this.#ledger.claim(owner, limit, LEASE, this.#now);
    expect(claimed.length).toBeLessThanOrEqual(limit);
    for (const { id, subscriptionId } of claimed) {
      const live = [...this.#leases].filter(([, lease]) => lease.until > this.#now);
      expect(
        live.filter(([other, lease]) => other === id || lease.subscriptionId === subscriptionId),
      ).toEqual([]);
      expect(this.#delivered.has(id)).toBe(false);
      this.#leases.set(id, { owner, until: this.#now + LEASE, subscriptionId });
      this.#claimed.push({ id, owner });
    }
    return claimed.map(({ id }) => id);
  }

  async #work(
    one: { owner: Owner; which?: number; id?: string } & (
      | { step: 'deliver' | 'progress' }
      | { step: 'retry'; after: number }
    ),
  ): Promise<void> {
    const { owner } = one;
    const held = this.#claimed.filter((claim) => claim.owner === owner);
    const id = one.id ?? held[(one.which ?? 0) % Math.max(1, held.length)]?.id;
    if (id === undefined) return;
    const lease = this.#leases.get(id);
    const owned = lease?.owner === owner;
    switch (one.step) {
      case 'deliver': {
        const outcome = { kind: 'delivered', messageIds: ['5'] } as const;
        expect(await recordOutcome(this.#ledger, id, owner, outcome, this.#now)).toBe(owned);
        if (!owned) return;
        expect(this.#delivered.has(id)).toBe(false);
        this.#delivered.add(id);
        this.#leases.delete(id);
        return;
      }
      case 'retry': {
        const outcome = { kind: 'retry', after: one.after, reason: 'x' } as const;
        expect(await recordOutcome(this.#ledger, id, owner, outcome, this.#now)).toBe(owned);
        if (owned) this.#leases.delete(id);
        return;
      }
      case 'progress':
        expect(await this.#ledger.progress(id, owner, '5')).toBe(owned);
    }
  }
}

onEachDatabase((databases) => {
  const runs = { SQLite: 150, PostgreSQL: 15 }[databases.kind];

  describe('two owners of one ledger, in any order of steps', () => {
    test('never hold the same channel, and deliver each post once', async () => {
      const database = await databases.open(databases.kind === 'SQLite' ? 'sqlite::memory:' : undefined);
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 50, size: 'max' }), async (steps) => {
          await database.deleteFrom('subscriptions').execute();
          const world = new World(database, await subscribe(database, ['10', '11', '12']));
          for (const one of steps) await world.do(one);
          await world.end();
        }),
        { numRuns: runs },
      );
    });
  });
});
