import { PermissionFlagsBits } from 'discord.js';
import type { Sandbox, SandboxOptions } from 'discord-sandbox';
import { describe, expect, test } from 'vitest';
import { call } from '../../../packages/discord-sandbox/test/support/discord.ts';
import type { Post } from '../../../src/delivery/post.ts';
import { keptLog, openSandbox } from '../../support/bot.ts';
import { IMPATIENT, ignore, marked, postTo, publisherFor } from '../../support/post.ts';

const HOUR = 3_600_000;
const CROSSPOSTED = 1;
const THREADS = /\/threads$/;

async function threadsOf(sandbox: Sandbox): Promise<{ id: string; name: string; parent_id: string }[]> {
  const { body } = await call(sandbox, 'GET', `/guilds/${sandbox.guildId}/threads/active`);
  return typeof body === 'object' && body !== null && 'threads' in body && Array.isArray(body.threads)
    ? body.threads
    : [];
}

describe('an announcement channel', () => {
  async function opened(instead: Partial<Post> = {}, options: SandboxOptions = {}) {
    const sandbox = await openSandbox(options);
    const channelId = sandbox.addChannel({ name: 'news', kind: 'announcement' });
    return {
      sandbox,
      channelId,
      post: postTo(sandbox, { channelId, channelKind: 'announcement', ...instead }),
    };
  }

  test('publishes the post to the channels that follow', async () => {
    const { sandbox, channelId, post } = await opened();
    expect((await publisherFor(sandbox).post(post, ignore, Date.now())).kind).toBe('delivered');
    expect(sandbox.messages(channelId)).toMatchObject([{ flags: CROSSPOSTED }]);
  });

  test('publishes it once, even if the process died before', async () => {
    const { sandbox, channelId, post } = await opened();
    const firstSentAt = Date.now();
    const killed = () => Promise.reject(new Error('killed'));
    await expect(publisherFor(sandbox).post(post, killed, firstSentAt)).rejects.toThrow('killed');
    expect(sandbox.messages(channelId)).toMatchObject([{ flags: 0 }]);
    for (const attempts of [2, 3]) {
      const again = { ...post, firstSentAt, attempts };
      await publisherFor(sandbox).post(again, ignore, firstSentAt + 1_000);
      expect(sandbox.messages(channelId)).toMatchObject([{ flags: CROSSPOSTED }]);
    }
  });

  test('keeps the post if publishing is refused, which is logged', async () => {
    const { sandbox, channelId, post } = await opened();
    const { log, lines } = keptLog();
    sandbox.failNext({ path: /crosspost/, how: 403 });
    expect((await publisherFor(sandbox, { log }).post(post, ignore, Date.now())).kind).toBe('delivered');
    expect(lines).toMatchObject([
      { msg: expect.stringContaining('published'), channel: channelId, status: 403 },
    ]);
  });

  test('keeps posts beyond the hourly limit for publishing', async () => {
    const routes = { 'POST /channels/:id/messages/:id/crosspost': { limit: 1, windowMs: 3_600_000 } };
    const { sandbox, channelId, post } = await opened({}, { rateLimits: { routes } });
    const { log, lines } = keptLog();
    const publisher = publisherFor(sandbox, { log });
    for (const key of ['one', 'two'])
      expect((await publisher.post({ ...post, key }, ignore, Date.now())).kind).toBe('delivered');
    expect(sandbox.messages(channelId)).toMatchObject([{ flags: CROSSPOSTED }, { flags: 0 }]);
    expect(lines).toMatchObject([{ status: 429 }]);
  });

  test('can have a thread under the post too', async () => {
    const { sandbox, channelId, post } = await opened({ thread: true });
    await publisherFor(sandbox).post(post, ignore, Date.now());
    expect(await threadsOf(sandbox)).toMatchObject([{ name: post.title, parent_id: channelId }]);
  });
});

describe('a thread under the post', () => {
  test('is opened once, under the last message, with the title', async () => {
    const sandbox = await openSandbox();
    const post = postTo(sandbox, { thread: true, messages: [marked('one'), marked('two')] });
    const firstSentAt = Date.now();
    await publisherFor(sandbox).post(post, ignore, firstSentAt);
    await publisherFor(sandbox).post({ ...post, firstSentAt, attempts: 2 }, ignore, firstSentAt + 1_000);
    const last = sandbox.messages().at(-1);
    expect(await threadsOf(sandbox)).toMatchObject([{ id: last?.id, name: post.title }]);
  });

  test('is requested again if the answer is lost', async () => {
    for (const how of [502, '502-after-storing', 'hang'] as const) {
      const sandbox = await openSandbox();
      const { log, lines } = keptLog();
      sandbox.failNext({ path: THREADS, how });
      await publisherFor(sandbox, { ...IMPATIENT, log }).post(
        postTo(sandbox, { thread: true }),
        ignore,
        Date.now(),
      );
      expect(await threadsOf(sandbox)).toHaveLength(1);
      expect(lines).toEqual([]);
    }
  });

  test('that cannot be opened does not fail the post, and is logged', async () => {
    const sandbox = await openSandbox();
    const { log, lines } = keptLog();
    sandbox.denyInChannel(sandbox.channelId, PermissionFlagsBits.CreatePublicThreads);
    const post = postTo(sandbox, { thread: true });
    expect((await publisherFor(sandbox, { log }).post(post, ignore, Date.now())).kind).toBe('delivered');
    expect(lines).toMatchObject([{ msg: expect.stringContaining('thread'), code: 50013 }]);
  });
});

describe('a thread', () => {
  test('gets the post, without a thread under it', async () => {
    const sandbox = await openSandbox({ nonceWindow: 0 });
    const { id } = sandbox.post({ content: 'talk here' });
    await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages/${id}/threads`, { name: 'talk' });
    const firstSentAt = Date.now();
    const post = postTo(sandbox, { channelId: id, channelKind: 'thread', thread: true });
    const publisher = publisherFor(sandbox);
    expect((await publisher.post(post, ignore, firstSentAt)).kind).toBe('delivered');
    await publisher.post({ ...post, firstSentAt, attempts: 2 }, ignore, firstSentAt + HOUR);
    expect(sandbox.messages(id).map(({ content }) => content)).toEqual(['the digest']);
    expect(await threadsOf(sandbox)).toHaveLength(1);
  });
});

describe('a forum', () => {
  async function opened(instead: Partial<Post> = {}) {
    const sandbox = await openSandbox();
    const channelId = sandbox.addChannel({ name: 'papers', kind: 'forum' });
    return { sandbox, channelId, post: postTo(sandbox, { channelId, channelKind: 'forum', ...instead }) };
  }

  test('gets a titled post with further messages in it', async () => {
    const { sandbox, channelId, post } = await opened({ messages: [marked('one'), marked('two')] });
    const stood: string[] = [];
    const outcome = await publisherFor(sandbox).post(post, async (id) => void stood.push(id), Date.now());
    const [thread, ...others] = await threadsOf(sandbox);
    expect(thread).toMatchObject({ name: post.title, parent_id: channelId });
    expect(others).toEqual([]);
    const messages = sandbox.messages(thread?.id);
    expect(messages.map(({ content }) => content)).toEqual(['one', 'two']);
    const messageIds = messages.map(({ id }) => id);
    expect(outcome).toEqual({ kind: 'delivered', messageIds });
    expect(stood).toEqual(messageIds);
  });

  test('has its title cut to Discord’s limit', async () => {
    const { sandbox, post } = await opened({ title: 'x'.repeat(150) });
    expect((await publisherFor(sandbox).post(post, ignore, Date.now())).kind).toBe('delivered');
    expect((await threadsOf(sandbox))[0]?.name).toHaveLength(100);
  });

  test.each([
    ['a 502 before it was stored', 502],
    ['a 502 after it was stored', '502-after-storing'],
    ['a socket closed before it was stored', 'close-before'],
    ['a socket closed after it was stored', 'close-after-storing'],
    ['no answer, and nothing stored', 'hang'],
    ['no answer after it was stored', 'hang-after-storing'],
  ] as const)('has the post once after %s', async (_, how) => {
    const { sandbox, post } = await opened();
    const firstSentAt = Date.now();
    sandbox.failNext({ path: THREADS, how });
    const first = await publisherFor(sandbox, IMPATIENT).post(post, ignore, firstSentAt);
    expect(first.kind).toBe('retry');
    const after = first.kind === 'retry' ? first.after : 0;
    expect(after, 'Discord has time to finish').toBeGreaterThanOrEqual(30_000);
    const again = { ...post, firstSentAt, attempts: 2 };
    const second = await publisherFor(sandbox).post(again, ignore, firstSentAt + after);
    const [thread, ...others] = await threadsOf(sandbox);
    expect(second).toEqual({ kind: 'delivered', messageIds: [thread?.id] });
    expect(others).toEqual([]);
  });

  test('has the post once although it was archived and renamed meanwhile', async () => {
    const { sandbox, channelId, post } = await opened();
    const publisher = publisherFor(sandbox);
    const firstSentAt = Date.now();
    const other = { ...post, messages: [marked('other', 'help')], mark: 'help' };
    await publisher.post(other, ignore, firstSentAt);
    const first = await publisher.post(post, ignore, firstSentAt);
    await publisher.post({ ...other, key: 'third' }, ignore, firstSentAt);
    for (const { id } of await threadsOf(sandbox)) sandbox.setThread(id, { archived: true });
    const again = { ...post, title: 'another title', firstSentAt, attempts: 2 };
    expect(await publisher.post(again, ignore, firstSentAt + 2 * HOUR)).toEqual(first);
    const { body } = await call(sandbox, 'GET', `/channels/${channelId}/threads/archived/public`);
    expect(body).toMatchObject({ threads: [{}, {}, {}] });
  });

  test('continues with the messages of an interrupted post', async () => {
    for (const wait of [1_000, HOUR]) {
      const { sandbox, post } = await opened({ messages: [marked('one'), marked('two')] });
      const firstSentAt = Date.now();
      sandbox.failNext({ path: /messages$/, how: 'close-after-storing' });
      const posted: string[] = [];
      await publisherFor(sandbox).post(post, async (id) => void posted.push(id), firstSentAt);
      const again = { ...post, posted, firstSentAt, attempts: 2 };
      await publisherFor(sandbox).post(again, ignore, firstSentAt + wait);
      const [thread, ...others] = await threadsOf(sandbox);
      expect(others).toEqual([]);
      expect(sandbox.messages(thread?.id).map(({ content }) => content)).toEqual(['one', 'two']);
    }
  });
});
