import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Day } from '../../../src/archive/paper.ts';
import { Fetches } from '../../../src/sources/fetch-store.ts';
import { HuggingFace } from '../../../src/sources/huggingface/client.ts';
import { Poller } from '../../../src/sources/poller.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import type { Database } from '../../../src/store/database.ts';
import { keptLog, type LogLine } from '../../support/bot.ts';
import { onEachDatabase } from '../../support/databases.ts';
import type { Replay } from '../../support/huggingface.ts';
import { entries, entry, openReplay, world } from '../../unit/sources/samples.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-20T12:00:00Z');
const TODAY = '2026-11-20';

onEachDatabase((databases) => {
  let database: Database;
  let replay: Replay;
  let around: ReturnType<typeof world>;
  let lines: readonly LogLine[];
  let outcomes: string[];
  let changes: number;
  let worker: Poller;

  function openWorker(): Poller {
    const kept = keptLog();
    lines = kept.lines;
    return new Poller({
      source: new HuggingFace(replay.url, around, { timeout: 200 }),
      store: new ArchiveStore(database),
      fetches: new Fetches(database),
      now: around.now,
      log: kept.log,
      changed: () => {
        changes += 1;
      },
      fetched: (outcome) => outcomes.push(outcome),
    });
  }

  beforeEach(async () => {
    database = await databases.open();
    around = world(NOON);
    outcomes = [];
    changes = 0;
    // Every day has one paper, named after it, but for Sundays.
    replay = await openReplay((day) =>
      new Date(day).getUTCDay() === 0 ? [] : [entry(`26${day.slice(5, 7)}.000${day.slice(8)}`)],
    );
    worker = openWorker();
  });

  const heldDays = async () => [...(await new ArchiveStore(database).hashes()).keys()];
  const held = async (day: Day) => (await new ArchiveStore(database).read([day]))[0];
  /** A round at a moment. */
  const roundAt = async (moment: string) => {
    around.time = Date.parse(moment);
    replay.asked.length = 0;
    await worker.round();
    return replay.askedDays;
  };
  const said = (level: number) => lines.filter((line) => line.level >= level).map(({ msg }) => msg);

  describe('a round', () => {
    test('fetches the last fourteen days at the first run, each request once', async () => {
      await worker.round();
      expect(await heldDays()).toHaveLength(12);
      expect(outcomes.filter((outcome) => outcome === 'empty')).toHaveLength(2);
      expect(changes).toBe(1);
      replay.asked.length = 0;
      await worker.round();
      expect(replay.asked).toEqual([]);
      expect(changes).toBe(1);
      expect(said(40)).toEqual([]);
    });

    test('follows a day until it is final, and then its late papers', async () => {
      await worker.round();
      expect((await held(TODAY))?.fetched).toEqual({ at: NOON, final: false });
      replay.days = (day) => (day === TODAY ? entries(2) : []);
      expect(await roundAt('2026-11-20T23:29:00Z')).toContain(TODAY);
      expect(await held(TODAY)).toMatchObject({ listings: [{}, {}], fetched: { final: false } });
      expect(await roundAt('2026-11-20T23:30:00Z')).toContain(TODAY);
      expect(await held(TODAY)).toMatchObject({ listings: [{}, {}], fetched: { final: true } });
      replay.days = (day) => (day === TODAY ? entries(3) : []);
      await roundAt('2026-11-23T01:00:00Z');
      expect(await held(TODAY)).toMatchObject({ listings: [{}, {}, {}], fetched: { final: true } });
    });

    test('fetches the weeks of an outage day by day, oldest first', async () => {
      await worker.round();
      const days = await roundAt('2026-12-20T09:00:00Z');
      expect(days.slice(0, 2)).toEqual(['2026-12-20', '2026-12-19']);
      const others = days.slice(2);
      expect(others).toEqual(others.toSorted());
      expect(others[0]).toBe('2026-11-20');
      expect(others.at(-1)).toBe('2026-12-18');
    });

    test('writes nothing if nothing changed', async () => {
      await roundAt('2026-11-20T13:00:00Z');
      const before = await new ArchiveStore(database).hashes();
      await roundAt('2026-11-20T14:00:00Z');
      expect(outcomes.slice(14)).toEqual(['unchanged', 'unchanged']);
      expect(await new ArchiveStore(database).hashes()).toEqual(before);
      expect(changes).toBe(1);
    });

    test('removes no paper from a day whose list was emptied, and lets the day become final', async () => {
      await worker.round();
      replay.days = () => [];
      await roundAt('2026-11-20T23:45:00Z');
      expect(await held(TODAY)).toMatchObject({ listings: [{}], fetched: { at: NOON, final: true } });
    });

    test('reads votes again after a list was empty by mistake, even days later', async () => {
      await worker.round();
      const days = replay.days;
      replay.days = () => [];
      await roundAt('2026-11-25T12:00:00Z');
      replay.days = (day) => (day === TODAY ? [entry('2608.00001', { upvotes: 77 })] : days(day));
      await roundAt('2026-11-26T12:00:00Z');
      expect((await held(TODAY))?.listings).toMatchObject([{ votes: 77 }]);
    });

    test('never shows yesterday’s list for a day without papers', async () => {
      replay.days = (day) => (day === TODAY ? [] : entries(1));
      await worker.round();
      expect(await held(TODAY)).toBeUndefined();
      expect(said(40)).toEqual([]);
    });
  });

  describe('when Hugging Face is down', () => {
    test('logs it once, keeps the archive, and recovers', async () => {
      await worker.round();
      const before = await heldDays();
      for (const day of ['2026-11-20', '2026-11-21', '2026-11-19']) replay.broken.set(day, { kind: 'reset' });
      await roundAt('2026-11-21T12:00:00Z');
      await roundAt('2026-11-21T12:10:00Z');
      expect(said(40)).toEqual([
        'Hugging Face cannot be reached; trying again in 10 minutes, and meanwhile the archive stays as it is',
      ]);
      expect(await heldDays()).toEqual(before);
      replay.broken.clear();
      await roundAt('2026-11-21T12:20:00Z');
      expect(await heldDays()).toContain('2026-11-21');
      expect(lines.map(({ msg }) => msg)).toContain('the daily papers come in again');
    });

    test('asks an unreachable server five times, not for every day', async () => {
      replay.broken.set(TODAY, { kind: 'hang' });
      await worker.round();
      expect(replay.asked).toHaveLength(5);
    });

    test('fetches the other days while some cannot be read, however long that lasts', async () => {
      const odd = ['2026-11-07', '2026-11-08', '2026-11-09', '2026-11-10'];
      for (const day of odd) replay.broken.set(day, { kind: 'error' });
      await worker.round();
      await worker.round();
      const fetched = await new Fetches(database).from('huggingface', '2026-11-01');
      expect(fetched.size).toBe(10);
      expect(said(40)).toHaveLength(1);
    });

    test('loses only the unreadable paper, with a line in the log', async () => {
      replay.days = (day) => (day === TODAY ? [...entries(2), { paper: { id: 7 } }] : []);
      await worker.round();
      await roundAt('2026-11-20T13:00:00Z');
      expect((await held(TODAY))?.listings).toHaveLength(2);
      const warned = lines.filter(({ level }) => level >= 40);
      expect(warned).toMatchObject([{ day: TODAY, place: 3, rule: 'no-paper' }]);
    });

    test('logs that a list of unreadable papers failed, keeps the archive, and reads the list again', async () => {
      await worker.round();
      const { days } = replay;
      replay.days = (day) => (day === TODAY ? [...entries(2), 1, 2, 3] : days(day));
      await roundAt('2026-11-20T13:00:00Z');
      expect(outcomes).toContain('failed');
      expect(said(40)).toEqual([expect.stringMatching(/^Hugging Face gave something that is no list/)]);
      expect((await held(TODAY))?.listings).toHaveLength(1);
      replay.days = (day) => (day === TODAY ? entries(2) : days(day));
      expect(await roundAt('2026-11-20T13:10:00Z')).toContain(TODAY);
      expect((await held(TODAY))?.listings).toHaveLength(2);
    });

    test('logs ten oddities of a list, and the number of the others', async () => {
      const odd = Array.from({ length: 500 }, (_, number) => ({ paper: number }));
      replay.days = (day) => (day === TODAY ? [...entries(600), ...odd] : []);
      await worker.round();
      const warned = lines.filter(({ level }) => level >= 40);
      expect(warned).toHaveLength(11);
      expect(warned.at(-1)).toMatchObject({ day: TODAY, more: 490 });
    });
  });

  describe('replicas', () => {
    test('fetch one at a time, and share the fetches', async () => {
      const other = openWorker();
      await Promise.all([worker.round(), other.round()]);
      expect(replay.askedDays).toHaveLength(14);
      expect(await heldDays()).toHaveLength(12);
    });

    test('continue for one that died, when its lease ends', async () => {
      const dead = new Fetches(database);
      await dead.lease('huggingface').since('2026-11-07');
      await dead.lease('huggingface').take('dead', 120_000, NOON);
      await worker.round();
      expect(replay.asked).toEqual([]);
      around.time += 120_000;
      await worker.round();
      expect(await heldDays()).toHaveLength(12);
    });
  });

  test('a stop does not wait for a missing answer, and the next process continues at once', async () => {
    replay.faults.push({ kind: 'hang' });
    const slow = new Poller({
      source: new HuggingFace(replay.url),
      store: new ArchiveStore(database),
      fetches: new Fetches(database),
      now: around.now,
      log: keptLog().log,
      changed: () => undefined,
    });
    slow.start();
    onTestFinished(() => slow.stop());
    while (replay.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const began = performance.now();
    await slow.stop();
    expect(performance.now() - began).toBeLessThan(2_000);
    around.time += HOUR;
    await worker.round();
    expect(await heldDays()).toHaveLength(12);
  });

  test('an unusable store is logged once, and ends nothing', async () => {
    await worker.round();
    await database.destroy();
    await roundAt('2026-11-21T12:00:00Z');
    await roundAt('2026-11-21T12:10:00Z');
    expect(said(40)).toEqual([expect.stringMatching(/^fetched papers cannot be stored; trying again/)]);
  });
});
