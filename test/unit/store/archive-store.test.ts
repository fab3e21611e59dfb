import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Details, type Digest, type Listing, VOTES_MAX } from '../../../src/archive/paper.ts';
import { SubscriptionStore } from '../../../src/delivery/subscriptions/subscription-store.ts';
import { Fetches } from '../../../src/sources/fetch-store.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import { type Database, openDatabase } from '../../../src/store/database.ts';
import { migrations } from '../../../src/store/migrations/index.ts';
import { openNameless, TextFile } from '../../../src/store/text-file.ts';
import { onEachDatabase } from '../../support/databases.ts';
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

const details: Details = {
  abstract: 'We *introduce* $x$.\n  And more 🙂',
  keywords: ['a', 'b'],
  aiSummary: 'It does.',
  organization: 'KAIST',
  code: 'https://github.com/a/b',
  project: null,
  hiddenAuthors: 1,
};

function fetched(at: Date, final: boolean, more: Partial<Listing> = {}): Digest {
  const listings = [
    listing('2412.00002', { sections: [], details, ...more }),
    listing('2412.00009', { details }),
  ];
  return { date: '2024-12-06', listings, fetched: { at: at.getTime(), final } };
}

/** Brings a store up to these migrations. */
async function upgrade(database: Database, names: readonly string[]): Promise<void> {
  const getMigrations = async () =>
    Object.fromEntries(Object.entries(migrations).filter(([name]) => names.includes(name)));
  const { error } = await new Migrator({ db: database, provider: { getMigrations } }).migrateToLatest();
  if (error !== undefined) throw error;
}

onEachDatabase((databases) => {
  let database: Database;
  let store: ArchiveStore;

  beforeEach(async () => {
    database = await databases.open();
    store = new ArchiveStore(database);
  });

  const all = () => Array.fromAsync(store.digests());

  describe('the archive store', () => {
    test('returns a digest as it was stored, in order', async () => {
      expect(await store.put(digest, NOW)).toBe('new');
      expect(await all()).toEqual([digest]);
    });

    test('may keep the texts of its listings outside of memory', async () => {
      await store.put(digest, NOW);
      await store.put(fetched(NOW, true), NOW);
      const folder = mkdtempSync(join(tmpdir(), 'paperboy-texts-'));
      const texts = new TextFile(openNameless(join(folder, 'texts')));
      const kept = await Array.fromAsync(store.digests(texts));
      expect(kept[0]?.listings[0]?.sections[0]?.text).toBe(digest.listings[0]?.sections[0]?.text);
      expect(kept[1]?.listings[0]?.details?.abstract).toBe(details.abstract);
      expect(JSON.parse(JSON.stringify(kept))).toEqual(await all());
      texts.close();
      rmSync(folder, { recursive: true });
    });

    test('stores the highest number of votes that can be read', async () => {
      const most = { ...digest, listings: [listing('2412.00005', { votes: VOTES_MAX })] };
      await store.put(most, NOW);
      expect(await all()).toEqual([most]);
    });

    test('keeps its digests over a restart', async () => {
      const url = await databases.create();
      const before = await openDatabase(url);
      await new ArchiveStore(before).put(digest, NOW);
      await before.destroy();
      store = new ArchiveStore(await databases.open(url));
      expect(await all()).toEqual([digest]);
    });

    test('is not changed by an equal digest', async () => {
      await store.put(digest, NOW);
      expect(await store.put(structuredClone(digest), LATER)).toBe('unchanged');
      const row = await database.selectFrom('digests').select('stored_at').executeTakeFirst();
      expect(row).toEqual({ stored_at: NOW.toISOString() });
    });

    test('replaces a digest with a changed one', async () => {
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
    ])('distinguishes %s', async (_what, one, other) => {
      await store.put({ date: '2024-01-01', listings: [listing('2401.00001', one)] }, NOW);
      const changed = { date: '2024-01-01', listings: [listing('2401.00001', other)] };
      expect(await store.put(changed, NOW)).toBe('changed');
    });

    test('stores a day without papers', async () => {
      await store.put({ date: '2024-12-07', listings: [] }, NOW);
      expect(await all()).toEqual([{ date: '2024-12-07', listings: [] }]);
      expect(await store.isEmpty()).toBe(false);
    });

    test('stores a day completely or not at all', async () => {
      await store.put(digest, NOW);
      const twice = { ...digest, listings: [listing('2412.00009'), listing('2412.00009')] };
      await expect(store.put(twice, NOW)).rejects.toThrow(/unique/i);
      expect(await all()).toEqual([digest]);
    });

    test('stores a day of two thousand papers, and many days', async () => {
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
      expect(await store.finalDays()).toEqual([
        { day: '2024-12-06', storedAt: NOW.getTime() },
        { day: '2024-12-05', storedAt: NOW.getTime() },
      ]);
      expect(await store.finalDays(1)).toHaveLength(1);
    });

    test('keep the time when they first came, whatever is corrected later', async () => {
      await store.put(digest, NOW);
      await store.put({ ...digest, listings: digest.listings.slice(1) }, LATER);
      expect(await store.finalDays()).toEqual([{ day: '2024-12-06', storedAt: NOW.getTime() }]);
    });

    test('begin with their first paper, not with the empty day before it', async () => {
      await store.put({ date: '2024-12-06', listings: [] }, NOW);
      await store.put(digest, LATER);
      expect(await store.finalDays()).toEqual([{ day: '2024-12-06', storedAt: LATER.getTime() }]);
    });

    test('leave out fetched days that may still grow', async () => {
      await store.put(fetched(NOW, false), NOW);
      expect(await store.finalDays()).toEqual([]);
      await store.put(fetched(LATER, true), LATER);
      expect(await store.finalDays()).toEqual([{ day: '2024-12-06', storedAt: LATER.getTime() }]);
    });

    test('are one for each day, from the first of its digests that could be posted', async () => {
      await store.put(fetched(NOW, false), NOW);
      await store.put(digest, LATER);
      expect(await store.finalDays()).toEqual([{ day: '2024-12-06', storedAt: LATER.getTime() }]);
      await store.put(fetched(LATER, true), new Date(LATER.getTime() + 1));
      expect(await store.finalDays()).toEqual([{ day: '2024-12-06', storedAt: LATER.getTime() }]);
    });
  });

  describe('a day with a digest of each origin', () => {
    test('keeps both, and its hash changes with either', async () => {
      await store.put(digest, NOW);
      const one = await store.hashes();
      expect(await store.put(fetched(NOW, false), NOW)).toBe('new');
      const both = await store.hashes();
      expect(both.size).toBe(1);
      expect(both).not.toEqual(one);
      expect(await all()).toEqual([digest, fetched(NOW, false)]);
      await store.put({ ...digest, listings: [] }, NOW);
      expect(await store.hashes()).not.toEqual(both);
      expect(await all()).toEqual([{ ...digest, listings: [] }, fetched(NOW, false)]);
    });

    test('is not changed by equal votes that were read again', async () => {
      await store.put(fetched(NOW, false), NOW);
      expect(await store.put(fetched(LATER, false), LATER)).toBe('unchanged');
      expect(await all()).toEqual([fetched(NOW, false)]);
    });

    test('dates votes of an unknown hour with the day alone', async () => {
      const recorded: Digest = { ...fetched(NOW, true), fetched: { at: { day: '2024-12-06' }, final: true } };
      await store.put(recorded, NOW);
      expect(await all()).toEqual([recorded]);
      expect(await store.put(fetched(LATER, true), LATER)).toBe('unchanged');
    });

    test('dates its votes with the last read that had papers, without being written again', async () => {
      const fetches = new Fetches(database);
      await store.put(fetched(NOW, true), NOW);
      await fetches.note('huggingface', '2024-12-06', { at: NOW.getTime(), papers: 2 });
      const hashes = await store.hashes();
      const versions = await store.versions();
      await fetches.note('huggingface', '2024-12-06', { at: LATER.getTime(), papers: 2 });
      expect(await all()).toEqual([fetched(LATER, true)]);
      expect(await store.hashes()).toEqual(hashes);
      expect(await store.versions()).not.toEqual(versions);
      await fetches.note('huggingface', '2024-12-06', { at: LATER.getTime() + 1, papers: 0 });
      expect(await all()).toEqual([fetched(NOW, true)]);
      await fetches.note('huggingface', '2024-12-06', { at: NOW.getTime() - 1, papers: 2 });
      expect(await all()).toEqual([fetched(NOW, true)]);
    });

    test.each([
      ['is final now', fetched(LATER, true)],
      ['has other votes', fetched(LATER, false, { votes: 4 })],
      ['has another abstract', fetched(LATER, false, { details: { ...details, abstract: null } })],
      ['hides an author', fetched(LATER, false, { details: { ...details, hiddenAuthors: 2 } })],
    ])('is changed if the list %s', async (_what, changed) => {
      await store.put(fetched(NOW, false), NOW);
      expect(await store.put(changed, LATER)).toBe('changed');
      expect(await all()).toEqual([changed]);
    });

    test('is not changed by details in another order or with fields that are not stored', async () => {
      await store.put(fetched(NOW, false), NOW);
      const turned = { unheardOf: 3, ...details, hiddenAuthors: 1, abstract: details.abstract };
      expect(await store.put(fetched(NOW, false, { details: turned }), NOW)).toBe('unchanged');
    });
  });

  describe('a store of an earlier version', () => {
    /** A store as it was after these migrations. */
    const storeAt = async (names: readonly string[]): Promise<Database> => {
      const old = await databases.open(await databases.create());
      for (const { name } of await old.introspection.getTables({ withInternalKyselyTables: true }))
        await sql`drop table if exists ${sql.table(name)} ${sql.raw(databases.kind === 'SQLite' ? '' : 'cascade')}`.execute(
          old,
        );
      await upgrade(old, names);
      await sql`insert into digests (day, hash, stored_at) values ('2024-12-06', 'x', ${NOW.toISOString()}),
        ('2024-12-07', 'y', ${NOW.toISOString()})`.execute(old);
      await sql`insert into listings (day, position, paper_id, title, votes, authors, authors_cut, sections)
        values ('2024-12-06', 0, '2412.00001', 'x', 7, '["A"]', 1, '[[null,"t"]]')`.execute(old);
      return old;
    };

    test('from before subscriptions knows what can be posted', async () => {
      const old = await storeAt(['001-archive']);
      await upgrade(old, Object.keys(migrations));
      expect(await new ArchiveStore(old).finalDays()).toEqual([
        { day: '2024-12-06', storedAt: NOW.getTime() },
      ]);
    });

    test('from before styles has cards in every channel', async () => {
      const old = await storeAt(['001-archive', '002-subscriptions']);
      await sql`insert into subscriptions (id, guild_id, channel_id, channel_kind, time, zone, days, top, locale, thread,
          user_id, state, told, active_since)
        values ('x', '1', '10', 'text', '09:00', 'UTC', '[1]', 5, 'en', 0, '7', 'active', 0, 0)`.execute(old);
      await upgrade(old, Object.keys(migrations));
      expect(await new SubscriptionStore(old).get('x')).toMatchObject({
        channelId: '10',
        style: 'cards',
        top: 5,
      });
    });

    test('from before Hugging Face keeps its digests and accepts others', async () => {
      const old = await storeAt(['001-archive', '002-subscriptions']);
      await sql`update digests set listed_at = ${LATER.toISOString()} where day = '2024-12-06'`.execute(old);
      await upgrade(old, Object.keys(migrations));
      const upgraded = new ArchiveStore(old);
      expect(await upgraded.finalDays()).toEqual([{ day: '2024-12-06', storedAt: LATER.getTime() }]);
      expect(await upgraded.hashes()).toEqual(
        new Map([
          ['2024-12-06', 'x'],
          ['2024-12-07', 'y'],
        ]),
      );
      const held = listing('2412.00001', {
        title: 'x',
        votes: 7,
        authors: { names: ['A'], cut: true },
        media: null,
        sections: [{ heading: null, text: 't' }],
      });
      const digests = [
        { date: '2024-12-06', listings: [held] },
        { date: '2024-12-07', listings: [] },
      ];
      expect(await Array.fromAsync(upgraded.digests())).toEqual(digests);
      await upgraded.put(fetched(NOW, true), NOW);
      expect(await upgraded.read(['2024-12-06'])).toEqual([digests[0], fetched(NOW, true)]);
    });

    test('from before several sources knows what was fetched from Hugging Face', async () => {
      const old = await storeAt(['001-archive']);
      await upgrade(old, ['001-archive', '002-subscriptions', '003-origins', '004-fetches']);
      await sql`insert into fetches (day, fetched_at, papers) values ('2024-12-06', ${NOW.getTime()}, 2)`.execute(
        old,
      );
      await upgrade(old, Object.keys(migrations));
      const fetches = new Fetches(old);
      const held = [['2024-12-06', { at: NOW.getTime(), papers: 2 }]];
      expect([...(await fetches.from('huggingface', '2024-12-01'))]).toEqual(held);
      await fetches.note('huggingface', '2024-12-06', { at: LATER.getTime(), papers: 3 });
      expect((await fetches.from('huggingface', '2024-12-01')).size).toBe(1);
    });

    test('recognizes its Markdown digests', async () => {
      await store.put(digest, NOW);
      const row = await database.selectFrom('digests').select('hash').executeTakeFirst();
      expect(row?.hash).toBe('K4uew3cgyksKcmYYOlwKiq7Tn_b4FcL6LrXhOtOO_KU');
    });
  });

  test('a store written by a newer Paperboy is refused', async () => {
    const url = await databases.create();
    const newer = await databases.open(url);
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2030')`.execute(newer);
    await expect(openDatabase(url)).rejects.toMatchObject({
      key: 'errors.store.newer',
      values: { migration: '999-later' },
    });
  });
});
