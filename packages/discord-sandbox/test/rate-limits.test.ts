import { afterEach, describe, expect, test } from 'vitest';
import { type RateLimits, type Sandbox, startSandbox } from '../server.ts';
import { answering, call, loggedIn, restOf } from './support/discord.ts';

let sandbox: Sandbox;
afterEach(() => sandbox.close());

const path = () => `/channels/${sandbox.channelId}/messages`;
const post = (to = path()) => call(sandbox, 'POST', to, { content: 'x' });
const start = async (rateLimits?: RateLimits) => {
  sandbox = await startSandbox(rateLimits ? { rateLimits } : {});
};

describe('a channel’s bucket', () => {
  test('is described in headers and ends in a 429 that says how long to wait', async () => {
    await start();
    const answers = [];
    for (let i = 0; i < 6; i += 1) answers.push(await post());
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    const { headers } = answers[1] ?? {};
    expect(headers?.get('x-ratelimit-limit')).toBe('5');
    expect(headers?.get('x-ratelimit-remaining')).toBe('3');
    expect(Number(headers?.get('x-ratelimit-reset-after'))).toBeLessThanOrEqual(5);
    expect(Number(headers?.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() / 1000);
    expect(headers?.get('x-ratelimit-bucket')).toMatch(/^[0-9a-f]{32}$/);
    const refused = answers[5];
    expect(refused?.body).toMatchObject({ message: 'You are being rate limited.', global: false });
    expect(Number(refused?.headers.get('retry-after'))).toBe(5);
    expect(refused?.headers.get('x-ratelimit-scope')).toBe('user');
    expect(sandbox.messages().length).toBe(5);
  });

  test('is separate for each channel', async () => {
    await start({ routes: { 'POST /channels/:id/messages': { limit: 1, windowMs: 60_000 } } });
    expect((await post()).status).toBe(200);
    expect((await post()).status).toBe(429);
    expect((await post(`/channels/${sandbox.generalChannelId}/messages`)).status).toBe(200);
  });

  test('makes discord.js wait, and nothing is lost', async () => {
    await start({ routes: { 'POST /channels/:id/messages': { limit: 2, windowMs: 50 } } });
    const rest = restOf(sandbox, { offset: 0 });
    await Promise.all(
      Array.from({ length: 5 }, (_, i) =>
        rest.post(`/channels/${sandbox.channelId}/messages`, { body: { content: `${i}` } }),
      ),
    );
    expect(sandbox.messages().map(({ content }) => content)).toEqual(['0', '1', '2', '3', '4']);
  });
});

describe('the global limit', () => {
  test('applies to all routes and says that it is global', async () => {
    await start({ global: { limit: 3, windowMs: 60_000 } });
    await call(sandbox, 'GET', '/users/@me');
    await call(sandbox, 'GET', '/gateway/bot');
    await post();
    const refused = await call(sandbox, 'GET', '/users/@me');
    expect(refused).toMatchObject({ status: 429, body: { global: true } });
    expect(refused.headers.get('x-ratelimit-global')).toBe('true');
    expect(refused.headers.get('x-ratelimit-scope')).toBe('global');
  });

  test('does not apply to interactions', async () => {
    await start();
    const client = await loggedIn(sandbox);
    await client.application.commands.set([{ name: 'top', description: 'x' }]);
    answering(client, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('x');
    });
    for (let i = 0; i < 60; i += 1) expect((await sandbox.command({ name: 'top' })).kind).toBe('message');
    await client.destroy();
  });
});

test('limits can be turned off', async () => {
  sandbox = await startSandbox({ rateLimits: false });
  for (let i = 0; i < 60; i += 1) expect((await post()).status).toBe(200);
});
