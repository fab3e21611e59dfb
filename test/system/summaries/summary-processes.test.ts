import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Child } from '../../support/child.ts';
import { onEachDatabase } from '../../support/databases.ts';
import { saying, startFakeModel } from '../../support/fake-model.ts';
import { ZIP } from '../../unit/summaries/papers.ts';
import { extract, fetchedListing, NOON, openWorld, papersLike, putDay } from './summary-world.ts';

const CHILD = import.meta.resolve('./summary-child.ts');
const LEASE = 120_000;
const PAPERS = 30;

onEachDatabase((databases) => {
  async function open() {
    const server = await startFakeModel((request) => saying(extract(request)));
    const url = await databases.create();
    const { app } = await openWorld(url, server.url);
    await putDay(
      app,
      papersLike(ZIP, PAPERS).map((one) => fetchedListing(one)),
    );
    const start = async (now: number) => {
      const child = new Child(CHILD, [url, server.url, String(now)]);
      await child.said(/ready/);
      child.go();
      return child;
    };
    const written = async () => (await Array.fromAsync(app.summaries.after(0))).map(({ paperId }) => paperId);
    const attempts = async () => (await app.summaries.attempts([], '2026-11-20')).length;
    return { ...server, start, written, attempts };
  }

  test('after a kill at any moment, the next process continues, and no summary is half stored', async () => {
    const { requests, start, written, attempts } = await open();
    let now = NOON;
    const moments = [1, 2, 7, 15, 24];
    for (const moment of moments) {
      const child = await start(now);
      while (requests.length < moment) await pause(1);
      await child.kill();
      expect(await attempts()).toBe((await written()).length);
      now += LEASE;
    }
    expect(await (await start(now)).ended()).toBe(0);
    expect((await written()).toSorted()).toEqual(papersLike(ZIP, PAPERS).map(({ id }) => id));
    // Each kill costs at most the summary that was under way.
    expect(requests.length).toBeLessThanOrEqual(PAPERS + moments.length);
  });

  test('two that start at once write each summary once', async () => {
    const { requests, start, written } = await open();
    const children = await Promise.all([start(NOON), start(NOON)]);
    expect(await Promise.all(children.map((child) => child.ended()))).toEqual([0, 0]);
    expect(requests).toHaveLength(PAPERS);
    expect(new Set(await written()).size).toBe(PAPERS);
  });
});
