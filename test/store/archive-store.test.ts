import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Digest, Listing } from '../../src/archive/paper.ts';
import { UserError } from '../../src/errors.ts';
import { ArchiveStore } from '../../src/store/archive-store.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { KeptInvocations } from '../../src/store/kept-invocations.ts';

const NOW = new Date('2026-11-20T09:00:00Z');

let folder: string;
let database: Database;
let store: ArchiveStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paperboy-'));
  database = await openDatabase(`sqlite:${folder}/new/paperboy.db`);
  store = new ArchiveStore(database);
});

afterEach(async () => {
  await database.destroy();
  rmSync(folder, { recursive: true });
});

function listing(paperId: string, more: Partial<Listing> = {}): Listing {
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

const digest: Digest = {
  date: '2024-12-06',
  listings: [
    listing('2412.00002'),
    listing('2412.00001', { votes: 'dash', media: null, authors: { names: [], cut: true } }),
    listing('2412.00003', { votes: 'missing', sections: [{ heading: null, text: 'x' }] }),
    listing('2412.00004', { votes: 0, media: { kind: 'video', url: '/a' } }),
  ],
};

async function all(): Promise<Digest[]> {
  return Array.fromAsync(store.digests());
}

describe('the archive store', () => {
  test('gives back what was put in, in its order', async () => {
    expect(await store.put(digest, NOW)).toBe('new');
    expect(await all()).toEqual([digest]);
  });

  test('keeps what it holds over a restart', async () => {
    await store.put(digest, NOW);
    await database.destroy();
    database = await openDatabase(`sqlite:${folder}/new/paperboy.db`);
    store = new ArchiveStore(database);
    expect(await all()).toEqual([digest]);
  });

  test('is not changed by the same digest again', async () => {
    await store.put(digest, NOW);
    expect(await store.put(structuredClone(digest), new Date('2026-12-01'))).toBe('unchanged');
    const { stored_at } = await database.selectFrom('digests').select('stored_at').executeTakeFirstOrThrow();
    expect(stored_at).toBe(NOW.toISOString());
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
    expect(await store.put({ date: '2024-01-01', listings: [listing('2401.00001', other)] }, NOW)).toBe(
      'changed',
    );
  });

  test('holds a day without papers', async () => {
    await store.put({ date: '2024-12-07', listings: [] }, NOW);
    expect(await all()).toEqual([{ date: '2024-12-07', listings: [] }]);
    expect(await store.isEmpty()).toBe(false);
  });

  test('puts a day in whole or not at all', async () => {
    await store.put(digest, NOW);
    const twice = { ...digest, listings: [listing('2412.00009'), listing('2412.00009')] };
    await expect(store.put(twice, NOW)).rejects.toThrow('UNIQUE');
    expect(await all()).toEqual([digest]);
  });

  test('holds a day of two thousand papers and many days', async () => {
    const long = Array.from({ length: 2000 }, (_, n) => listing(`2412.${String(n).padStart(5, '0')}`));
    await store.put({ date: '2024-12-08', listings: long }, NOW);
    for (let day = 10; day < 29; day += 1) {
      for (const month of ['01', '02', '03'])
        await store.put({ date: `2024-${month}-${day}`, listings: [] }, NOW);
    }
    const days = (await all()).map(({ date }) => date);
    expect(days).toEqual(days.toSorted());
    expect(days.length).toBe(58);
    expect((await store.read(['2024-12-08', '1999-01-01'])).map(({ listings }) => listings.length)).toEqual([
      2000,
    ]);
  });
});

describe('a database that cannot be used is told in one clear error', () => {
  test('a file that is no database', async () => {
    writeFileSync(
      join(folder, 'other.db'),
      'hello, I am no database at all, just a text of some length\n'.repeat(50),
    );
    await expect(openDatabase(`sqlite:${folder}/other.db`)).rejects.toThrow(UserError);
  });

  test('a folder in the place of the file', async () => {
    mkdirSync(join(folder, 'folder.db'));
    await expect(openDatabase(`sqlite:${folder}/folder.db`)).rejects.toThrow(UserError);
  });

  test('a file in the place of the folder', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(openDatabase(`sqlite:${folder}/file/paperboy.db`)).rejects.toThrow(UserError);
  });

  test('a store that a newer Paperboy wrote', async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('999-later', '2030')`.execute(database);
    await expect(openDatabase(`sqlite:${folder}/new/paperboy.db`)).rejects.toMatchObject({
      key: 'errors.store.newer',
      values: { migration: '999-later' },
    });
  });
});

describe('kept invocations', () => {
  test('are found for 30 days and then gone', async () => {
    const kept = new KeptInvocations(database);
    await kept.keep(new Map([['~a', 'search query=long']]), NOW);
    const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
    expect(await kept.recall('~a', later(29))).toBe('search query=long');
    expect(await kept.recall('~a', later(31))).toBeNull();
    expect(await kept.recall('~b', NOW)).toBeNull();
    await kept.keep(new Map([['~c', 'x']]), later(31));
    expect(await database.selectFrom('kept_invocations').select('key').execute()).toEqual([{ key: '~c' }]);
  });

  test('asked for again are kept from then on', async () => {
    const kept = new KeptInvocations(database);
    const later = new Date(NOW.getTime() + 20 * 86_400_000);
    await kept.keep(new Map([['~a', 'x']]), NOW);
    await kept.keep(new Map([['~a', 'x']]), later);
    expect(await kept.recall('~a', new Date(later.getTime() + 29 * 86_400_000))).toBe('x');
  });
});
