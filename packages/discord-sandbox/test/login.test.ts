import { Events } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server.ts';
import { call, loggedIn } from './support/discord.ts';
import { expectSpec } from './support/spec.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
});
afterAll(() => sandbox.close());

describe('a bot that logs in', () => {
  test('is ready in the one server, with its channels and itself', async () => {
    const client = await loggedIn(sandbox);
    expect(client.user.username).toBe('Paperboy');
    expect(client.application.id).toBe(sandbox.applicationId);
    const guild = client.guilds.cache.get(sandbox.guildId);
    expect(guild?.available).toBe(true);
    expect(guild?.channels.cache.map(({ name }) => name).sort()).toEqual(['daily-papers', 'general']);
    const me = await guild?.members.fetchMe();
    expect(me?.permissions.has(['SendMessages', 'EmbedLinks'])).toBe(true);
    expect(me?.permissions.has('Administrator')).toBe(false);
    await client.destroy();
  });

  test('can request all members', async () => {
    const client = await loggedIn(sandbox);
    const members = await client.guilds.cache.get(sandbox.guildId)?.members.fetch();
    expect(members?.map(({ user }) => user.globalName ?? user.username).sort()).toEqual([
      'Mina',
      'Paperboy',
      'You',
    ]);
    await client.destroy();
  });

  test('gets events for a server that it leaves and joins again', async () => {
    const client = await loggedIn(sandbox);
    const left = new Promise((resolve) => client.once(Events.GuildDelete, (guild) => resolve(guild.id)));
    sandbox.removeFromGuild();
    expect(await left).toBe(sandbox.guildId);
    expect(await call(sandbox, 'GET', `/guilds/${sandbox.guildId}`)).toMatchObject({
      status: 404,
      body: { code: 10004 },
    });
    expect(
      await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages`, { content: 'x' }),
    ).toMatchObject({
      status: 403,
      body: { code: 50001 },
    });
    const joined = new Promise((resolve) => client.once(Events.GuildCreate, (guild) => resolve(guild.id)));
    sandbox.restoreGuild();
    expect(await joined).toBe(sandbox.guildId);
    await client.destroy();
  });

  test('sees an outage of the server as an outage', async () => {
    const client = await loggedIn(sandbox);
    const gone = new Promise((resolve) => client.once(Events.GuildUnavailable, (guild) => resolve(guild.id)));
    sandbox.makeGuildUnavailable();
    expect(await gone).toBe(sandbox.guildId);
    const back = new Promise((resolve) => client.once(Events.GuildAvailable, (guild) => resolve(guild.id)));
    sandbox.restoreGuild();
    expect(await back).toBe(sandbox.guildId);
    await client.destroy();
  });
});

describe('answers of the API', () => {
  test.each([
    ['/users/@me', 'UserPIIResponse'],
    ['/applications/@me', 'PrivateApplicationResponse'],
    ['/gateway/bot', 'GatewayBotResponse'],
    ['/gateway', 'GatewayResponse'],
    ['/guilds/1180000000000000200', 'GuildWithCountsResponse'],
    ['/channels/1180000000000000400', 'GuildChannelResponse'],
    ['/users/1180000000000000600', 'UserResponse'],
    ['/guilds/1180000000000000200/members/1180000000000000600', 'GuildMemberResponse'],
  ])('%s conforms to Discord’s spec', async (path, schema) => {
    const { status, body } = await call(sandbox, 'GET', path);
    expect(status).toBe(200);
    expectSpec(schema, body);
  });

  test('every role and channel of the server conforms to Discord’s spec', async () => {
    for (const [path, schema] of [
      ['roles', 'GuildRoleResponse'],
      ['channels', 'GuildChannelResponse'],
    ] as const) {
      const { body } = await call(sandbox, 'GET', `/guilds/${sandbox.guildId}/${path}`);
      if (!Array.isArray(body)) throw new Error('no list');
      expect(body.length).toBe(2);
      for (const one of body) expectSpec(schema, one);
    }
  });

  test('a direct-message channel is opened once for each user', async () => {
    const open = () => call(sandbox, 'POST', '/users/@me/channels', { recipient_id: sandbox.users.friend });
    const first = await open();
    expectSpec('PrivateChannelResponse', first.body);
    expect((await open()).body).toEqual(first.body);
  });
});

describe('wrong requests', () => {
  test.each([
    ['GET', '/users/@me', { authorization: 'Bot wrong' }, 401, { message: '401: Unauthorized', code: 0 }],
    ['GET', '/users/@me', { authorization: '' }, 401, { message: '401: Unauthorized', code: 0 }],
    ['GET', '/nothing/here', {}, 404, { message: '404: Not Found', code: 0 }],
    ['DELETE', '/users/@me', {}, 405, { message: '405: Method Not Allowed', code: 0 }],
    ['GET', '/channels/1', {}, 404, { message: 'Unknown Channel', code: 10003 }],
    ['GET', '/users/1', {}, 404, { message: 'Unknown User', code: 10013 }],
    ['GET', '/guilds/1', {}, 404, { message: 'Unknown Guild', code: 10004 }],
    ['GET', '/applications/1/commands', {}, 404, { message: 'Unknown Application', code: 10002 }],
  ])('%s %s with %j is answered %i', async (method, path, headers, status, body) => {
    const answer = await call(sandbox, method, path, undefined, headers);
    expect(answer).toMatchObject({ status, body });
  });

  test('an invalid id is reported at its field', async () => {
    const { status, body } = await call(sandbox, 'GET', '/channels/abc');
    expect(status).toBe(400);
    expect(body).toEqual({
      message: 'Invalid Form Body',
      code: 50035,
      errors: {
        channel_id: { _errors: [{ code: 'NUMBER_TYPE_COERCE', message: 'Value "abc" is not snowflake.' }] },
      },
    });
  });

  test('another version of the API is refused', async () => {
    const response = await fetch(`${sandbox.apiUrl}/v5/gateway`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 50041 });
  });

  test('a wrong token fails the login', async () => {
    await expect(loggedIn({ ...sandbox, token: 'wrong' })).rejects.toThrow('An invalid token was provided');
  });

  test.each(['{"content":', 'null', '[]', '7', ''])(
    'a body of %j never gets further than a 400',
    async (body) => {
      const answer = await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages`, body);
      expect(answer.status).toBe(400);
    },
  );

  test('broken JSON has its own code', async () => {
    const answer = await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages`, '{"content":');
    expect(answer.body).toEqual({ message: 'The request body contains invalid JSON.', code: 50109 });
  });

  test('a body too large is refused', async () => {
    const answer = await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages`, {
      content: 'x'.repeat(11 * 1024 * 1024),
    });
    expect(answer).toMatchObject({ status: 413, body: { code: 40005 } });
  });

  test('another content type is refused', async () => {
    const path = `/channels/${sandbox.channelId}/messages`;
    const answer = await call(sandbox, 'POST', path, 'content=x', { 'content-type': 'text/plain' });
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
  });
});
