import { beforeEach, describe, expect, test } from 'vitest';
import { Archive } from '../../../src/archive/archive.ts';
import type { Digest, PaperId } from '../../../src/archive/paper.ts';
import { HuggingFace } from '../../../src/sources/huggingface/client.ts';
import { PaperPoller } from '../../../src/sources/paper-poller.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import type { Database } from '../../../src/store/database.ts';
import { PaperRecords } from '../../../src/store/paper-records.ts';
import { keptLog, type LogLine } from '../../support/bot.ts';
import { onEachDatabase } from '../../support/databases.ts';
import type { Replay } from '../../support/huggingface.ts';
import { entry, openReplay, world } from '../../unit/sources/samples.ts';
import { listing } from '../../unit/store/samples.ts';

const DAYS = 24 * 3_600_000;
const NOON = Date.parse('2026-11-20T12:00:00Z');
const KOREAN = [{ heading: null, text: '분자의 반응을 예측하는 그래프 신경망을 제안합니다.' }];
const BEES =
  'Honey bees tell each other where nectar is by a waggle dance. We film ten hives in Jeju for a summer, follow every ' +
  'dancer on video, and read from angle and duration of the dance which field of buckwheat the colony visits next.';

/** An answer of `/api/papers/<id>`, with the fields that one has today. */
function answer(id: string, more: Record<string, unknown> = {}) {
  const { paper, thumbnail } = entry(id);
  return {
    ...paper,
    thumbnail,
    numComments: 4,
    isAuthorParticipating: true,
    mediaUrls: ['https://cdn-uploads.huggingface.co/a/b.mp4'],
    linkedModels: [{ id: 'ada/engine' }],
    numTotalModels: 12,
    numTotalDatasets: 3,
    numTotalSpaces: 0,
    ...more,
  };
}

const written = (date: string, ...ids: readonly PaperId[]): Digest => ({
  date,
  listings: ids.map((id) =>
    listing(id, {
      title: 'Waggle',
      sections: KOREAN,
      authors: { names: ['Charles Babbage', 'Ada Lovelace', 'Hid Den'], cut: true },
    }),
  ),
});

onEachDatabase((databases) => {
  let database: Database;
  let replay: Replay;
  let around: ReturnType<typeof world>;
  let lines: readonly LogLine[];
  let changes: number;

  beforeEach(async () => {
    database = await databases.open();
    around = world(NOON);
    changes = 0;
    replay = await openReplay(() => []);
    replay.papers = (id) => answer(id);
    await new ArchiveStore(database).put(written('2024-12-06', '2412.00001', '2412.00002'), new Date(NOON));
    await new ArchiveStore(database).put(written('2024-12-09', '2412.00003'), new Date(NOON));
  });

  /** The archive as a process reads it at its start. */
  async function read(): Promise<Archive> {
    const archive = Archive.of([]);
    for await (const record of new PaperRecords(database).after(0)) archive.record(record);
    const store = new ArchiveStore(database);
    archive.judge(await store.doubtful());
    for await (const digest of store.digests()) archive.put(digest);
    return archive;
  }

  /** A process that asks, with what it read at its start. */
  async function open(): Promise<PaperPoller> {
    const kept = keptLog();
    lines = kept.lines;
    return new PaperPoller({
      source: new HuggingFace(replay.url, around),
      archive: await read(),
      records: new PaperRecords(database),
      now: around.now,
      sleep: around.sleep,
      log: kept.log,
      changed: () => {
        changes += 1;
      },
    });
  }

  const round = async () => {
    replay.asked.length = 0;
    await (await open()).round();
    return replay.askedPapers;
  };

  test('a paper only from Markdown gets its details from Hugging Face by id', async () => {
    expect(await round()).toEqual(['2412.00003', '2412.00001', '2412.00002']);
    expect(changes).toBe(1);
    const archive = await read();
    const paper = archive.paper('2412.00001');
    expect(paper).toMatchObject({
      title: 'Waggle',
      sections: KOREAN,
      origins: ['markdown'],
      authors: { names: ['Ada Lovelace', 'Charles Babbage'], cut: false, ordered: true },
      details: {
        abstract: 'Abstract of 2412.00001.',
        organization: 'Analytical Engines',
        code: 'https://github.com/ada/engine',
        stars: 1843,
        comments: 4,
        authorAnswers: true,
        models: 12,
        datasets: 3,
        spaces: 0,
        media: [
          { kind: 'video', url: 'https://cdn-uploads.huggingface.co/a/b.mp4' },
          { kind: 'image', url: expect.stringContaining('cdn-thumbnails.huggingface.co') },
        ],
      },
    });
    expect(archive.hasAuthor('Hid Den')).toBe(false);
    expect(archive.papersFrom('Analytical Engines')).toHaveLength(3);
  });

  test('a process with the archive reads the records that another process stored', async () => {
    const archive = await read();
    await round();
    for await (const record of new PaperRecords(database).after(0)) archive.record(record);
    expect(archive.paper('2412.00002')).toEqual((await read()).paper('2412.00002'));
    expect(archive.hasAuthor('Hid Den')).toBe(false);
  });

  test('an abstract by id makes the summary of another paper doubtful', async () => {
    replay.papers = (id) => answer(id, { summary: id === '2412.00001' ? BEES : '' });
    await round();
    expect([...(await new ArchiveStore(database).doubtful())]).toEqual(['2412.00001']);
  });

  test('each paper is asked for once, two seconds apart, and a restart continues where the last process ended', async () => {
    const poller = await open();
    replay.papers = (id) => {
      if (id === '2412.00001') void poller.stop();
      return answer(id);
    };
    await poller.round();
    expect(replay.askedPapers).toEqual(['2412.00003', '2412.00001']);
    expect(around.slept).toEqual([2_000]);
    replay.papers = (id) => answer(id);
    expect(await round()).toEqual(['2412.00001', '2412.00002']);
    expect(await round()).toEqual([]);
  });

  test('only one of two processes asks', async () => {
    const [one, other] = [await open(), await open()];
    await Promise.all([one.round(), other.round()]);
    expect(replay.askedPapers).toHaveLength(3);
  });

  test('an unknown paper is asked for again a month later, and keeps its stored record', async () => {
    replay.papers = () => undefined;
    expect(await round()).toHaveLength(3);
    expect((await read()).paper('2412.00001')?.details).toBeNull();
    around.time += 29 * DAYS;
    expect(await round()).toEqual([]);
    around.time += DAYS;
    replay.papers = (id) => answer(id);
    expect(await round()).toHaveLength(3);
    const records = new PaperRecords(database);
    expect(await records.note('huggingface', '2412.00001', null, around.time)).toBe(false);
    expect((await read()).paper('2412.00001')?.details?.stars).toBe(1843);
  });

  test('a young paper is read once more when it is older', async () => {
    await new ArchiveStore(database).put(written('2026-11-18', '2611.00001'), new Date(NOON));
    await round();
    around.time += 27 * DAYS;
    expect(await round()).toEqual([]);
    around.time += DAYS;
    replay.papers = (id) => answer(id, { githubStars: 9_000 });
    expect(await round()).toEqual(['2611.00001']);
    expect((await read()).paper('2611.00001')?.details?.stars).toBe(9_000);
    around.time += 90 * DAYS;
    expect(await round()).toEqual([]);
  });

  describe('an answer that cannot be read', () => {
    beforeEach(async () => {
      await new ArchiveStore(database).put(written('2026-11-18', '2611.00001'), new Date(NOON));
      await round();
      around.time += 28 * DAYS;
    });

    test.each([
      ['a list', []],
      ['another paper', answer('2412.00009')],
      ['an error in its place', { error: 'Something is wrong' }],
      ['an id alone', { id: '2611.00001' }],
    ])('does not count as “unknown”: %s', async (_what, odd) => {
      replay.papers = () => odd;
      const before = (await read()).paper('2611.00001');
      expect(await round()).toEqual(['2611.00001']);
      expect((await read()).paper('2611.00001')).toEqual(before);
      expect(lines.filter(({ level }) => level === 40)).toHaveLength(1);
      replay.papers = (id) => answer(id);
      expect(await round()).toEqual(['2611.00001']);
    });

    test.each([
      ['numTotalModels', 'models'],
      ['githubStars', 'stars'],
      ['numComments', 'comments'],
      ['isAuthorParticipating', 'authorAnswers'],
      ['summary', 'abstract'],
      ['organization', 'organization'],
      ['githubRepo', 'code'],
      ['mediaUrls', 'media'],
    ] as const)('keeps the stored value of an unreadable field: %s', async (name, field) => {
      const before = (await read()).paper('2611.00001')?.details;
      replay.papers = (id) => answer(id, { [name]: { odd: true }, ai_summary: 'New.' });
      await round();
      const details = (await read()).paper('2611.00001')?.details;
      expect(details?.aiSummary).toBe('New.');
      expect(details?.[field]).toEqual(before?.[field]);
      expect(details?.[field]).toBeDefined();
    });
  });

  test('an unreachable server ends the round, and the records stay', async () => {
    await replay.close();
    const poller = await open();
    await poller.round();
    await poller.round();
    expect(lines.filter(({ level }) => level >= 40).map(({ msg }) => msg)).toEqual([
      'Hugging Face gave no answer about a paper',
    ]);
    expect(changes).toBe(0);
  });
});
