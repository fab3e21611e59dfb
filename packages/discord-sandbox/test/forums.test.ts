import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server.ts';
import { call, loggedIn, places } from './support/discord.ts';
import { expectSpec } from './support/spec.ts';

let sandbox: Sandbox;
let forum: string;
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  forum = sandbox.addChannel({ name: 'papers', kind: 'forum' });
});
afterAll(() => sandbox.close());

const begin = (body: object) => call(sandbox, 'POST', `/channels/${forum}/threads`, body);

async function begun(name: string): Promise<string> {
  const { status, body } = await begin({ name, message: { content: name } });
  expect(status).toBe(201);
  if (typeof body !== 'object' || body === null || !('id' in body)) throw new Error('no thread');
  return String(body.id);
}

/** The names of the threads in an answer. */
function names({ body }: { body: unknown }): string[] {
  const threads = typeof body === 'object' && body !== null && 'threads' in body ? body.threads : [];
  return Array.isArray(threads) ? threads.map(({ name }) => name) : [];
}

describe('a forum', () => {
  test('takes a titled post, whose first message has the thread’s id', async () => {
    const { status, body } = await begin({ name: 'Monday', message: { content: 'the papers' } });
    expect(status).toBe(201);
    expectSpec('CreatedThreadResponse', body);
    expect(body).toMatchObject({ name: 'Monday', parent_id: forum, message: { content: 'the papers' } });
    const id = String(typeof body === 'object' && body !== null && 'id' in body && body.id);
    expect(sandbox.messages(id)).toMatchObject([{ id, channel_id: id }]);
  });

  test('accepts the same post again: nonces do not count there', async () => {
    const message = { content: 'twice', nonce: 'n', enforce_nonce: true };
    const { body: first } = await begin({ name: 'twice', message });
    const { body: second } = await begin({ name: 'twice', message });
    expect(first).not.toEqual(second);
  });

  test('takes no post without a title or a message, and no message of its own', async () => {
    expect(places((await begin({ message: { content: 'x' } })).body)).toEqual(['name.BASE_TYPE_REQUIRED']);
    expect((await begin({ name: 'x', message: {} })).body).toMatchObject({ code: 50006 });
    const { body } = await call(sandbox, 'POST', `/channels/${forum}/messages`, { content: 'x' });
    expect(body).toMatchObject({ code: 50008 });
  });

  test('may require a tag', async () => {
    sandbox.requireTag(forum);
    const post = { name: 'x', message: { content: 'x' } };
    expect(await begin(post)).toMatchObject({ status: 400, body: { code: 40067 } });
    expect((await begin({ ...post, applied_tags: ['1180000000000000900'] })).status).toBe(201);
    sandbox.requireTag(forum, false);
    expect((await begin(post)).status).toBe(201);
  });

  test('refuses posts while the server has the most active threads', async () => {
    const post = { name: 'x', message: { content: 'x' } };
    sandbox.limitThreads(0);
    expect(await begin(post)).toMatchObject({ status: 400, body: { code: 160006 } });
    sandbox.limitThreads();
    expect((await begin(post)).status).toBe(201);
  });

  test('needs the permission to send, not the one to create threads', async () => {
    const post = { name: 'x', message: { content: 'x' } };
    sandbox.denyInChannel(forum, PermissionFlagsBits.CreatePublicThreads);
    expect((await begin(post)).status).toBe(201);
    sandbox.denyInChannel(forum, PermissionFlagsBits.SendMessages);
    expect((await begin(post)).body).toMatchObject({ code: 50013 });
    sandbox.denyInChannel(forum, 0n);
  });

  test('is a post’s parent in discord.js too', async () => {
    const client = await loggedIn(sandbox);
    const channel = await client.channels.fetch(forum);
    if (!channel?.isThreadOnly()) throw new Error('no forum');
    const thread = await channel.threads.create({ name: 'by discord.js', message: { content: 'hi' } });
    expect((await thread.fetchStarterMessage())?.content).toBe('hi');
    await client.destroy();
  });
});

describe('threads', () => {
  const archived = (query = '') => call(sandbox, 'GET', `/channels/${forum}/threads/archived/public${query}`);

  test('are listed as active until they are archived, then the last archived first', async () => {
    const ids = [await begun('a'), await begun('b'), await begun('c')];
    for (const id of ids) {
      sandbox.setThread(id, { archived: true });
      // Times of archiving have a resolution of a millisecond.
      const now = Date.now();
      while (Date.now() === now) await Promise.resolve();
    }
    const active = await call(sandbox, 'GET', `/guilds/${sandbox.guildId}/threads/active`);
    expectSpec('ThreadsResponse', active.body);
    expect(names(active)).toContain('Monday');
    expect(names(active)).not.toContain('a');
    const all = await archived();
    expectSpec('ThreadsResponse', all.body);
    expect(names(all)).toEqual(['c', 'b', 'a']);
    const page = await archived('?limit=2');
    expect(page.body).toMatchObject({ has_more: true });
    expect(names(page)).toEqual(['c', 'b']);
    const { body } = page;
    const threads = typeof body === 'object' && body !== null && 'threads' in body ? body.threads : [];
    const before = Array.isArray(threads) ? threads[1].thread_metadata.archive_timestamp : '';
    expect(names(await archived(`?before=${before}`))).toEqual(['a']);
  });

  test('that are archived are listed only with Read Message History', async () => {
    sandbox.denyInChannel(forum, PermissionFlagsBits.ReadMessageHistory);
    expect((await archived()).body).toMatchObject({ code: 50013 });
    sandbox.denyInChannel(forum, 0n);
    expect((await archived('?limit=1')).body).toMatchObject({ code: 50035 });
  });
});
