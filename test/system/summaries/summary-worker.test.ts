import { describe, expect, test } from 'vitest';
import { estimate } from '../../../src/summaries/plan.ts';
import { onEachDatabase } from '../../support/databases.ts';
import { type Behaviour, type ModelRequest, saying, startFakeModel } from '../../support/fake-model.ts';
import { ZIP } from '../../unit/summaries/papers.ts';
import { extract, fetchedListing, openWorld, papersLike, putDay } from './summary-world.ts';

const DAY_MS = 86_400_000;
const LEASE = 120_000;
const ESTIMATE = estimate({ source: ZIP, language: 'en' });

onEachDatabase((databases) => {
  async function open(
    behave: (request: ModelRequest, nth: number) => Behaviour = (one) => saying(extract(one)),
  ) {
    const server = await startFakeModel(behave);
    const databaseUrl = await databases.create();
    return { ...(await openWorld(databaseUrl, server.url)), ...server, databaseUrl };
  }
  type World = Awaited<ReturnType<typeof open>>;

  const written = async ({ app }: World) =>
    (await Array.fromAsync(app.summaries.after(0))).map(({ paperId }) => paperId);
  const said = ({ lines }: World, level: number) =>
    lines.filter((line) => line.level >= level).map(({ msg }) => msg);

  test('the newest day comes first, and on it the most votes', async () => {
    const world = await open();
    const [a, b, c] = papersLike(ZIP, 3).map((source) => source) as [typeof ZIP, typeof ZIP, typeof ZIP];
    await putDay(world.app, [fetchedListing(a, { votes: 90 })], '2026-11-17');
    await putDay(
      world.app,
      [fetchedListing(b, { votes: 1 }), fetchedListing(c, { votes: 50 })],
      '2026-11-19',
    );
    await world.open().round();
    expect(await written(world)).toEqual([c.id, b.id, a.id]);
    expect(world.lines.at(-1)).toMatchObject({
      msg: 'wrote summaries',
      written: 3,
      failed: 0,
      waiting: 0,
      today: { attempts: 3, tokens: 360, of: 200_000 },
    });
  });

  test('papers that come in during a round go before waiting ones', async () => {
    const [late = ZIP, ...papers] = papersLike(ZIP, 25);
    let taken: Promise<void> | null = null;
    const world = await open((one, nth) => {
      if (nth === 2) taken = putDay(world.app, [fetchedListing(late)], '2026-11-20');
      return saying(extract(one));
    });
    await putDay(
      world.app,
      papers.map((one) => fetchedListing(one)),
    );
    await world.open().round();
    await taken;
    const order = await written(world);
    expect(order).toHaveLength(25);
    expect(order.indexOf(late.id)).toBeLessThan(20);
  });

  describe('a day’s tokens', () => {
    test('are not exceeded by a bot that is restarted again and again, and are new the next day', async () => {
      const world = await open();
      await putDay(
        world.app,
        papersLike(ZIP, 6).map((one) => fetchedListing(one)),
      );
      // Each takes 120: after three there is no room for what one may take.
      const tokensADay = ESTIMATE + 2 * 120;
      for (const _start of Array(4)) await world.open({ tokensADay }).round();
      expect(world.requests).toHaveLength(3);
      const again = await openWorld(world.databaseUrl, world.url);
      await again.open({ tokensADay }).round();
      expect(world.requests).toHaveLength(3);
      again.around.now += DAY_MS;
      await again.open({ tokensADay }).round();
      expect(world.requests).toHaveLength(6);
    });

    test('are counted by estimate if the server hangs or does not report them', async () => {
      const silent = await open((one) => ({
        raw: JSON.stringify({
          choices: [
            {
              index: 0,
              message: { role: 'assistant', content: JSON.stringify(extract(one)) },
              finish_reason: 'stop',
            },
          ],
        }),
      }));
      const hanging = await open(() => 'hang');
      for (const world of [silent, hanging]) {
        await putDay(
          world.app,
          papersLike(ZIP, 4).map((one) => fetchedListing(one)),
        );
        for (const _start of Array(3)) await world.open({ tokensADay: 2 * ESTIMATE }).round();
        expect(world.requests).toHaveLength(2);
      }
    });

    test('are half reserved for papers that come in later', async () => {
      const world = await open();
      const [late, ...papers] = papersLike(ZIP, 9);
      for (const [at, one] of papers.entries())
        await putDay(world.app, [fetchedListing(one)], `2026-11-1${at}`);
      // The two newest days are fresh; of the six others so many have room in half a day's tokens.
      const tokensADay = 2 * (ESTIMATE + 4 * 120);
      await world.open({ tokensADay }).round();
      expect(await written(world)).toHaveLength(5);
      await putDay(world.app, [fetchedListing(late ?? ZIP)], '2026-11-20');
      await world.open({ tokensADay }).round();
      expect((await written(world)).at(-1)).toBe(late?.id);
    });
  });

  describe('while the model does not answer', () => {
    test('three requests are made, none counts against its paper, and the worker recovers by itself', async () => {
      let isUp = false;
      const world = await open((one) => (isUp ? saying(extract(one)) : { status: 429 }));
      const papers = papersLike(ZIP, 5);
      await putDay(
        world.app,
        papers.map((one) => fetchedListing(one)),
      );
      const worker = world.open();
      for (const _look of Array(5)) await worker.round();
      expect(new Set(world.requests.map(({ path }) => path))).toEqual(new Set(['/v1/chat/completions']));
      expect(said(world, 40)).toHaveLength(1);
      expect(await written(world)).toEqual([]);
      isUp = true;
      // A model that failed so often is left alone for half a minute.
      const next = await openWorld(world.databaseUrl, world.url);
      await next.open().round();
      expect(await written(world)).toHaveLength(5);
    });

    test('a paper that never gets an answer does not hold up others', async () => {
      const papers = papersLike(ZIP, 4).map((one, n) => ({ ...one, title: `${n}: ${one.title}` }));
      const world = await open((one) =>
        String(one.data.title).startsWith('0') ? { status: 400 } : saying(extract(one)),
      );
      await putDay(
        world.app,
        papers.map((one, n) => fetchedListing(one, { votes: 9 - n })),
      );
      await world.open().round();
      expect(await written(world)).toEqual(papers.slice(1).map(({ id }) => id));
    });
  });

  describe('replicas', () => {
    test('write one at a time', async () => {
      const world = await open();
      const other = await openWorld(world.databaseUrl, world.url);
      await putDay(
        world.app,
        papersLike(ZIP, 5).map((one) => fetchedListing(one)),
      );
      await other.app.refresh();
      await Promise.all([world.open().round(), other.open().round()]);
      expect(world.requests).toHaveLength(5);
      expect(await written(world)).toHaveLength(5);
    });

    test('continue for one that was killed, when its lease ends', async () => {
      const world = await open();
      await putDay(world.app, [fetchedListing(ZIP)]);
      await world.app.summaries.lease.since('2026-11-01');
      await world.app.summaries.lease.take('dead', LEASE, world.around.now);
      await world.open().round();
      expect(world.requests).toEqual([]);
      world.around.now += LEASE;
      await world.open().round();
      expect(await written(world)).toEqual([ZIP.id]);
    });
  });

  test('a stop does not wait for the model, stores nothing from it, and lets the next process start', async () => {
    let isUp = false;
    const world = await open((one) => (isUp ? saying(extract(one)) : 'hang'));
    await putDay(world.app, [fetchedListing(ZIP)]);
    const { model } = world.app;
    const worker = world.open(model === null ? {} : { model });
    worker.look();
    while (world.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const before = performance.now();
    await worker.stop();
    expect(performance.now() - before).toBeLessThan(1000);
    isUp = true;
    await world.open().round();
    expect(await written(world)).toEqual([ZIP.id]);
  });

  test('a paper without an abstract, with a short one or one that is not English costs nothing', async () => {
    const world = await open();
    const listings = papersLike(ZIP, 3).map((one, n) => {
      const abstract = [null, 'We show it.', '我们提出了一种新的方法。'.repeat(20)][n] ?? null;
      const listing = fetchedListing(one);
      return listing.details === undefined
        ? listing
        : { ...listing, details: { ...listing.details, abstract } };
    });
    await putDay(world.app, listings);
    for (const _look of Array(2)) await world.open().round();
    expect(world.requests).toEqual([]);
    expect(said(world, 40)).toEqual([]);
  });
});
