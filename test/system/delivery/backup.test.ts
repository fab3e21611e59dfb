import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from 'discord-sandbox';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PostWriter } from '../../../src/delivery/post-writer.ts';
import type { ChannelKind } from '../../../src/delivery/subscriptions/subscription.ts';
import { DeliveryWorker } from '../../../src/delivery/worker.ts';
import type { OpenLibrary } from '../../../src/library.ts';
import { openTestApp } from '../../support/app.ts';
import { keptLog, openSandbox } from '../../support/bot.ts';
import { dueJustNow } from '../../support/due-now.ts';
import { publisherFor } from '../../support/post.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const KINDS: readonly Exclude<ChannelKind, 'thread' | 'direct'>[] = ['text', 'announcement', 'forum'];
const CHANNELS = 12;

/** A worker over an app. @param ahead what its clock is ahead of the real one, in milliseconds */
function workerOf(sandbox: Sandbox, app: OpenLibrary, ahead: number): DeliveryWorker {
  const worker = new DeliveryWorker({
    store: app.store,
    subscriptionStore: app.subscriptionStore,
    ledger: app.ledger,
    writer: new PostWriter(app, app.responder.write, app.edits),
    publisher: publisherFor(sandbox),
    notifyAdmins: async () => undefined,
    onOutcome: () => undefined,
    log: keptLog().log,
    now: () => Date.now() + ahead,
  });
  onTestFinished(() => worker.stop());
  return worker;
}

/** A bot with channels of every kind that are due, and a backup of its store from before it posts. */
async function open() {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // What Discord knows of nonces is forgotten.
  const sandbox = await openSandbox({ nonceWindow: -1, rateLimits: false });
  const threads: string[] = [];
  sandbox.events.on('channel', ({ change, channel }) => {
    if (change === 'create' && 'thread_metadata' in channel) threads.push(channel.id);
  });
  const file = join(folder, 'paperboy.db');
  const app = await openTestApp({ DATABASE_URL: `sqlite:${file}` });
  const date = new Date(Date.now()).toISOString().slice(0, 10);
  const paper = { paperId: '2611.00001', title: 'New', votes: 3, media: null, sections: [] };
  const listings = [{ ...paper, authors: { names: ['A Body'], cut: false } }];
  await app.store.put({ date, listings }, new Date(Date.now() - HOUR));
  await app.refresh();
  const settings = { style: 'cards', top: 3, locale: 'en', roleId: null, thread: false } as const;
  const by = { guildId: sandbox.guildId, userId: sandbox.users.you, now: Date.now() - 30 * DAY };
  for (let place = 0; place < CHANNELS; place += 1) {
    const channelKind = KINDS[place % KINDS.length] ?? 'text';
    const channelId = sandbox.addChannel({ name: `channel-${place}`, kind: channelKind });
    await app.subscriptionStore.put({ ...settings, channelId, channelKind, ...dueJustNow(Date.now()) }, by);
    if (channelKind !== 'forum') threads.push(channelId);
  }
  const backup = join(folder, 'backup.db');
  const { default: Database } = await import('better-sqlite3');
  const reader = new Database(file, { readonly: true });
  await reader.backup(backup);
  reader.close();
  /** How many messages of the bot stand in all channels. */
  const posts = () => threads.reduce((sum, place) => sum + sandbox.messages(place).length, 0);
  /** The bot over the store as it was. */
  const restored = async () => {
    const copy = join(folder, 'restored.db');
    copyFileSync(backup, copy);
    return openTestApp({ DATABASE_URL: `sqlite:${copy}` });
  };
  return { sandbox, app, posts, restored };
}

describe('a ledger restored from a backup', () => {
  test.each([
    ['six minutes', 6 * MINUTE],
    ['four hours', 4 * HOUR],
    ['a day, when the next post is due,', DAY],
  ])('posts nothing anew that stands, %s after the posts', async (_, later) => {
    const { sandbox, app, posts, restored } = await open();
    await workerOf(sandbox, app, 0).round();
    expect(posts()).toBe(CHANNELS);
    const old = await restored();
    await workerOf(sandbox, old, later).round();
    expect(posts()).toBe(CHANNELS);
    expect((await old.ledger.counts()).delivered).toBe(CHANNELS);
  });

  test('is no better informed after a look at the history that failed', async () => {
    const { sandbox, app, posts, restored } = await open();
    await workerOf(sandbox, app, 0).round();
    const old = await restored();
    sandbox.failNext({ method: 'GET', path: /\/messages/, how: 503, times: CHANNELS });
    await workerOf(sandbox, old, 4 * HOUR).round();
    expect((await old.ledger.counts()).retry).toBeGreaterThan(0);
    sandbox.clearFaults();
    await workerOf(sandbox, old, 4 * HOUR + MINUTE).round();
    expect(posts()).toBe(CHANNELS);
    expect((await old.ledger.counts()).delivered).toBe(CHANNELS);
  });
});

test('a post that is hours late and stands nowhere is sent once', async () => {
  const { sandbox, app, posts } = await open();
  await workerOf(sandbox, app, 4 * HOUR).round();
  expect(posts()).toBe(CHANNELS);
});

test('a post on time is sent without a look at the history', async () => {
  const { sandbox, app, posts } = await open();
  sandbox.failNext({ method: 'GET', path: /\/messages/, how: 503, times: CHANNELS });
  await workerOf(sandbox, app, 0).round();
  expect(posts()).toBe(CHANNELS);
});
