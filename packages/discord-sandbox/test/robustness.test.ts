import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Interaction, type Sandbox, startSandbox } from '../server.ts';
import { call } from './support/discord.ts';
import { GatewayClient } from './support/gateway-client.ts';

let sandbox: Sandbox;
const bugs: unknown[] = [];
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  sandbox.events.on('bug', (error) => bugs.push(error));
  await call(sandbox, 'PUT', `/applications/${sandbox.applicationId}/commands`, [
    { name: 'top', description: 'x' },
  ]);
});
afterEach(() => {
  expect(bugs).toEqual([]);
});
afterAll(() => sandbox.close());

/** Bodies that have the right names and anything under them, which gets further than plain noise. */
const nearly = (names: string[]) =>
  fc.oneof(
    fc.jsonValue(),
    fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(fc.jsonValue(), fc.array(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()))),
    ),
  );
const message = nearly([
  'content',
  'embeds',
  'components',
  'flags',
  'nonce',
  'title',
  'fields',
  'type',
  'allowed_mentions',
]);
const command = nearly([
  'name',
  'description',
  'options',
  'type',
  'choices',
  'required',
  'name_localizations',
]);
const answer = nearly(['type', 'data', 'choices', 'content', 'components', 'custom_id']);

test('no message, however wrong, is answered with a 5xx', async () => {
  await fc.assert(
    fc.asyncProperty(message, async (body) => {
      const { status } = await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages`, body);
      expect([200, 400, 404]).toContain(status);
    }),
  );
});

test('no command, however wrong, is answered with a 5xx', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(command, fc.array(command)), async (body) => {
      const path = `/applications/${sandbox.applicationId}/guilds/${sandbox.guildId}/commands`;
      expect((await call(sandbox, 'PUT', path, body)).status).toBeLessThan(500);
      expect((await call(sandbox, 'POST', path, body)).status).toBeLessThan(500);
    }),
  );
});

test('no answer, however wrong, is answered with a 5xx', async () => {
  await fc.assert(
    fc.asyncProperty(answer, async (body) => {
      const asked = new Promise<Interaction>((resolve) => sandbox.events.once('interaction', resolve));
      void sandbox.command({ name: 'top', deadline: 1000 });
      const { id, token } = await asked;
      expect(
        (await call(sandbox, 'POST', `/interactions/${id}/${token}/callback`, body)).status,
      ).toBeLessThan(500);
    }),
  );
});

test('no path is answered with a 5xx', async () => {
  const part = fc.oneof(
    fc.constantFrom(
      'channels',
      'messages',
      'webhooks',
      'interactions',
      '@me',
      '@original',
      'guilds',
      sandbox.channelId,
    ),
    fc.stringMatching(/^[\w%]{1,8}$/),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 5 }), async (parts) => {
      expect((await call(sandbox, 'GET', `/${parts.join('/')}`)).status).toBeLessThan(500);
    }),
  );
});

test('no frame stops the gateway', async () => {
  const frame = fc.oneof(
    fc.string(),
    fc.json(),
    nearly(['op', 'd']).map((value) => JSON.stringify(value)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 5 }), async (frames) => {
      const client = new GatewayClient(sandbox);
      for (const text of frames) await client.send(text);
      client.socket.close();
      await client.closed;
    }),
    { numRuns: 50 },
  );
  const client = new GatewayClient(sandbox);
  expect((await client.identify(sandbox.token)).t).toBe('READY');
});
