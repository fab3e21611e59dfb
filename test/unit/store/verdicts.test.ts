import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import type { Details, Digest } from '../../../src/archive/paper.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import type { Database } from '../../../src/store/database.ts';
import { onEachDatabase } from '../../support/databases.ts';
import { listing } from './samples.ts';

const NOW = new Date('2026-11-20T09:00:00Z');
const GRAPHS = [{ heading: null, text: '분자의 반응을 예측하는 그래프 신경망을 제안합니다.' }];
const PIXELS = 'Pixel-Space Post-Training of Latent Diffusion Models';

/** Says nothing that the summary above could be held against. */
const SHORT = 'Waggle';
const BEES =
  'Honey bees tell each other where nectar is by a waggle dance. We film ten hives in Jeju for a summer, follow every ' +
  'dancer on video, and read from angle and duration of the dance which field of buckwheat the colony visits next.';

const details = (abstract: string): Details => ({
  abstract,
  keywords: [],
  aiSummary: null,
  organization: null,
  code: null,
  project: null,
  hiddenAuthors: 0,
});

const wrong = (date: string, ...ids: readonly string[]): Digest => ({
  date,
  listings: ids.map((id) => listing(id, { title: PIXELS, sections: GRAPHS })),
});
const abstractOf = (date: string, id: string, abstract: string): Digest => ({
  date,
  listings: [listing(id, { title: SHORT, sections: [], details: details(abstract) })],
  fetched: { at: NOW.getTime(), final: true },
});

onEachDatabase((databases) => {
  let database: Database;
  let store: ArchiveStore;

  beforeEach(async () => {
    database = await databases.open();
    store = new ArchiveStore(database);
  });

  test('a summary of another paper is doubtful as soon as it is stored, one that fits its title never is', async () => {
    const right = { title: 'Predicting Molecules by Graph Networks', sections: GRAPHS };
    const { listings } = wrong('2024-12-06', '2412.00001');
    await store.put({ date: '2024-12-06', listings: [...listings, listing('2412.00002', right)] }, NOW);
    expect([...(await store.doubtful())]).toEqual(['2412.00001']);
  });

  test('an abstract from another day, or a correction of the digest, changes the verdict', async () => {
    const unsure = { title: SHORT, sections: GRAPHS };
    await store.put({ date: '2024-12-06', listings: [listing('2412.00001', unsure)] }, NOW);
    expect(await store.doubtful()).toEqual(new Set());
    await store.put(abstractOf('2024-12-09', '2412.00001', BEES), NOW);
    expect([...(await store.doubtful())]).toEqual(['2412.00001']);
    await store.put({ date: '2024-12-06', listings: [] }, NOW);
    expect(await store.doubtful()).toEqual(new Set());
  });

  test('if two processes change a paper at once, the second decides by what both wrote', async () => {
    const other = new ArchiveStore(database);
    const unsure = { title: SHORT, sections: GRAPHS };
    await Promise.all([
      store.put({ date: '2024-12-06', listings: [listing('2412.00001', unsure)] }, NOW),
      other.put(abstractOf('2024-12-09', '2412.00001', BEES), NOW),
    ]);
    expect([...(await store.doubtful())]).toEqual(['2412.00001']);
  });

  test('a store without verdicts gets them, while other work goes on', async () => {
    const ids = Array.from({ length: 130 }, (_, n) => `2412.${String(n).padStart(5, '0')}`);
    await store.put(wrong('2024-12-06', ...ids), NOW);
    await database.deleteFrom('verdicts').execute();
    let turns = 0;
    const done = store.decideRest().then(() => true);
    while (!(await Promise.race([done, turn(false)]))) turns += 1;
    expect([...(await store.doubtful())].toSorted()).toEqual(ids);
    expect(turns).toBeGreaterThanOrEqual(130 / 10);
  });

  test('verdicts by other rules, and only those, are decided again', async () => {
    await store.put(wrong('2024-12-06', '2412.00001', '2412.00002'), NOW);
    await database.updateTable('verdicts').set({ doubtful: 0 }).execute();
    await database.updateTable('verdicts').set({ rules: 0 }).where('paper_id', '=', '2412.00002').execute();
    await store.decideRest();
    expect([...(await store.doubtful())]).toEqual(['2412.00002']);
  });
});
