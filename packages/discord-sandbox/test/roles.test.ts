import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server.ts';
import { call } from './support/discord.ts';
import { GatewayClient } from './support/gateway-client.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ rateLimits: false });
});
afterEach(() => sandbox.close());

const send = (body: object) => call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages`, body);

async function roles(): Promise<{ id: string; name: string }[]> {
  const { body } = await call(sandbox, 'GET', `/guilds/${sandbox.guildId}/roles`);
  return Array.isArray(body) ? body : [];
}

async function botRole(): Promise<string> {
  return (await roles()).find(({ name }) => name === 'bot')?.id ?? '';
}

async function watching(): Promise<GatewayClient> {
  const client = new GatewayClient(sandbox);
  await client.identify(sandbox.token);
  return client;
}

describe('a role', () => {
  test('can be added, is mentioned, and is no longer once it is deleted', async () => {
    const client = await watching();
    const id = sandbox.addRole('readers');
    expect((await client.event('GUILD_ROLE_CREATE')).d).toMatchObject({ role: { id, name: 'readers' } });
    const message = { content: `<@&${id}>`, allowed_mentions: { roles: [id] } };
    expect((await send(message)).body).toMatchObject({ mention_roles: [id] });
    sandbox.deleteRole(id);
    expect((await client.event('GUILD_ROLE_DELETE')).d).toEqual({
      guild_id: sandbox.guildId,
      role_id: id,
    });
    expect(await send(message)).toMatchObject({ status: 200, body: { mention_roles: [] } });
    expect((await roles()).map(({ name }) => name)).toEqual(['@everyone', 'bot']);
  });

  test('that is not mentionable is notified only by people with Mention Everyone there', async () => {
    const client = await watching();
    const id = sandbox.addRole('readers');
    const content = `<@&${id}> @everyone`;
    const everything = { content, allowed_mentions: { parse: ['everyone'], roles: [id] } };
    const noticed = async () => (await send(everything)).body;
    const byFriend = () => sandbox.post({ content, user: sandbox.users.friend });
    expect(await noticed()).toMatchObject({ mention_roles: [id], mention_everyone: true });
    expect(byFriend()).toMatchObject({ mention_roles: [], mention_everyone: false });
    sandbox.denyInChannel(sandbox.channelId, PermissionFlagsBits.MentionEveryone);
    expect(await noticed()).toMatchObject({ mention_roles: [], mention_everyone: false });
    sandbox.setMentionable(id, true);
    expect((await client.event('GUILD_ROLE_UPDATE')).d).toMatchObject({ role: { id, mentionable: true } });
    expect(await noticed()).toMatchObject({ content, mention_roles: [id], mention_everyone: false });
    expect((await send({ content, allowed_mentions: { parse: [] } })).body).toMatchObject({
      mention_roles: [],
    });
    expect(byFriend()).toMatchObject({ mention_roles: [id], mention_everyone: false });
    const { body: stored } = await send({ content: 'x' });
    const messageId = typeof stored === 'object' && stored !== null && 'id' in stored ? stored.id : '';
    const edited = await call(
      sandbox,
      'PATCH',
      `/channels/${sandbox.channelId}/messages/${messageId}`,
      everything,
    );
    expect(edited.body).toMatchObject({ mention_roles: [id] });
  });

  test('gives its permissions to its members until it is changed or deleted', async () => {
    const client = await watching();
    sandbox.setRole(sandbox.guildId, PermissionFlagsBits.ViewChannel);
    expect((await client.event('GUILD_ROLE_UPDATE')).d).toMatchObject({
      role: { id: sandbox.guildId, permissions: '1024' },
    });
    expect((await send({ content: 'by the bot’s role' })).status).toBe(200);
    sandbox.deleteRole(await botRole());
    expect((await send({ content: 'x' })).body).toMatchObject({ code: 50013 });
    const { body } = await call(
      sandbox,
      'GET',
      `/guilds/${sandbox.guildId}/members/${sandbox.applicationId}`,
    );
    expect(body).toMatchObject({ roles: [] });
  });

  test('for everybody cannot be deleted', () => {
    expect(() => sandbox.deleteRole(sandbox.guildId)).toThrow('stays');
    expect(() => sandbox.deleteRole('1')).toThrow('no role 1');
  });
});

test('the system channel can be chosen, and is none once it is deleted', async () => {
  const client = await watching();
  const system = async () => (await call(sandbox, 'GET', `/guilds/${sandbox.guildId}`)).body;
  expect(await system()).toMatchObject({ system_channel_id: null });
  sandbox.setSystemChannel(sandbox.generalChannelId);
  expect((await client.event('GUILD_UPDATE')).d).toMatchObject({
    system_channel_id: sandbox.generalChannelId,
  });
  sandbox.deleteChannel(sandbox.generalChannelId);
  expect(await system()).toMatchObject({ system_channel_id: null });
});

test('a 502 can come after the message was stored', async () => {
  sandbox.failNext({ how: '502-after-storing' });
  expect((await send({ content: 'stored' })).status).toBe(502);
  expect(sandbox.messages()).toMatchObject([{ content: 'stored' }]);
});
