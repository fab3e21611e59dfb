import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Digest } from '../../src/archive/paper.ts';
import { ArchiveStore } from '../../src/store/archive-store.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { onEachDatabase } from '../support/databases.ts';
import { listing } from './samples.ts';

const NOW = new Date('2026-11-20T09:00:00Z');
const LATER = new Date('2026-12-01T09:00:00Z');

const digest: Digest = {
  date: '2024-12-06',
  listings: [
    listing('2412.00002'),
    listing('2412.00001', { votes: 'dash', media: null, authors: { names: [], cut: true } }),
    listing('2412.00003', { votes: 'missing', sections: [{ heading: null, text: 'x' }] }),
    listing('2412.00004', { votes: 0, media: { kind: 'video', url: '/a' } }),
  ],
};

onEachDatabase((databases) => {
  let database: Database;
  let store: ArchiveStore;

  beforeEach(async () => {
    database = await databases.open();
    store = new ArchiveStore(database);
  });

  const all = () => Array.fromAsync(store.digests());

  describe('the archive store', () => {
    test('gives back what was put in, in its order', async () => {
      expect(await store.put(digest, NOW)).toBe('new');
      expect(await all()).toEqual([digest]);
    });

    test('keeps what it holds over a restart', async () => {
      const url = await databases.create();
      const before = await openDatabase(url);
      await new ArchiveStore(before).put(digest, NOW);
      await before.destroy();
      store = new ArchiveStore(await databases.open(url));
      expect(await all()).toEqual([digest]);
    });

    test('is not changed by the same digest again', async () => {
      await store.put(digest, NOW);
      expect(await store.put(structuredClone(digest), LATER)).toBe('unchanged');
      const row = await database.selectFrom('digests').select('stored_at').executeTakeFirst();
      expect(row).toEqual({ stored_at: NOW.toISOString() });
    });

    test('takes a changed digest in the place of the earlier', async () => {
      await store.put(digest, NOW);
      const changed = { ...digest, listings: digest.listings.slice(1).toReversed() };
      expect(await store.put(changed, NOW)).toBe('changed');
      expect(await all()).toEqual([changed]);
    });

    test.each([
      ['votes 0 and -', { votes: 0 as const }, { votes: 'dash' as const }],
      ['votes - and none', { votes: 'dash' as const }, { votes: 'missing' as const }],
      [
        'a heading and none',
        { sections: [{ heading: 'a', text: 'x' }] },
        { sections: [{ heading: null, text: 'x' }] },
      ],
      ['a cut list', { authors: { names: ['A'], cut: true } }, { authors: { names: ['A'], cut: false } }],
    ])('tells %s apart', async (_what, one, other) => {
      await store.put({ date: '2024-01-01', listings: [listing('2401.00001', one)] }, NOW);
      const changed = { date: '2024-01-01', listings: [listing('2401.00001', other)] };
      expect(await store.put(changed, NOW)).toBe('changed');
    });

    test('holds a day without papers', async () => {
      await store.put({ date: '2024-12-07', listings: [] }, NOW);
      expect(await all()).toEqual([{ date: '2024-12-07', listings: [] }]);
      expect(await store.isEmpty()).toBe(false);
    });

    test('puts a day in whole or not at all', async () => {
      await store.put(digest, NOW);
      const twice = { ...digest, listings: [listing('2412.00009'), listing('2412.00009')] };
      await expect(store.put(twice, NOW)).rejects.toThrow(/unique/i);
      expect(await all()).toEqual([digest]);
    });

    test('holds a day of two thousand papers and many days', async () => {
      const long = Array.from({ length: 2000 }, (_, n) => listing(`2412.${String(n).padStart(5, '0')}`));
      await store.put({ date: '2024-12-08', listings: long }, NOW);
      for (let day = 10; day < 29; day += 1) {
        for (const month of ['03', '01', '02'])
          await store.put({ date: `2024-${month}-${day}`, listings: [] }, NOW);
      }
      const days = (await all()).map(({ date }) => date);
      expect(days).toEqual(days.toSorted());
      expect(days.length).toBe(58);
      const read = await store.read(['2024-12-08', '1999-01-01']);
      expect(read.map(({ listings }) => listings.length)).toEqual([2000]);
    });
  });

  describe('the editions that can be posted', () => {
    test('are the days with papers, newest first', async () => {
      await store.put({ date: '2024-12-05', listings: [listing('2412.00001')] }, NOW);
      await store.put(digest, NOW);
      await store.put({ date: '2024-12-07', listings: [] }, NOW);
      expect(await store.editions()).toEqual([
        { day: '2024-12-06', storedAt: NOW.getTime() },
        { day: '2024-12-05', storedAt: NOW.getTime() },
      ]);
      expect(await store.editions(1)).toHaveLength(1);
    });

    test('are as old as when they first came, whatever was corrected later', async () => {
      await store.put(digest, NOW);
      await store.put({ ...digest, listings: digest.listings.slice(1) }, LATER);
      expect(await store.editions()).toEqual([{ day: '2024-12-06', storedAt: NOW.getTime() }]);
    });

    test('come with their first paper, not with the empty day before it', async () => {
      await store.put({ date: '2024-12-06', listings: [] }, NOW);
      await store.put(digest, LATER);
      expect(await store.editions()).toEqual([{ day: '2024-12-06', storedAt: LATER.getTime() }]);
    });

    test('are known of a store from before there were subscriptions', async () => {
      const old = await databases.open(await databases.create());
      await sql`drop table deliveries`.execute(old);
      for (const table of ['subscriptions', 'left_guilds']) await old.schema.dropTable(table).execute();
      await old.schema.alterTable('digests').dropColumn('listed_at').execute();
      await sql`delete from kysely_migration where name > '001-archive'`.execute(old);
      await sql`insert into digests (day, hash, stored_at) values ('2024-12-06', 'x', ${NOW.toISOString()}),
        ('2024-12-07', 'y', ${NOW.toISOString()})`.execute(old);
      await sql`insert into listings (day, position, paper_id, title, authors, authors_cut, sections)
        values ('2024-12-06', 0, '2412.00001', 'x', '[]', 0, '[]')`.execute(old);
      const migrator = new Migrator({ db: old, provider: { getMigrations: async () => migrations } });
      expect((await migrator.migrateToLatest()).error).toBeUndefined();
      expect(await new ArchiveStore(old).editions()).toEqual([
        { day: '2024-12-06', storedAt: NOW.getTime() },
      ]);
    });
  });

  test('a store that a newer Paperboy wrote is left alone', async () => {
    const url = await databases.create();
    const newer = await databases.open(url);
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2030')`.execute(newer);
    await expect(openDatabase(url)).rejects.toMatchObject({
      key: 'errors.store.newer',
      values: { migration: '999-later' },
    });
  });
});
