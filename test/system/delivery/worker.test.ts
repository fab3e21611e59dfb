import type { Sandbox } from 'discord-sandbox';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PostWriter } from '../../../src/delivery/post-writer.ts';
import type { Settings, Subscription } from '../../../src/delivery/subscriptions/subscription.ts';
import { DeliveryWorker } from '../../../src/delivery/worker.ts';
import { DiscordPublisher } from '../../../src/discord/out/publisher.ts';
import type { OpenLibrary } from '../../../src/library.ts';
import { openTestApp } from '../../support/app.ts';
import { keptLog, openSandbox } from '../../support/bot.ts';
import { dueJustNow } from '../../support/due-now.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Bench {
  readonly sandbox: Sandbox;
  readonly app: OpenLibrary;
  readonly worker: DeliveryWorker;
  /** What the worker's clock is ahead of the real one, in milliseconds. */
  ahead: number;
}

/** A worker without a connection to the gateway, whose clock can be set. */
async function startWorker(): Promise<Bench> {
  const sandbox = await openSandbox();
  const app = await openTestApp();
  const { log } = keptLog();
  const publisher = new DiscordPublisher(sandbox.apiUrl, sandbox.token, { log });
  const bench: Bench = {
    sandbox,
    app,
    ahead: 0,
    worker: new DeliveryWorker({
      store: app.store,
      subscriptionStore: app.subscriptionStore,
      ledger: app.ledger,
      writer: new PostWriter(app, app.responder.write, app.edits),
      publisher,
      notifyAdmins: async () => undefined,
      onOutcome: () => undefined,
      log,
      now: () => Date.now() + bench.ahead,
    }),
  };
  onTestFinished(async () => {
    await bench.worker.stop();
    publisher.close();
  });
  return bench;
}

/** A channel whose digest has just become due. @param since how long ago it was subscribed, in milliseconds */
async function subscribe(
  { sandbox, app }: Bench,
  name: string,
  since = HOUR,
  more: Partial<Settings> = {},
): Promise<Subscription> {
  const settings = {
    channelId: sandbox.addChannel({ name }),
    channelKind: 'text',
    ...dueJustNow(Date.now()),
    style: 'cards',
    top: 3,
    locale: 'en',
    roleId: null,
    thread: false,
    ...more,
  } as const;
  const by = { guildId: sandbox.guildId, userId: sandbox.users.you, now: Date.now() - since };
  return (await app.subscriptionStore.put(settings, by)).subscription;
}

/** Puts a digest of one paper into the store, as a fetch does, so many days from today. */
async function publish({ app }: Bench, days: number): Promise<string> {
  const at = Date.now() + days * DAY;
  const date = new Date(at).toISOString().slice(0, 10);
  const paper = {
    paperId: `26${10 + Math.abs(days)}.00001`,
    title: `Paper of ${date}`,
    votes: 3,
    media: null,
  };
  const listing = { ...paper, authors: { names: ['A Body'], cut: false }, sections: [] };
  await app.store.put({ date, listings: [listing] }, new Date(at - HOUR));
  await app.refresh();
  return date;
}

function posts({ sandbox }: Bench, { channelId }: Subscription): string[] {
  return sandbox.messages(channelId).map(({ embeds }) => embeds[0]?.title ?? '');
}

describe('a clock that is set back an hour', () => {
  test('posts nothing twice, neither before nor when the time comes again', async () => {
    const bench = await startWorker();
    const channel = await subscribe(bench, 'a');
    await bench.worker.round();
    for (const ahead of [-HOUR, -HOUR / 2, 0, HOUR]) {
      bench.ahead = ahead;
      await bench.worker.round();
    }
    expect(posts(bench, channel)).toHaveLength(1);
  });

  test('posts once what was sent without an answer before', async () => {
    const bench = await startWorker();
    const channel = await subscribe(bench, 'a');
    bench.sandbox.failNext({ method: 'POST', how: 'close-after-storing' });
    await bench.worker.round();
    expect((await bench.app.ledger.counts()).retry).toBe(1);
    for (const ahead of [-HOUR, HOUR / 60]) {
      bench.ahead = ahead;
      await bench.worker.round();
    }
    expect((await bench.app.ledger.counts()).delivered).toBe(1);
    expect(posts(bench, channel)).toHaveLength(1);
  });
});

test('a machine that slept for three days posts one digest, the newest, and skips the others', async () => {
  const bench = await startWorker();
  bench.ahead = -3 * DAY;
  await publish(bench, -3);
  const subscription = await subscribe(bench, 'a', 4 * DAY);
  await bench.worker.round();
  expect(posts(bench, subscription)).toHaveLength(1);

  const slept = [await publish(bench, -2), await publish(bench, -1)];
  const newest = await publish(bench, 0);
  bench.ahead = 0;
  for (let round = 0; round < 3; round += 1) await bench.worker.round();
  expect(posts(bench, subscription)).toEqual([
    expect.any(String),
    expect.stringContaining(`Paper of ${newest}`),
  ]);
  for (const day of slept) {
    expect(await bench.app.ledger.find(subscription.id, day)).toMatchObject({ state: 'skipped' });
  }
});

test('a limit that does not pass gives up a digest when a newer one is due, which follows once there is room', async () => {
  const bench = await startWorker();
  bench.ahead = -2 * DAY;
  const held = await publish(bench, -2);
  const channelId = bench.sandbox.addChannel({ name: 'papers', kind: 'forum' });
  const { id } = await subscribe(bench, 'a', 4 * DAY, { channelId, channelKind: 'forum' });
  bench.sandbox.limitThreads(0);
  await bench.worker.round();
  expect(await bench.app.ledger.find(id, held)).toMatchObject({ state: 'retry', reason: 'active-threads' });
  bench.ahead = 0;
  const newest = await publish(bench, 0);
  await bench.worker.round();
  expect(await bench.app.ledger.find(id, held)).toMatchObject({ state: 'skipped', reason: 'newer' });
  bench.sandbox.limitThreads();
  bench.ahead = HOUR;
  await bench.worker.round();
  expect(await bench.app.ledger.find(id, newest)).toMatchObject({ state: 'delivered' });
  expect(await bench.app.subscriptionStore.get(id)).toMatchObject({ state: 'active' });
});

test('a fetched day is posted when it is final, not while it may grow, and not by hand either', async () => {
  const bench = await startWorker();
  const day = await publish(bench, -1);
  const subscription = await subscribe(bench, 'a', 4 * DAY);
  await bench.worker.round();
  expect(posts(bench, subscription)).toEqual([expect.stringContaining(`Paper of ${day}`)]);

  const date = new Date(Date.now()).toISOString().slice(0, 10);
  const [held] = await bench.app.store.read([day]);
  const listings = (held?.listings ?? []).map((one) => ({
    ...one,
    paperId: '2699.00001',
    title: `Grows on ${date}`,
  }));
  const fetch = async (final: boolean) => {
    await bench.app.store.put(
      { date, listings, fetched: { at: Date.now(), final } },
      new Date(Date.now() - HOUR),
    );
    await bench.app.refresh();
  };
  await fetch(false);
  bench.ahead = DAY;
  await bench.worker.round();
  expect(posts(bench, subscription)).toHaveLength(1);
  expect(bench.app.archive.latest()).toBe(date);
  expect(bench.app.archive.latestFinal()).toBe(day);
  const writer = new PostWriter(bench.app, bench.app.responder.write, bench.app.edits);
  expect(await writer.write(subscription, date, [date], Date.now())).toBeNull();

  await fetch(true);
  await bench.worker.round();
  expect(posts(bench, subscription)).toEqual([
    expect.any(String),
    expect.stringContaining(`Grows on ${date}`),
  ]);
});

test('a channel whose request hangs holds up no other', async () => {
  const bench = await startWorker();
  const silent = await subscribe(bench, 'silent');
  bench.sandbox.failNext({ path: new RegExp(`/${silent.channelId}/`), how: 'hang' });
  void bench.worker.round();
  await expect.poll(async () => (await bench.app.ledger.counts()).sending).toBe(1);
  const other = await subscribe(bench, 'other');
  await expect
    .poll(
      () => {
        void bench.worker.round();
        return posts(bench, other);
      },
      { timeout: 5_000 },
    )
    .toHaveLength(1);
  expect(posts(bench, silent)).toEqual([]);
  // Ends the request, which the worker would wait for.
  await bench.sandbox.close();
});

test('a post that had to wait for its digest is known to stand as it was sent', async () => {
  const bench = await startWorker();
  const date = new Date(Date.now()).toISOString().slice(0, 10);
  const one = { paperId: '2610.00001', title: 'Late', votes: 3, media: null, sections: [] };
  const listings = [{ ...one, authors: { names: ['A Body'], cut: false } }];
  await bench.app.store.put({ date, listings }, new Date(Date.now() - HOUR));
  const channel = await subscribe(bench, 'a');
  await bench.worker.round();
  expect(await bench.app.ledger.find(channel.id, date)).toMatchObject({ state: 'retry', attempts: 1 });
  await bench.app.refresh();
  bench.ahead = 15_000;
  await bench.worker.round();
  expect(await bench.app.ledger.find(channel.id, date)).toMatchObject({ state: 'delivered', attempts: 2 });
  expect((await bench.app.edits.due(Date.now())).size).toBe(1);
});
