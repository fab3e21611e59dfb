import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { buttonRow, call } from '../support/discord.ts';
import { GatewayClient } from '../support/gateway-client.ts';

test('a port in use is the system’s own error', async () => {
  const first = await startSandbox();
  const port = Number(new URL(first.url).port);
  await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  await first.close();
  const second = await startSandbox({ port });
  expect(second.url).toBe(first.url);
  await second.close();
});

test('closing ends connections and pending actions at once, and can be done twice', async () => {
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

/** The page as asked for under a `Host` of one's choice, which fetch does not allow. */
function page(
  sandbox: Sandbox,
  host?: string,
  path = '/',
): Promise<{ status: number; headers: object; text: string }> {
  return new Promise((resolve, reject) => {
    const options = host === undefined ? {} : { headers: { host } };
    request(`${sandbox.url}${path}`, options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('the page lists the channel in plain HTML, escaped and without scripts', async () => {
  const sandbox = await startSandbox();
  const evil = '<script>alert("x")</script>';
  await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages`, {
    content: evil,
    embeds: [
      {
        title: `Title ${evil}`,
        url: 'https://example.org/?a="><script>',
        description: evil,
        fields: [{ name: evil, value: '23 votes' }],
        footer: { text: evil },
        author: { name: evil },
      },
    ],
    components: [buttonRow('next', evil)],
  });
  sandbox.post({ content: 'Hello from a person' });
  const { status, headers, text } = await page(sandbox);
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8' });
  expect(JSON.stringify(headers)).toContain("default-src 'none'");
  for (const shown of [
    'SANDBOX',
    '#daily-papers',
    '#general',
    'paperboy',
    '23 votes',
    'Hello from a person',
    'You',
  ]) {
    expect(text).toContain(shown);
  }
  expect(text).toContain(sandbox.messages()[0]?.timestamp);
  expect(text).not.toContain('<script');
  // The policy lets in exactly the page's own style.
  const style = /<style>(.*?)<\/style>/s.exec(text)?.[1] ?? '';
  expect(JSON.stringify(headers)).toContain(
    `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );
  await sandbox.close();
});

test('the page does not show what only one person sees', async () => {
  const sandbox = await startSandbox();
  const path = `/applications/${sandbox.applicationId}/commands`;
  await call(sandbox, 'PUT', path, [{ name: 'top', description: 'x' }]);
  sandbox.events.once('interaction', ({ id, token }) => {
    void call(sandbox, 'POST', `/interactions/${id}/${token}/callback`, {
      type: 4,
      data: { content: 'psst', flags: 64 },
    });
  });
  expect((await sandbox.command({ name: 'top' })).ephemeral).toBe(true);
  expect((await page(sandbox)).text).not.toContain('psst');
  await sandbox.close();
});

test('the page answers only to the names of this machine', async () => {
  const sandbox = await startSandbox();
  expect((await page(sandbox, 'localhost:3000')).status).toBe(200);
  expect((await page(sandbox, '127.0.0.1')).status).toBe(200);
  expect((await page(sandbox, 'evil.example')).status).toBe(403);
  expect((await page(sandbox, undefined, '/other')).status).toBe(404);
  await sandbox.close();
});

test('an upgrade anywhere but at the gateway is refused', async () => {
  const sandbox = await startSandbox();
  const client = new GatewayClient({ ...sandbox, url: `${sandbox.url}/elsewhere` });
  await expect(new Promise((_, reject) => client.socket.on('error', reject))).rejects.toThrow('404');
  await sandbox.close();
});

test('what happens can be watched', async () => {
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
