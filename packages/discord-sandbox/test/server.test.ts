import { expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server.ts';
import { call } from './support/discord.ts';
import { GatewayClient } from './support/gateway-client.ts';

test('a port in use rejects with the system’s error', async () => {
  const first = await startSandbox();
  const port = Number(new URL(first.url).port);
  await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  await first.close();
  const second = await startSandbox({ port });
  expect(second.url).toBe(first.url);
  await second.close();
});

test('closing ends connections and pending actions at once, and can be repeated', async () => {
  const sandbox = await startSandbox();
  const client = new GatewayClient(sandbox);
  await client.identify(sandbox.token);
  const path = `/applications/${sandbox.applicationId}/commands`;
  await call(sandbox, 'PUT', path, [{ name: 'top', description: 'x' }]);
  const outcome = sandbox.command({ name: 'top' });
  sandbox.failNext({ how: 'hang' });
  const hanging = call(sandbox, 'GET', '/users/@me').catch(() => 'cut');
  await client.event('INTERACTION_CREATE');
  await sandbox.close();
  await sandbox.close();
  expect(await outcome).toMatchObject({ kind: 'failed', reason: 'the sandbox was closed' });
  expect(await hanging).toBe('cut');
  expect(await client.closed).toBe(1006);
});

test('ids are the same in every sandbox, and tokens are not', async () => {
  const [one, two] = await Promise.all([startSandbox(), startSandbox()]);
  const ids = ({ applicationId, guildId, channelId, users }: Sandbox) => ({
    applicationId,
    guildId,
    channelId,
    users,
  });
  expect(ids(one)).toEqual(ids(two));
  expect(one.token).not.toBe(two.token);
  await Promise.all([one.close(), two.close()]);
});

test('an upgrade outside the gateway is refused', async () => {
  const sandbox = await startSandbox();
  const client = new GatewayClient({ ...sandbox, url: `${sandbox.url}/elsewhere` });
  await expect(new Promise((_, reject) => client.socket.on('error', reject))).rejects.toThrow('404');
  await sandbox.close();
});

test('events can be watched', async () => {
  const sandbox = await startSandbox();
  const seen: string[] = [];
  sandbox.events.on('message', ({ message }) => seen.push(`message ${message.content}`));
  sandbox.events.on('channel', ({ change }) => seen.push(`channel ${change}`));
  sandbox.events.on('commands', (commands) => seen.push(`commands ${commands.length}`));
  sandbox.post({ content: 'hi' });
  sandbox.deleteChannel(sandbox.addChannel({ name: 'brief' }));
  await call(sandbox, 'PUT', `/applications/${sandbox.applicationId}/commands`, [
    { name: 'top', description: 'x' },
  ]);
  expect(seen).toEqual(['message hi', 'channel create', 'channel delete', 'commands 1']);
  await sandbox.close();
});
