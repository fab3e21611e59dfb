import { once } from 'node:events';
import { Events, GatewayIntentBits, Partials } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server.ts';
import { answering, call, loggedIn } from './support/discord.ts';
import { GatewayClient } from './support/gateway-client.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  const path = `/applications/${sandbox.applicationId}/commands`;
  await call(sandbox, 'PUT', path, [{ name: 'top', description: 'x' }]);
});
afterEach(() => sandbox.close());

const GUILDS = 1;
const GUILD_MESSAGES = 1 << 9;
const MESSAGE_CONTENT = 1 << 15;

describe('a well-behaved client', () => {
  test('gets HELLO, READY and the server', async () => {
    const client = new GatewayClient(sandbox);
    expect(await client.frame(({ op }) => op === 10)).toMatchObject({ d: { heartbeat_interval: 41_250 } });
    const ready = await client.identify(sandbox.token);
    expect(ready).toMatchObject({
      s: 1,
      d: { v: 10, shard: [0, 1], guilds: [{ id: sandbox.guildId, unavailable: true }] },
    });
    expect(await client.event('GUILD_CREATE')).toMatchObject({
      s: 2,
      d: { id: sandbox.guildId, members: [{}] },
    });
    await client.send(1, 2);
    expect(await client.frame(({ op }) => op === 11)).toBeTruthy();
    expect(sandbox.connected()).toBe(1);
  });

  test('may put "Bot " before its token', async () => {
    const client = new GatewayClient(sandbox);
    expect((await client.identify(`Bot ${sandbox.token}`)).t).toBe('READY');
  });

  test('may set its presence', async () => {
    const client = new GatewayClient(sandbox);
    await client.identify(sandbox.token);
    await client.send(3, { status: 'online', since: null, afk: false, activities: [] });
    await client.send(1, null);
    expect(await client.frame(({ op }) => op === 11)).toBeTruthy();
  });
});

describe('a connection is closed if the client', () => {
  test.each<[what: string, frames: [op: number | string, d?: unknown][], code: number]>([
    ['sends no JSON', [['{"op":']], 4002],
    ['sends JSON that is not a frame', [['[]']], 4002],
    ['sends a frame too large', [[`{"op":1,"d":"${'x'.repeat(5000)}"}`]], 4002],
    ['uses an unknown opcode', [[77]], 4001],
    ['asks before it identified', [[8, { guild_id: '1' }]], 4003],
    ['identifies without intents', [[2, { token: 'x' }]], 4002],
    ['identifies with a wrong token', [[2, { token: 'x', intents: 1 }]], 4004],
    ['resumes with a wrong token', [[6, { token: 'x', session_id: 'x', seq: 1 }]], 4004],
  ])('%s', async (_, frames, code) => {
    const client = new GatewayClient(sandbox);
    for (const [op, d] of frames) await client.send(op, d);
    expect(await client.closed).toBe(code);
  });

  test.each([
    ['a shard number beyond the count', { shard: [2, 2] }, 4010],
    ['intents that do not exist', { intents: 2 ** 30 }, 4013],
    ['an intent it was not approved for', { intents: MESSAGE_CONTENT }, 4014],
  ])('identifies with %s', async (_, options, code) => {
    const client = new GatewayClient(sandbox);
    await client.send(2, { token: sandbox.token, intents: 1, ...options });
    expect(await client.closed).toBe(code);
  });

  test('identifies twice', async () => {
    const client = new GatewayClient(sandbox);
    await client.identify(sandbox.token);
    await client.send(2, { token: sandbox.token, intents: 1 });
    expect(await client.closed).toBe(4005);
  });

  test('sends more than 120 frames in a minute', async () => {
    const client = new GatewayClient(sandbox);
    for (let i = 0; i < 300; i += 1) await client.send(1, null);
    expect(await client.closed).toBe(4008);
  });

  test('sends no heartbeats', async () => {
    const impatient = await startSandbox({ heartbeatInterval: 10 });
    const client = new GatewayClient(impatient);
    expect(await client.closed).toBe(4009);
    await impatient.close();
  });
});

describe('resuming', () => {
  test('replays missed events in order, and continues', async () => {
    const first = new GatewayClient(sandbox);
    const { d, s } = await first.identify(sandbox.token);
    await first.event('GUILD_CREATE');
    sandbox.disconnect({ cut: true });
    await first.closed;
    sandbox.post({ content: 'one' });
    void sandbox.command({ name: 'top' });
    const second = new GatewayClient(sandbox);
    const session_id = typeof d === 'object' && d !== null && 'session_id' in d ? d.session_id : undefined;
    await second.send(6, { token: sandbox.token, session_id, seq: s });
    await second.event('RESUMED');
    sandbox.post({ content: 'two' });
    await second.frame((frame) => frame.s === 6);
    const events = second.frames.filter(({ op }) => op === 0).map((frame) => [frame.s, frame.t]);
    expect(events).toEqual([
      [2, 'GUILD_CREATE'],
      [3, 'MESSAGE_CREATE'],
      [4, 'INTERACTION_CREATE'],
      [5, 'RESUMED'],
      [6, 'MESSAGE_CREATE'],
    ]);
  });

  test('discord.js answers interactions from while it was away', async () => {
    const client = await loggedIn(sandbox);
    answering(client, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('I am back');
    });
    sandbox.disconnect({ code: 4000 });
    const outcome = await sandbox.command({ name: 'top' });
    expect(outcome.message?.content).toBe('I am back');
    await client.destroy();
  });

  test('discord.js resumes when asked to reconnect (op 7)', async () => {
    const client = await loggedIn(sandbox);
    const resumed = once(client, Events.ShardResume);
    sandbox.requestReconnect();
    await resumed;
    expect(sandbox.connected()).toBe(1);
    await client.destroy();
  });

  test('discord.js resumes an invalid session that may be resumed (op 9 true)', async () => {
    const client = await loggedIn(sandbox);
    const resumed = once(client, Events.ShardResume);
    sandbox.invalidateSession(true);
    await resumed;
    await client.destroy();
  });

  test('discord.js starts a new session after one that may not (op 9 false)', async () => {
    const client = await loggedIn(sandbox);
    const ready = once(client, Events.ShardReady);
    sandbox.invalidateSession(false);
    await ready;
    expect(sandbox.connected()).toBe(1);
    await client.destroy();
  });

  test('an unknown session is invalid, and a sequence that was never sent closes with 4007', async () => {
    const client = new GatewayClient(sandbox);
    await client.send(6, { token: sandbox.token, session_id: 'unknown', seq: 1 });
    expect(await client.frame(({ op }) => op === 9)).toMatchObject({ d: false });
    const { d } = await client.identify(sandbox.token);
    const session_id = typeof d === 'object' && d !== null && 'session_id' in d ? d.session_id : undefined;
    sandbox.disconnect({ code: 4000 });
    const other = new GatewayClient(sandbox);
    await other.send(6, { token: sandbox.token, session_id, seq: 99 });
    expect(await other.closed).toBe(4007);
  });

  test('a session that missed too much is invalid', async () => {
    const client = new GatewayClient(sandbox);
    const { d } = await client.identify(sandbox.token);
    sandbox.disconnect({ cut: true });
    for (let i = 0; i < 600; i += 1) sandbox.post({ content: 'x' });
    const session_id = typeof d === 'object' && d !== null && 'session_id' in d ? d.session_id : undefined;
    const other = new GatewayClient(sandbox);
    await other.send(6, { token: sandbox.token, session_id, seq: 2 });
    expect(await other.frame(({ op }) => op === 9)).toMatchObject({ d: false });
  });
});

describe('the events of a session', () => {
  test('only the server’s shard gets its events and interactions', async () => {
    const shards = [new GatewayClient(sandbox), new GatewayClient(sandbox)] as const;
    const owner = Number((BigInt(sandbox.guildId) >> 22n) % 2n);
    const readies = await Promise.all(
      shards.map((client, id) => client.identify(sandbox.token, { shard: [id, 2] })),
    );
    const guilds = readies.map(({ d }) =>
      typeof d === 'object' && d !== null && 'guilds' in d ? d.guilds : null,
    );
    expect(guilds[owner]).toHaveLength(1);
    expect(guilds[1 - owner]).toHaveLength(0);
    void sandbox.command({ name: 'top' });
    const direct = sandbox.directChannelId();
    sandbox.post({ channelId: direct, content: 'to shard 0' });
    await shards[owner]?.event('INTERACTION_CREATE');
    await shards[0].event('MESSAGE_CREATE');
    const told = shards.map(({ frames }) => frames.map(({ t }) => t));
    expect(told[1 - owner]).not.toContain('INTERACTION_CREATE');
    expect(told[1]).not.toContain('MESSAGE_CREATE');
  });

  test('discord.js runs several shards', async () => {
    const client = await loggedIn(sandbox, { shardCount: 3 });
    expect(sandbox.connected()).toBe(3);
    expect(client.guilds.cache.get(sandbox.guildId)?.shardId).toBe(
      Number((BigInt(sandbox.guildId) >> 22n) % 3n),
    );
    await client.destroy();
  });

  test('without the intent for messages there are no messages', async () => {
    const client = new GatewayClient(sandbox);
    await client.identify(sandbox.token, { intents: GUILDS });
    sandbox.post({ content: 'x' });
    sandbox.addChannel({ name: 'after' });
    await client.event('CHANNEL_CREATE');
    expect(client.frames.map(({ t }) => t)).not.toContain('MESSAGE_CREATE');
  });

  test('without MessageContent only mentions, direct messages and its own are readable', async () => {
    // discord.js drops messages of a direct conversation that it has not seen, unless partial channels are allowed.
    const client = await loggedIn(sandbox, { partials: [Partials.Channel] });
    const seen: string[] = [];
    client.on(Events.MessageCreate, ({ content }) => seen.push(content));
    const mention = `<@${sandbox.applicationId}> hello`;
    sandbox.post({ content: 'secret' });
    sandbox.post({ content: mention });
    sandbox.post({ channelId: sandbox.directChannelId(), content: 'direct' });
    await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages`, { content: 'own' });
    await expect.poll(() => seen).toEqual(['', mention, 'direct', 'own']);
    await client.destroy();
  });

  test('with MessageContent, where approved, all are', async () => {
    const open = await startSandbox({ privilegedIntents: MESSAGE_CONTENT });
    const intents = [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.MessageContent,
    ];
    const client = await loggedIn(open, { intents });
    const told = once(client, Events.MessageCreate);
    open.post({ content: 'secret' });
    expect((await told)[0].content).toBe('secret');
    await client.destroy();
    await open.close();
  });

  test('include a channel’s creation, change and deletion', async () => {
    const client = new GatewayClient(sandbox);
    await client.identify(sandbox.token, { intents: GUILDS | GUILD_MESSAGES });
    const id = sandbox.addChannel({ name: 'brief' });
    sandbox.denyInChannel(id, 1n);
    sandbox.deleteChannel(id);
    expect(await client.event('CHANNEL_CREATE')).toMatchObject({ d: { id, name: 'brief' } });
    expect(await client.event('CHANNEL_UPDATE')).toMatchObject({
      d: { permission_overwrites: [{ deny: '1' }] },
    });
    expect(await client.event('CHANNEL_DELETE')).toMatchObject({ d: { id } });
  });
});
