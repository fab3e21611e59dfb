import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Digest } from '../../../src/archive/paper.ts';
import { Fetches } from '../../../src/sources/fetch-store.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import { dayOf } from '../../../src/text/dates/instants.ts';
import { Child } from '../../support/child.ts';
import { onEachDatabase } from '../../support/databases.ts';
import type { Replay } from '../../support/huggingface.ts';
import { entry, openReplay } from '../../unit/sources/samples.ts';

const CHILD = import.meta.resolve('./child.ts');
const NOW = Date.parse('2026-11-20T12:00:00Z');
const DAY = 86_400_000;
const LEASE = 120_000;
/** As many days as are followed here: an outage of eleven weeks. */
const DAYS = Array.from({ length: 77 }, (_, n) => dayOf(NOW - (76 - n) * DAY));

/** Twenty papers a day, of which half stood on the day before. */
const papersOf = (day: string) => {
  const number = DAYS.indexOf(day);
  return Array.from({ length: 20 }, (_, n) => entry(`2608.${String(number * 10 + n + 1).padStart(5, '0')}`));
};

async function asked(replay: Replay, requests: number): Promise<void> {
  while (replay.asked.length < requests) await pause(1);
}

onEachDatabase((databases) => {
  const open = async () => {
    const replay = await openReplay(papersOf);
    const url = await databases.create();
    const database = await databases.open(url);
    const fetches = new Fetches(database);
    await fetches.lease('huggingface').since(DAYS[0] ?? '');
    const start = async (now: number) => {
      const child = new Child(CHILD, [url, replay.url, String(now)]);
      await child.said(/ready/);
      child.go();
      return child;
    };
    return { replay, store: new ArchiveStore(database), fetches, start };
  };

  const digests = (store: ArchiveStore): Promise<Digest[]> => Array.fromAsync(store.digests());
  const expectAll = (held: readonly Digest[]) => {
    expect(held.map(({ date }) => date)).toEqual(DAYS);
    for (const { date, listings } of held)
      expect(listings.map(({ paperId }) => paperId)).toEqual(papersOf(date).map(({ paper }) => paper.id));
  };

  test('after a kill at any moment of a fetch of 77 days, the next process continues', async () => {
    const { replay, store, fetches, start } = await open();
    let now = NOW;
    for (const requests of [1, 2, 31, 64, 65, 90, 141]) {
      const child = await start(now);
      await asked(replay, requests);
      await child.kill();
      const noted = await fetches.from('huggingface', '2026-01-01');
      const held = new Map((await digests(store)).map(({ date, listings }) => [date, listings.length]));
      // What is noted is held, and what is held is whole.
      for (const day of noted.keys()) expect(held.get(day)).toBe(20);
      expect(new Set(held.values()).size).toBeLessThan(2);
      now += LEASE;
    }
    const last = await start(now);
    expect(await last.ended()).toBe(0);
    expectAll(await digests(store));
    // Each kill costs at most the day that was under way.
    expect(replay.askedDays.length).toBeLessThanOrEqual(DAYS.length + 7);
  });

  test('two replicas that start at once fetch each day once', async () => {
    const { replay, store, start } = await open();
    const children = await Promise.all([start(NOW), start(NOW)]);
    expect(await Promise.all(children.map((child) => child.ended()))).toEqual([0, 0]);
    expectAll(await digests(store));
    expect(replay.askedDays.toSorted()).toEqual(DAYS);
  });

  test('a killed replica is replaced by another when its lease ends', async () => {
    const { replay, store, start } = await open();
    const first = await start(NOW);
    await asked(replay, 40);
    const second = await start(NOW + 1);
    expect(await second.ended()).toBe(0);
    await first.kill();
    const third = await start(NOW + LEASE);
    expect(await third.ended()).toBe(0);
    expectAll(await digests(store));
  });
});
