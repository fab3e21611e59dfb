import { once } from 'node:events';
import { createServer } from 'node:http';
import { PermissionFlagsBits as P } from 'discord.js';
import type { Sandbox } from 'discord-sandbox';
import { describe, expect, onTestFinished, test } from 'vitest';
import { call } from '../../../packages/discord-sandbox/test/support/discord.ts';
import type { Post } from '../../../src/delivery/post.ts';
import type { SuspendReason } from '../../../src/delivery/subscriptions/subscription.ts';
import { DiscordPublisher } from '../../../src/discord/out/publisher.ts';
import { openSandbox } from '../../support/bot.ts';
import { ignore, marked, postTo, publisherFor } from '../../support/post.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a channel that refuses permanently', () => {
  const cases: [SuspendReason, string, (sandbox: Sandbox) => Partial<Post> | Promise<Partial<Post>>][] = [
    [
      'unknown-channel',
      'is gone',
      (sandbox) => {
        sandbox.deleteChannel(sandbox.channelId);
        return {};
      },
    ],
    [
      'missing-access',
      'cannot be seen',
      (sandbox) => {
        sandbox.denyInChannel(sandbox.channelId, P.ViewChannel);
        return {};
      },
    ],
    [
      'missing-access',
      'is in a server that the bot left',
      (sandbox) => {
        sandbox.removeFromGuild();
        return {};
      },
    ],
    [
      'missing-permissions',
      'cannot be written to',
      (sandbox) => {
        sandbox.denyInChannel(sandbox.channelId, P.SendMessages);
        return {};
      },
    ],
    [
      'missing-permissions',
      'does not allow embeds',
      (sandbox) => {
        sandbox.denyInChannel(sandbox.channelId, P.EmbedLinks);
        return { messages: [{ ...marked('x'), embeds: [{ title: 'paper' }] }] };
      },
    ],
    [
      'wrong-channel',
      'is a forum now',
      (sandbox) => ({
        channelId: sandbox.addChannel({ name: 'forum', kind: 'forum' }),
      }),
    ],
    ['invalid-form', 'takes no such message', () => ({ messages: [marked('x'.repeat(2001))] })],
    [
      'needs-tag',
      'is a forum that requires a tag',
      (sandbox) => {
        const channelId = sandbox.addChannel({ name: 'tags', kind: 'forum' });
        sandbox.requireTag(channelId);
        return { channelId, channelKind: 'forum' };
      },
    ],
    [
      'thread-closed',
      'is a locked thread',
      async (sandbox) => {
        const { id } = sandbox.post({ content: 'x' });
        await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages/${id}/threads`, { name: 'x' });
        sandbox.setThread(id, { locked: true });
        return { channelId: id, channelKind: 'thread' };
      },
    ],
  ];

  test.each(cases)('suspends with %s if it %s', async (reason, _, arrange) => {
    const sandbox = await openSandbox();
    const post = postTo(sandbox, await arrange(sandbox));
    const outcome = await publisherFor(sandbox).post(post, ignore, Date.now());
    expect(outcome).toEqual({ kind: 'suspend', reason });
  });

  test('does not affect the others', async () => {
    const sandbox = await openSandbox();
    const publisher = publisherFor(sandbox);
    sandbox.denyInChannel(sandbox.generalChannelId, P.SendMessages);
    const refused = postTo(sandbox, { channelId: sandbox.generalChannelId });
    expect((await publisher.post(refused, ignore, Date.now())).kind).toBe('suspend');
    expect((await publisher.post(postTo(sandbox), ignore, Date.now())).kind).toBe('delivered');
  });
});

describe('a history that cannot be read', () => {
  test('holds a post of unknown outcome back until it can be read, and then the post is found', async () => {
    const sandbox = await openSandbox({ nonceWindow: 0 });
    const publisher = publisherFor(sandbox);
    const firstSentAt = Date.now();
    sandbox.failNext({ method: 'POST', how: 'close-after-storing' });
    await publisher.post(postTo(sandbox), ignore, firstSentAt);
    const again = postTo(sandbox, { firstSentAt, attempts: 2 });

    sandbox.denyInChannel(sandbox.channelId, P.ReadMessageHistory);
    const held = await publisher.post(again, ignore, firstSentAt + HOUR);
    expect(held).toEqual({ kind: 'suspend', reason: 'missing-permissions' });
    expect(sandbox.messages()).toHaveLength(1);

    sandbox.denyInChannel(sandbox.channelId, 0n);
    expect((await publisher.post(again, ignore, firstSentAt + 2 * HOUR)).kind).toBe('delivered');
    expect(sandbox.messages()).toHaveLength(1);
  });

  test('does not matter for a post whose nonce is remembered, or for a first attempt', async () => {
    const sandbox = await openSandbox();
    sandbox.denyInChannel(sandbox.channelId, P.ReadMessageHistory);
    const firstSentAt = Date.now();
    const publisher = publisherFor(sandbox);
    expect((await publisher.post(postTo(sandbox), ignore, firstSentAt)).kind).toBe('delivered');
    const again = postTo(sandbox, { firstSentAt, attempts: 2 });
    expect((await publisher.post(again, ignore, firstSentAt + 60_000)).kind).toBe('delivered');
    expect(sandbox.messages()).toHaveLength(1);
  });

  test('holds a forum’s post back as well', async () => {
    const sandbox = await openSandbox();
    const channelId = sandbox.addChannel({ name: 'forum', kind: 'forum' });
    sandbox.denyInChannel(channelId, P.ReadMessageHistory);
    const firstSentAt = Date.now();
    const again = postTo(sandbox, { channelId, channelKind: 'forum', firstSentAt, attempts: 2 });
    const held = await publisherFor(sandbox).post(again, ignore, firstSentAt + HOUR);
    expect(held).toEqual({ kind: 'suspend', reason: 'missing-permissions' });
  });

  test('is retried if Discord just cannot be reached', async () => {
    const sandbox = await openSandbox();
    sandbox.failNext({ method: 'GET', how: 503 });
    const firstSentAt = Date.now();
    const again = postTo(sandbox, { firstSentAt, attempts: 3 });
    const outcome = await publisherFor(sandbox).post(again, ignore, firstSentAt + HOUR);
    expect(outcome).toMatchObject({ kind: 'retry', reason: 'HTTP 503' });
    expect(sandbox.messages()).toEqual([]);
  });
});

describe('Discord’s limits', () => {
  test('on active threads hold a forum’s post back until there is room', async () => {
    const sandbox = await openSandbox();
    const channelId = sandbox.addChannel({ name: 'forum', kind: 'forum' });
    const post = postTo(sandbox, { channelId, channelKind: 'forum' });
    const publisher = publisherFor(sandbox);
    sandbox.limitThreads(0);
    const firstSentAt = Date.now();
    const held = await publisher.post(post, ignore, firstSentAt);
    expect(held).toMatchObject({ kind: 'retry', reason: 'active-threads' });
    sandbox.limitThreads();
    const again = { ...post, firstSentAt, attempts: 2 };
    expect((await publisher.post(again, ignore, firstSentAt + HOUR)).kind).toBe('delivered');
  });

  test('do not suspend a channel if the answer is not from Discord', async () => {
    const sandbox = await openSandbox();
    sandbox.failNext({ method: 'POST', how: 404 });
    const outcome = await publisherFor(sandbox).post(postTo(sandbox), ignore, Date.now());
    expect(outcome).toMatchObject({ kind: 'retry', reason: 'HTTP 404' });
  });

  const POST = 'POST /channels/:id/messages';

  test('are waited for if the wait is short, and returned to the ledger if it is long', async () => {
    const sandbox = await openSandbox({ rateLimits: { routes: { [POST]: { limit: 1, windowMs: 60_000 } } } });
    const publisher = publisherFor(sandbox);
    await publisher.post(postTo(sandbox), ignore, Date.now());
    const outcome = await publisher.post(postTo(sandbox, { key: 'next' }), ignore, Date.now());
    expect(outcome).toMatchObject({ kind: 'retry', reason: 'HTTP 429' });
    expect(outcome.kind === 'retry' && outcome.after).toBeGreaterThan(50_000);
    // Another process does not know of the first one's limit, and is told by Discord.
    let told = 0;
    const other = publisherFor(sandbox, { onRateLimit: () => (told += 1) });
    expect(await other.post(postTo(sandbox, { key: 'next' }), ignore, Date.now())).toMatchObject({
      kind: 'retry',
      reason: 'HTTP 429',
    });
    expect(told).toBe(1);
  });

  test('over all channels work the same way', async () => {
    const sandbox = await openSandbox({ rateLimits: { global: { limit: 1, windowMs: 60_000 } } });
    const publisher = publisherFor(sandbox);
    await publisher.post(postTo(sandbox), ignore, Date.now());
    const channelId = sandbox.generalChannelId;
    const outcome = await publisher.post(postTo(sandbox, { channelId }), ignore, Date.now());
    expect(outcome).toMatchObject({ kind: 'retry', reason: 'HTTP 429' });
  });

  test('with a short wait are not a failure', async () => {
    const sandbox = await openSandbox();
    sandbox.failNext({ method: 'POST', how: 429, times: 2 });
    expect((await publisherFor(sandbox).post(postTo(sandbox), ignore, Date.now())).kind).toBe('delivered');
  });
});

describe('a Discord that refuses the bot', () => {
  /** A server that gives every request the same answer and counts them. */
  async function answering(answer: { status: number; body: string; type: string }) {
    const seen = { requests: 0, tokens: new Set<string | undefined>() };
    const server = createServer((request, response) => {
      seen.requests += 1;
      seen.tokens.add(request.headers.authorization);
      response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close().closeAllConnections());
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const clock = { now: 0 };
    const options = { timeout: 500, steady: () => clock.now };
    const publisher = new DiscordPublisher(`http://127.0.0.1:${port}/api`, 'the token', options);
    onTestFinished(() => publisher.close());
    return { seen, publisher, answer, clock };
  }

  const JSON_TYPE = 'application/json';

  test.each([
    ['its token', 401, '{"message":"401: Unauthorized","code":0}', JSON_TYPE],
    ['its address', 403, '<html>error code: 1015</html>', 'text/html'],
    ['its address in JSON', 403, '{"message":"internal network error","code":40333}', JSON_TYPE],
  ])('%s is probed with one request every three minutes', async (_, status, body, type) => {
    const sandbox = await openSandbox();
    const { seen, publisher, answer, clock } = await answering({ status, body, type });
    expect(publisher.refusal).toBeNull();
    const first = await publisher.post(postTo(sandbox), ignore, Date.now());
    expect(first).toMatchObject({ kind: 'retry', reason: expect.stringContaining(`HTTP ${status}`) });
    expect(publisher.refusal).toContain(`HTTP ${status}`);
    for (let minute = 1; minute < 60; minute += 1) {
      clock.now = minute * MINUTE;
      const several = ['a', 'b', 'c'].map((key) =>
        publisher.post(postTo(sandbox, { key }), ignore, Date.now()),
      );
      for (const refused of await Promise.all(several)) expect(refused).toMatchObject({ kind: 'retry' });
    }
    expect(seen.requests).toBe(20);

    clock.now = HOUR;
    Object.assign(answer, { status: 200, body: '{"id":"1573216243094126592"}', type: JSON_TYPE });
    const later = await publisher.post(postTo(sandbox), ignore, Date.now());
    expect(later).toEqual({ kind: 'delivered', messageIds: ['1573216243094126592'] });
    expect([...seen.tokens]).toEqual(['Bot the token']);
    expect(publisher.refusal).toBeNull();
  });

  test('for one channel does not stop requests for others', async () => {
    const sandbox = await openSandbox();
    const body = '{"message":"Missing Access","code":50001}';
    const { seen, publisher } = await answering({ status: 403, body, type: JSON_TYPE });
    for (const key of ['one', 'two']) {
      const outcome = await publisher.post(postTo(sandbox, { key }), ignore, Date.now());
      expect(outcome).toEqual({ kind: 'suspend', reason: 'missing-access' });
    }
    expect(seen.requests).toBe(2);
    expect(publisher.refusal).toBeNull();
  });

  test('for one post without a known reason does not hold back others', async () => {
    const sandbox = await openSandbox();
    const { seen, publisher } = await answering({ status: 400, body: 'Bad Request', type: 'text/plain' });
    for (const key of ['one', 'two']) {
      const outcome = await publisher.post(postTo(sandbox, { key }), ignore, Date.now());
      expect(outcome).toMatchObject({ kind: 'retry', reason: 'HTTP 400' });
    }
    expect(seen.requests).toBe(2);
  });

  test('an answer that is not from Discord is retried', async () => {
    const sandbox = await openSandbox();
    for (const [body, type] of [
      ['<html>', 'text/html'],
      ['{"id":', JSON_TYPE],
      ['"x"', JSON_TYPE],
    ] as const) {
      const { publisher } = await answering({ status: 200, body, type });
      const outcome = await publisher.post(postTo(sandbox), ignore, Date.now());
      expect(outcome).toMatchObject({ kind: 'retry', reason: expect.stringContaining('unreadable') });
    }
  });

  test('an unreachable Discord is retried with growing waits', async () => {
    const sandbox = await openSandbox();
    const publisher = publisherFor(sandbox);
    await sandbox.close();
    const waits = [];
    for (const attempts of [1, 5, 9]) {
      const outcome = await publisher.post(postTo(sandbox, { attempts }), ignore, Date.now());
      expect(outcome).toMatchObject({ kind: 'retry', reason: 'ECONNREFUSED' });
      waits.push(outcome.kind === 'retry' ? outcome.after : 0);
    }
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect(waits.at(-1)).toBeGreaterThan(60_000);
  });
});
