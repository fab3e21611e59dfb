import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { connect } from '../../../src/discord/client.ts';
import { openTestApp } from '../../support/app.ts';
import { keptLog, type LogLine } from '../../support/bot.ts';
import { answerTo, type RoughOptions, roughDiscord } from '../../support/rough-discord.ts';

const EPHEMERAL = 64;
const MESSAGE = 4;
const CHOICES = 8;

async function start(options: RoughOptions = {}) {
  const discord = await roughDiscord(options);
  const app = await openTestApp();
  const { log, lines } = keptLog();
  const end = new AbortController();
  const login = { token: 'token', api: discord.api, shards: null };
  const connecting = connect(login, app, [], log, end.signal, () => undefined);
  return { discord, connecting, lines, end };
}

async function connected(options: RoughOptions = {}) {
  const { connecting, ...others } = await start(options);
  const connection = await connecting;
  if (connection === null) throw new Error('the bot did not log in');
  onTestFinished(() => connection.stop());
  return { ...others, connection };
}

const help = { type: 2, data: { id: '9', name: 'help', type: 1 } };

function mistakes(lines: readonly LogLine[]): string[] {
  return lines.filter(({ level }) => level >= 50).map(({ msg }) => msg);
}

describe('in a Discord that leaves out what discord.js counts on', () => {
  test('answers a button on a message that says little of itself', async () => {
    const { discord, lines } = await connected();
    const message = { id: '8', interaction_metadata: { user: { id: '3' } } };
    discord.interact('1', { type: 3, data: { component_type: 2, custom_id: 'help' }, message });
    expect(await answerTo(discord, '1')).toMatchObject({ type: MESSAGE });
    discord.interact('2', help);
    expect(await answerTo(discord, '2')).toMatchObject({ type: MESSAGE });
    expect(mistakes(lines)).toEqual([]);
  });

  test('goes on after a packet that discord.js cannot read', async () => {
    const { discord, lines } = await connected();
    discord.dispatch('GUILD_CREATE', { id: '7', channels: [null] });
    discord.interact('1', help);
    expect(await answerTo(discord, '1')).toMatchObject({ type: MESSAGE });
    expect(lines.map(({ packet }) => packet)).toContain('GUILD_CREATE');
  });
});

test('a gateway that is away for long is one line of the log, and so is its return', async () => {
  const { discord, lines } = await connected();
  const said = (part: string) => lines.filter(({ msg }) => msg.includes(part)).length;
  await expect.poll(() => said('logged in to Discord')).toBe(1);
  discord.leave();
  await expect.poll(() => discord.away, { timeout: 20_000 }).toBeGreaterThan(2);
  expect(said('reconnecting to the gateway')).toBe(1);
  discord.isAway = false;
  await expect
    .poll(() => said('logged in to Discord') + said('session resumed'), { timeout: 20_000 })
    .toBe(2);
  expect(said('reconnecting to the gateway')).toBe(1);
}, 60_000);

describe('a message', () => {
  const author = { id: '3', username: 'ann' };
  const mentions = [{ id: '1' }];

  test('that says little of itself, or nothing to the bot, is passed over', async () => {
    const { discord, lines } = await connected();
    discord.dispatch('MESSAGE_CREATE', { id: '8', channel_id: '9' });
    discord.dispatch('MESSAGE_CREATE', { id: '8', channel_id: '9', type: 0, author, guild_id: '7' });
    discord.dispatch('MESSAGE_CREATE', { id: '5', channel_id: '9', type: 0, author, content: 'hello' });
    await expect.poll(() => discord.posts).toHaveLength(1);
    expect(discord.posts).toMatchObject([{ message_reference: { message_id: '5' } }]);
    expect(mistakes(lines)).toEqual([]);
  });

  test('is answered in the language of the server, where its own cannot be told', async () => {
    const { discord } = await connected();
    const guild = { id: '7', name: 'x', channels: [], roles: [], members: [], emojis: [], stickers: [] };
    discord.dispatch('GUILD_CREATE', { ...guild, preferred_locale: 'ko' });
    const message = { id: '5', channel_id: '9', guild_id: '7', type: 0, author, mentions, mention_roles: [] };
    discord.dispatch('MESSAGE_CREATE', { ...message, content: '<@1>' });
    await expect.poll(() => discord.posts).toHaveLength(1);
    expect(JSON.stringify(discord.posts)).toContain('물어보세요');
    expect(discord.posts).toMatchObject([
      { allowed_mentions: { parse: [], replied_user: false }, nonce: '5-0', enforce_nonce: true },
    ]);
  });

  test('may mention the bot by the role that it came with', async () => {
    const { discord } = await connected();
    const role = { id: '70', name: 'Bot', tags: { bot_id: '1' }, permissions: '0', position: 1, colors: {} };
    const guild = { id: '7', name: 'x', channels: [], members: [], emojis: [], stickers: [] };
    discord.dispatch('GUILD_CREATE', { ...guild, roles: [role], preferred_locale: 'en-US' });
    const message = { id: '5', channel_id: '9', guild_id: '7', type: 0, author, mentions: [] };
    discord.dispatch('MESSAGE_CREATE', {
      ...message,
      mention_roles: ['70'],
      content: '<@&70> how many days are in the archive?',
    });
    await expect.poll(() => discord.posts).toHaveLength(1);
    expect(JSON.stringify(discord.posts)).toContain('**5 days**');
  });
});

describe('what nobody asked for is answered all the same', () => {
  test.for([
    ['a form', { type: 5, data: { custom_id: 'form', components: [] } }],
    ['a command on a message', { type: 2, data: { id: '9', name: 'Keep', type: 3, target_id: '8' } }],
    [
      'a menu without a pick',
      { type: 3, data: { component_type: 3, custom_id: 'paper paper=*', values: [] }, message: { id: '8' } },
    ],
    [
      'a control of a new kind',
      { type: 3, data: { component_type: 99, custom_id: 'x' }, message: { id: '8' } },
    ],
  ] as const)('%s, to the asker alone', async ([, parts]) => {
    const { discord, lines } = await connected();
    discord.interact('1', parts);
    expect(await answerTo(discord, '1')).toMatchObject({ type: MESSAGE, data: { flags: EPHEMERAL } });
    expect(mistakes(lines)).toEqual([]);
  });

  test('an option that nobody types in, without suggestions', async () => {
    const { discord } = await connected();
    discord.interact('1', { type: 4, data: { id: '9', name: 'paper', type: 1, options: [] } });
    expect(await answerTo(discord, '1')).toEqual({ type: CHOICES, data: { choices: [] } });
  });
});

test('runs as many shards as Discord advises', async () => {
  // As `.env.example` has them.
  vi.stubEnv('SHARDS', 'auto');
  vi.stubEnv('SHARD_COUNT', 'auto');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { discord } = await connected({ shards: 3 });
  expect(discord.identified.toSorted()).toEqual([
    [0, 3],
    [1, 3],
    [2, 3],
  ]);
});

describe('told to stop', () => {
  test('leaves though people go on asking, and answers all that it took in', async () => {
    const { discord, connection } = await connected();
    let asked = 0;
    const asking = setInterval(() => {
      if (discord.connections === 0) return;
      asked += 1;
      discord.interact(String(asked), help);
    }, 2);
    onTestFinished(() => clearInterval(asking));
    await pause(50);
    await connection.stop();
    await expect.poll(() => discord.connections).toBe(0);
    expect(new Set(discord.callbacks.map(({ interaction }) => interaction)).size).toBe(
      discord.callbacks.length,
    );
    expect(discord.callbacks.length).toBeGreaterThan(asked * 0.9);
  });

  test('does not wait for ever for an answer that Discord does not take', async () => {
    const { discord, connection, lines } = await connected({ deaf: true });
    discord.interact('1', help);
    await answerTo(discord, '1');
    await connection.stop();
    await expect.poll(() => mistakes(lines)).toEqual(['an interaction could not be answered']);
  }, 10_000);

  test('in the middle of a login, ends at once', async () => {
    const { discord, connecting, end } = await start({ silent: true });
    await expect.poll(() => discord.connections).toBe(1);
    end.abort();
    expect(await connecting).toBeNull();
  });
});
