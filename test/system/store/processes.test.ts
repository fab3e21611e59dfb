import { describe, expect, test } from 'vitest';
import { Ledger } from '../../../src/delivery/ledger/ledger.ts';
import { Child } from '../../support/child.ts';
import { onEachDatabase } from '../../support/databases.ts';
import { DAY, dayAfter, LEASE, NOW, recordOutcome, subscribe } from '../../unit/store/samples.ts';

const CHILD = import.meta.resolve('./child.ts');
const channels = (count: number) => Array.from({ length: count }, (_, n) => String(n + 10));
const named = (lines: readonly string[], word: string) =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

onEachDatabase((databases) => {
  const open = (url: string) => databases.open(url);

  test('three processes that deliver 200 posts at once send none twice', async () => {
    const url = await databases.create();
    const database = await open(url);
    const ledger = new Ledger(database);
    const ids = await subscribe(database, channels(100));
    // Half done and to go on, and a newer one: two for each channel, which are never to be under way together.
    const plan = (edition: string) =>
      ledger.plan(
        ids.map((subscriptionId) => ({ subscriptionId, edition, firing: edition, skipped: [] })),
        NOW,
      );
    await plan('2026-11-19');
    for (const { id } of await ledger.claim('x', 100, LEASE, NOW)) {
      await ledger.progress(id, 'x', '5');
      await recordOutcome(ledger, id, 'x', { kind: 'retry', after: 0, reason: 'x' }, NOW);
    }
    await plan('2026-11-20');
    const children = ['a', 'b', 'c'].map((owner) => new Child(CHILD, ['deliver', url, owner, String(NOW)]));
    await Promise.all(children.map((child) => child.said(/ready/)));
    for (const child of children) child.go();
    expect(await Promise.all(children.map((child) => child.ended()))).toEqual([0, 0, 0]);
    // One that is alone with the last posts of a channel may end while another still has its first.
    for (const { id } of await ledger.claim('x', 200, LEASE, NOW))
      await recordOutcome(ledger, id, 'x', { kind: 'delivered', messageIds: [] }, NOW);
    const lines = children.flatMap((child) => child.lines);
    const claimed = named(lines, 'claimed');
    expect(claimed.length).toBe(new Set(claimed).size);
    expect(claimed.length).toBeGreaterThan(190);
    expect(named(lines, 'settled').toSorted()).toEqual(claimed.toSorted());
    expect(await ledger.counts()).toMatchObject({ delivered: 200, planned: 0, sending: 0, retry: 0 });
  });

  describe('a process that is killed', () => {
    test('loses nothing that was stored, and leaves the rest to the next', async () => {
      const url = await databases.create();
      const database = await open(url);
      const ledger = new Ledger(database);
      const ids = await subscribe(database, channels(5));
      const settled: string[] = [];
      const posted: string[] = [];
      const planned: string[] = [];
      let now = NOW;
      let day = '2026-11-20';
      for (const kills of [3, 8, 14, 21, 33]) {
        const child = new Child(CHILD, ['work', url, day, String(now)]);
        await child.said(/ready/);
        child.go();
        await child.said(/./, kills);
        await child.kill();
        settled.push(...named(child.lines, 'settled'));
        posted.push(...named(child.lines, 'posted'));
        planned.push(...named(child.lines, 'planned'));
        now += DAY;
        day = dayAfter(day, 40);
      }
      const held = (await Promise.all(ids.map((id) => ledger.of(id, 1000)))).flat();
      expect(settled.length).toBe(new Set(settled).size);
      for (const { id, state, messageIds } of held) {
        if (settled.includes(id)) expect(state).toBe('delivered');
        if (posted.includes(id)) expect(messageIds).toEqual([`${id} 0`, `${id} 1`]);
      }
      for (const digest of planned) expect(held.filter(({ edition }) => edition === digest)).toHaveLength(5);
      for (;;) {
        now += DAY;
        const left = await ledger.claim('last', 100, LEASE, now);
        if (left.length === 0) break;
        for (const { id } of left) {
          expect(settled).not.toContain(id);
          await recordOutcome(ledger, id, 'last', { kind: 'delivered', messageIds: [] }, now);
        }
      }
      expect(await ledger.counts()).toMatchObject({ planned: 0, sending: 0, retry: 0, suspended: 0 });
    });
  });
});
