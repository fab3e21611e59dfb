import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fetched, Listing } from '../../../src/archive/paper.ts';
import { SourceError } from '../../../src/sources/failure.ts';
import { fetchDay } from '../../../src/sources/fetch-day.ts';
import { Fetches } from '../../../src/sources/fetch-store.ts';
import { HuggingFace } from '../../../src/sources/huggingface/client.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import { type Database, openDatabase } from '../../../src/store/database.ts';
import type { Replay } from '../../support/huggingface.ts';
import { entries, entry, openReplay, world } from './samples.ts';

const DAY = '2026-08-18';
const FIRST = Date.parse('2026-08-18T12:00:00Z');
const HOUR = 3_600_000;

let database: Database;
let replay: Replay;
let around: ReturnType<typeof world>;

beforeEach(async () => {
  database = await openDatabase('sqlite::memory:');
  replay = await openReplay(() => entries(23));
  around = world(FIRST);
  await fetched();
});

afterEach(() => database.destroy());

/** Fetches the day, an hour later each time. */
async function fetched() {
  const store = new ArchiveStore(database);
  const source = new HuggingFace(replay.url, around, { timeout: 500 });
  const outcome = await fetchDay(DAY, { source, store, fetches: new Fetches(database), now: around.now });
  around.time += HOUR;
  return outcome;
}

const failed = async () => {
  const error = await fetched().catch((reason: unknown) => reason);
  if (!(error instanceof SourceError)) throw new Error('it did not fail');
  return error;
};

async function held(): Promise<readonly Listing[]> {
  const [digest] = await new ArchiveStore(database).read([DAY]);
  return digest?.listings ?? [];
}

const ids = (listings: readonly Listing[]) => listings.map(({ paperId }) => paperId);

/** Each entry of a day, with its paper changed. */
const each = (change: (paper: Record<string, unknown>, at: number) => Record<string, unknown>) =>
  entries(23).map(({ paper, ...rest }, at) => ({ ...rest, paper: change({ ...paper }, at) }));

const without = (...names: readonly string[]) =>
  each((paper) => Object.fromEntries(Object.entries(paper).filter(([name]) => !names.includes(name))));

/** What a list may hold in the place of a paper. */
const UNREADABLE: readonly [string, unknown][] = [
  ['null', null],
  ['a text', '2608.00004'],
  ['a number', 2608.00004],
  ['a list', [entry('2608.00004')]],
  ['an object without a paper', { title: 'T' }],
  ['a paper that is text', { paper: '2608.00004' }],
  ['a paper that is a list', { paper: [entry('2608.00004').paper] }],
  ['an id that is a number', { paper: { ...entry('2608.00004').paper, id: 2608.00004 } }],
  [
    'an id under another name',
    { paper: { ...entry('2608.00004').paper, id: undefined, paperId: '2608.00004' } },
  ],
  ['an id that is none of arXiv', { paper: { ...entry('2608.00004').paper, id: 'paper-4' } }],
  ['an id with nothing beside it', { paper: { id: '2608.00004' } }],
];

describe('an entry that cannot be read', () => {
  test.each(UNREADABLE)('does not remove its paper from the archive: %s', async (_what, odd) => {
    const before = await held();
    replay.days = () => entries(23).with(3, odd as never);
    const { papers, warnings } = await fetched();
    expect(papers).toBe(23);
    expect(ids(await held())).toEqual(ids(before));
    expect(warnings).toContainEqual({ line: 1, rule: 'papers-stay', text: '2608.00004' });
    expect(warnings[0]).toMatchObject({ line: 4 });
  });

  test('leaves a paper its earlier votes, with their time', async () => {
    replay.days = () => entries(23).with(3, null as never);
    await fetched();
    const [first, , , fourth] = await held();
    expect(first?.details?.votesAsOf).toBeUndefined();
    expect(fourth).toMatchObject({ votes: 3, details: { votesAsOf: FIRST } });
    expect(await fetched()).toMatchObject({ outcome: 'unchanged' });
    expect((await held())[3]).toMatchObject({ votes: 3, details: { votesAsOf: FIRST } });
    replay.days = () => entries(23);
    await fetched();
    expect((await held())[3]?.details?.votesAsOf).toBeUndefined();
  });

  test('does not stop new papers, or keep papers that a readable list no longer has', async () => {
    replay.days = () => [...entries(22), null, entry('2608.00099')];
    await fetched();
    expect(ids(await held())).toEqual([...ids(await held()).slice(0, 22), '2608.00023', '2608.00099']);
    replay.days = () => entries(22);
    await fetched();
    expect(await held()).toHaveLength(22);
  });

  test.each(UNREADABLE)(
    'fails the list if most entries are unreadable, and changes nothing: %s',
    async (_what, odd) => {
      const before = await new ArchiveStore(database).hashes();
      const many = [...Array.from({ length: 20 }, () => odd), ...entries(3)];
      for (const list of [many, Array.from({ length: 23 }, () => odd), [odd]]) {
        replay.days = () => list;
        const error = await failed();
        expect(error.kind).toBe('odd');
        expect(error.values.reason).toContain(`of ${list.length} entries`);
      }
      expect(await new ArchiveStore(database).hashes()).toEqual(before);
      expect((await new Fetches(database).from('huggingface', DAY)).get(DAY)).toEqual({
        at: FIRST,
        papers: 23,
      });
    },
  );

  test('fails a new day instead of storing it as empty', async () => {
    database = await openDatabase('sqlite::memory:');
    replay.days = () => each(({ id, ...paper }) => ({ ...paper, arxivId: id }));
    expect((await failed()).kind).toBe('odd');
    expect((await new Fetches(database).from('huggingface', DAY)).size).toBe(0);
  });

  test('fails a list that repeats one paper', async () => {
    replay.days = () => Array.from({ length: 23 }, () => entry('2608.00001'));
    expect((await failed()).kind).toBe('odd');
  });

  test('fails an answer that is not a list', async () => {
    for (const other of [{ papers: entries(23) }, 'none', 7, null, true]) {
      replay.answer = other;
      expect((await failed()).kind).toBe('odd');
    }
    expect(await held()).toHaveLength(23);
  });
});

describe('a field that cannot be read', () => {
  const ALWAYS = ['title', 'upvotes', 'authors', 'summary'];
  const NOW_AND_THEN = ['ai_keywords', 'ai_summary', 'organization', 'githubRepo', 'projectPage'];
  const plain = (listings: readonly Listing[]) =>
    listings.map(({ details, ...listing }) => ({
      ...listing,
      details: { ...details, votesAsOf: undefined },
    }));

  test.each([...ALWAYS, ...NOW_AND_THEN])(
    'keeps its stored value if the whole list lacks it: %s',
    async (name) => {
      const before = await held();
      replay.days = () =>
        without(name).map(({ title, ...rest }) => (name === 'title' ? rest : { ...rest, title }));
      await fetched();
      expect(plain(await held())).toEqual(plain(before));
      // Renamed, nested otherwise, null.
      for (const change of [
        (value: unknown) => ({ [`${name}New`]: value }),
        (value: unknown) => ({ [name]: { value } }),
        () => ({ [name]: null }),
        (value: unknown) => ({ [name]: [[value]] }),
        () => ({ [name]: true }),
      ]) {
        replay.days = () =>
          each(({ [name]: value, ...paper }) => ({ ...paper, ...change(value) })).map(
            ({ title: _, ...rest }) => rest,
          );
        await fetched();
        expect(plain(await held())).toEqual(plain(before));
      }
    },
  );

  test.each(ALWAYS)('keeps its stored value, with a warning, if one paper lacks it: %s', async (name) => {
    const before = await held();
    replay.days = () =>
      each((paper, at) => (at === 4 ? { ...paper, [name]: undefined } : paper)).map(
        ({ title, ...rest }, at) => (at === 4 ? rest : { ...rest, title }),
      );
    const { warnings } = await fetched();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({ line: 5, text: expect.stringContaining('2608.00005') });
    expect(plain(await held())).toEqual(plain(before));
  });

  test.each(NOW_AND_THEN)('is removed from a paper if other papers still have it: %s', async (name) => {
    replay.days = () => each((paper, at) => (at === 4 ? { ...paper, [name]: undefined } : paper));
    const { outcome, warnings } = await fetched();
    expect({ outcome, warnings }).toEqual({ outcome: 'changed', warnings: [] });
  });

  test('gets a new value with the next list that has it', async () => {
    replay.days = () => without('upvotes');
    await fetched();
    replay.days = () => each((paper) => ({ ...paper, upvotes: 9 }));
    await fetched();
    expect((await held())[0]).toMatchObject({ votes: 9 });
    expect((await held())[0]?.details?.votesAsOf).toBeUndefined();
  });

  test('leaves votes with the time at which they were counted', async () => {
    replay.days = () => without('upvotes');
    await fetched();
    await fetched();
    const listings = await held();
    expect(listings.map(({ votes }) => votes)).toEqual(entries(23).map(() => 3));
    expect(new Set(listings.map(({ details }) => details?.votesAsOf))).toEqual(
      new Set<Fetched['at']>([FIRST]),
    );
  });

  test('is read if a number is written as text', async () => {
    replay.days = () => each((paper) => ({ ...paper, upvotes: '1204' }));
    expect((await fetched()).warnings).toEqual([]);
    expect((await held())[0]?.votes).toBe(1204);
  });

  test('keeps all authors if some cannot be read, except one whose name was hidden since', async () => {
    const whole = (await held())[0]?.authors;
    const odd = [{ name: 'Ada Lovelace' }, { fullname: 'Charles Babbage' }];
    replay.days = () => each((paper) => ({ ...paper, authors: odd }));
    await fetched();
    expect((await held())[0]?.authors).toEqual(whole);
    replay.days = () => each((paper) => ({ ...paper, authors: [{ name: 'Ada Lovelace', hidden: true }, 7] }));
    await fetched();
    expect((await held())[0]).toMatchObject({ authors: { names: [] }, details: { hiddenAuthors: 1 } });
  });

  test('keeps a video if its new value cannot be read', async () => {
    const video = 'https://cdn-uploads.huggingface.co/a/b.mp4';
    replay.days = () => entries(23).map(({ paper }) => entry(paper.id, { mediaUrls: [video] }));
    await fetched();
    for (const mediaUrls of [{ url: video }, [{ url: video }], ['javascript:x'], undefined]) {
      replay.days = () => entries(23).map(({ paper }) => entry(paper.id, { mediaUrls }, { thumbnail: 7 }));
      await fetched();
      expect((await held())[0]?.media).toEqual({ kind: 'video', url: video });
    }
  });
});

describe('comments that cannot be counted', () => {
  test.each([
    ['are missing everywhere', undefined, undefined],
    ['are in another form', [1], 'yes'],
  ])('stay as they were if they %s', async (_what, numComments, isAuthorParticipating) => {
    replay.days = () => entries(23).map((one) => ({ ...one, numComments: 5, isAuthorParticipating: true }));
    await fetched();
    replay.days = () => entries(23).map((one) => ({ ...one, numComments, isAuthorParticipating }));
    await fetched();
    expect((await held())[0]?.details).toMatchObject({ comments: 5, authorAnswers: true });
  });
});

describe('a list that shrank', () => {
  test('by a few papers loses these papers', async () => {
    replay.days = () => entries(20);
    await fetched();
    expect(await held()).toHaveLength(20);
  });

  test('to less than half loses no paper from the archive', async () => {
    replay.days = () => each((paper) => ({ ...paper, upvotes: 8 })).slice(0, 3);
    const { warnings } = await fetched();
    expect(warnings).toMatchObject([{ rule: 'papers-stay', text: expect.stringContaining('2608.00023') }]);
    const listings = await held();
    expect(listings).toHaveLength(23);
    expect(listings.slice(2, 4)).toMatchObject([{ votes: 8 }, { votes: 3 }]);
  });
});
