import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { beginLease, LeaseEnded } from '../../../src/delivery/lease.ts';
import { Ledger } from '../../../src/delivery/ledger/ledger.ts';
import { PostWriter } from '../../../src/delivery/post-writer.ts';
import { DeliveryWorker } from '../../../src/delivery/worker.ts';
import { DiscordPublisher } from '../../../src/discord/out/publisher.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { openTestApp } from '../../support/app.ts';
import { keptLog, openSandbox } from '../../support/bot.ts';
import { dueJustNow } from '../../support/due-now.ts';
import { ignore, marked, postTo, publisherFor } from '../../support/post.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

describe('a lease', () => {
  test.each([
    ['while both clocks run', 79, 79, true],
    ['no longer than it was taken for', 80, 80, false],
    ['not after a sleep of the machine, in which only the wall clock goes on', 95, 0, false],
    ['not after the wall clock was set back meanwhile', -3600, 95, false],
  ])('holds %s', (_, wall, steady, holds) => {
    const time = { wall: 5_000, steady: 7 };
    const leased = beginLease(
      () => time.wall,
      () => time.steady,
      80 * SECOND,
    );
    expect(leased()).toBe(true);
    time.wall += wall * SECOND;
    time.steady += steady * SECOND;
    expect(leased()).toBe(holds);
  });
});

/** Where an attempt is when its process is stopped. */
type Point = 'before its first request' | 'between two messages' | 'in a queue';
const POINTS: readonly Point[] = ['before its first request', 'between two messages', 'in a queue'];

/** How long it is stopped, in seconds. */
const PAUSES = [95, 110, 119, 121, 140, 160, 180, 200];

/** In whose name something is done. */
const replica = new AsyncLocalStorage<'stopped' | 'other'>();

/** Hears of undici's requests, one kind of moment of each, until the test ends. */
function hear(moment: string, listen: (request: object) => void): void {
  const listener = (said: unknown) => {
    if (typeof said === 'object' && said !== null && 'request' in said && said.request instanceof Object)
      listen(said.request);
  };
  channel(moment).subscribe(listener);
  onTestFinished(() => void channel(moment).unsubscribe(listener));
}

/** Two replicas over one store, of which one can be stopped. Their posts have two messages. */
async function openReplicas(reached: (point: Point) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-fence-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const DATABASE_URL = `sqlite:${join(folder, 'paperboy.db')}`;
  const app = await openTestApp({ DATABASE_URL });
  const database = await openDatabase(DATABASE_URL);
  onTestFinished(() => database.destroy());
  const sandbox = await openSandbox({ rateLimits: false });
  /** What the clocks of each are ahead of the real ones, in milliseconds. */
  const ahead = { stopped: 0, other: 0 };
  const isStopped = () => replica.getStore() === 'stopped';

  class TwoMessages extends PostWriter {
    override async write(...order: Parameters<PostWriter['write']>): ReturnType<PostWriter['write']> {
      const written = await super.write(...order);
      if (isStopped()) await reached('before its first request');
      if (written === 'thin' || written === null) return written;
      const [message] = written.messages;
      return message ? { ...written, messages: [message, message] } : written;
    }
  }
  class Stoppable extends Ledger {
    override async progress(...note: Parameters<Ledger['progress']>): Promise<boolean> {
      if (isStopped()) await reached('between two messages');
      return super.progress(...note);
    }
  }
  const start = (name: 'stopped' | 'other') => {
    const publisher = publisherFor(sandbox, {
      requestsPerSecond: Number.POSITIVE_INFINITY,
      onRateLimit: () => void reached('in a queue'),
    });
    const worker = new DeliveryWorker({
      store: app.store,
      subscriptionStore: app.subscriptionStore,
      ledger: new Stoppable(database),
      writer: new TwoMessages(app, app.responder.write, app.edits),
      publisher,
      notifyAdmins: async () => undefined,
      onOutcome: () => undefined,
      log: keptLog().log,
      now: () => Date.now() + ahead[name],
      steady: () => performance.now() + ahead[name],
    });
    onTestFinished(() => worker.stop());
    return () => replica.run(name, () => worker.round());
  };
  /** A channel of which a post has just become due. */
  const order = async (place: number) => {
    const now = Date.now() + ahead.stopped;
    const settings = {
      channelKind: 'text',
      style: 'cards',
      top: 3,
      locale: 'en',
      roleId: null,
      thread: false,
    } as const;
    const channelId = sandbox.addChannel({ name: `channel-${place}` });
    const by = { guildId: sandbox.guildId, userId: sandbox.users.you, now: now - HOUR };
    await app.subscriptionStore.put({ ...settings, channelId, ...dueJustNow(now) }, by);
    return channelId;
  };
  return { app, sandbox, ahead, order, stopped: start('stopped'), other: start('other') };
}

test.each(POINTS)('a replica that is stopped %s, for 95 to 200 s, sends nothing after it', async (point) => {
  let stop: (() => Promise<void>) | null = null;
  const replicas = await openReplicas(async (reached) => {
    const act = reached === point ? stop : null;
    if (act !== null) stop = null;
    await act?.();
  });
  const { app, sandbox, ahead } = replicas;
  const owners = new WeakMap<object, string>();
  let thawed = false;
  let late = 0;
  hear('undici:request:create', (request) => owners.set(request, replica.getStore() ?? ''));
  hear('undici:client:sendHeaders', (request) => {
    if (thawed && owners.get(request) === 'stopped') late += 1;
  });
  for (const [place, seconds] of PAUSES.entries()) {
    const channelId = await replicas.order(place);
    let others: Promise<void> | null = null;
    stop = () => {
      thawed = true;
      ahead.stopped += seconds * SECOND;
      ahead.other = ahead.stopped;
      others = replicas.other();
      return others;
    };
    if (point === 'in a queue') sandbox.failNext({ method: 'POST', path: /messages$/, how: 429 });
    await replicas.stopped();
    thawed = false;
    expect(others).not.toBeNull();
    await others;
    expect(sandbox.messages(channelId)).toHaveLength(2);
    expect(await app.ledger.counts()).toMatchObject({ delivered: place + 1, sending: 0, retry: 0 });
  }
  expect(late).toBe(0);
});

test('a replica sends nothing more of a post that another has taken, whose clock is ahead', async () => {
  let took = false;
  const replicas = await openReplicas(async (reached) => {
    if (reached !== 'between two messages' || took) return;
    took = true;
    replicas.ahead.other = 95 * SECOND;
    await replicas.other();
  });
  const channelId = await replicas.order(0);
  let sent = 0;
  hear('undici:client:sendHeaders', (request) => {
    if ('method' in request && request.method === 'POST') sent += 1;
  });
  await replicas.stopped();
  expect(took).toBe(true);
  // One by the first; both by the other, of which Discord knows one already.
  expect(sent).toBe(3);
  expect(replicas.sandbox.messages(channelId)).toHaveLength(2);
});

describe('a request whose lease ends while it waits', () => {
  /** A Discord that holds its answers back until they are let go. */
  async function holding() {
    const waiting: ServerResponse[] = [];
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(request.url ?? '');
      waiting.push(response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close().closeAllConnections());
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const publisher = new DiscordPublisher(`http://127.0.0.1:${port}/api`, 'token');
    onTestFinished(() => publisher.close());
    const letGo = (id: string) =>
      waiting.shift()?.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id }));
    return { publisher, requests, letGo };
  }

  test('behind another in the queue of its channel, does not leave', async () => {
    const sandbox = await openSandbox();
    const { publisher, requests, letGo } = await holding();
    const first = publisher.post(postTo(sandbox, { key: 'one' }), ignore, Date.now());
    await expect.poll(() => requests).toHaveLength(1);
    const lease = { holds: true };
    const leased = () => lease.holds;
    const second = publisher.post(postTo(sandbox, { key: 'two', leased }), ignore, Date.now());
    const ended = expect(second).rejects.toThrow(LeaseEnded);
    lease.holds = false;
    letGo('10');
    expect((await first).kind).toBe('delivered');
    await ended;
    expect(requests).toHaveLength(1);
    // The connection is as good as before.
    const third = publisher.post(postTo(sandbox, { key: 'three' }), ignore, Date.now());
    await expect.poll(() => requests).toHaveLength(2);
    letGo('11');
    expect((await third).kind).toBe('delivered');
  });

  test('for its connection, does not leave', async () => {
    const sandbox = await openSandbox();
    const { publisher, requests } = await holding();
    const lease = { holds: true };
    const connecting = () => {
      lease.holds = false;
    };
    channel('undici:client:beforeConnect').subscribe(connecting);
    onTestFinished(() => void channel('undici:client:beforeConnect').unsubscribe(connecting));
    const post = postTo(sandbox, { leased: () => lease.holds });
    await expect(publisher.post(post, ignore, Date.now())).rejects.toThrow(LeaseEnded);
    expect(lease.holds).toBe(false);
    expect(requests).toEqual([]);
  });

  test('after its post, neither opens the thread nor publishes', async () => {
    const sandbox = await openSandbox();
    const { publisher, requests, letGo } = await holding();
    const lease = { holds: true };
    const messages = [marked('one')];
    const announcement = {
      channelKind: 'announcement',
      messages,
      thread: true,
      leased: () => lease.holds,
    } as const;
    const posting = publisher.post(postTo(sandbox, announcement), ignore, Date.now());
    const ended = expect(posting).rejects.toThrow(LeaseEnded);
    await expect.poll(() => requests).toHaveLength(1);
    lease.holds = false;
    letGo('10');
    await ended;
    expect(requests).toHaveLength(1);
  });
});
