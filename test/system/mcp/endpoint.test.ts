import { connect, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSandbox } from '../../support/bot.ts';
import { call, connectHttp, REVISIONS, startEndpoint } from '../../support/mcp.ts';

const TOKEN = 'a-token-of-some-length';

const LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

/** Asks as a client of 2025 does, with some headers of its own. */
function post(url: string, headers: Record<string, string> = {}, body: unknown = LIST): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Asks with headers that `fetch` does not let anyone set. @returns the status line */
function postRaw(url: string, headers: Record<string, string>): Promise<string> {
  const { port } = new URL(url);
  const body = JSON.stringify(LIST);
  const lines = Object.entries({
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    ...headers,
  });
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(
        `POST /mcp HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}content-length: ${body.length}\r\n\r\n${body}`,
      );
    });
    socket.once('data', (data) => {
      socket.destroy();
      resolve(String(data).split('\r\n')[0] ?? '');
    });
    socket.once('error', reject);
  });
}

describe('without a token /mcp', () => {
  test('answers a client on this machine that names it', async () => {
    const url = await startEndpoint();
    expect((await post(url)).status).toBe(200);
    for (const host of ['127.0.0.1', 'localhost:3000', '[::1]:80'])
      expect(await postRaw(url, { host })).toContain('200');
  });

  test.each(['rebound.example', 'rebound.example:3000', '127.0.0.1.example', '', 'localhost@evil.example'])(
    'refuses the name %j in Host, as a rebound DNS name has it',
    async (host) => {
      expect(await postRaw(await startEndpoint(), { host })).toMatch(/ 40[03] /);
    },
  );

  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'x-forwarded-for': '203.0.113.7' },
    { forwarded: 'for=203.0.113.7' },
  ])('refuses %j', async (headers) => {
    const refused = await post(await startEndpoint(), headers);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ error: { message: expect.stringMatching(/\w+/) } });
  });

  test('refuses a client on another machine', async () => {
    const { mcpEndpoint } = await import('../../../src/mcp/endpoint.ts');
    const serve = () => {
      throw new Error('asked');
    };
    const endpoint = mcpEndpoint({ token: null, serve, onerror: () => {}, now: Date.now });
    const headers = { host: 'localhost', 'content-type': 'application/json' };
    const request = new Request('http://localhost/mcp', { method: 'POST', headers, body: '{}' });
    expect((await endpoint(request, '203.0.113.7')).status).toBe(403);
    expect((await endpoint(request, '::ffff:203.0.113.7')).status).toBe(403);
  });
});

describe('with a token /mcp', () => {
  test('answers whoever shows it, by any name of the host', async () => {
    const url = await startEndpoint({ token: TOKEN });
    const authorization = `Bearer ${TOKEN}`;
    expect((await post(url, { authorization, 'x-forwarded-for': '203.0.113.7' })).status).toBe(200);
    expect(await postRaw(url, { host: 'papers.example', authorization })).toContain('200');
    for (const revision of REVISIONS) {
      const client = await connectHttp(url, revision, TOKEN);
      expect((await call(client, 'holdings')).text).toContain('90');
    }
  });

  test.each(['', 'Bearer', 'Bearer wrong', `Basic ${TOKEN}`, `Bearer ${TOKEN} x`, `Bearer ${TOKEN}x`])(
    'refuses %j',
    async (authorization) => {
      const refused = await post(await startEndpoint({ token: TOKEN }), { authorization });
      expect(refused.status).toBe(401);
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
      expect(await refused.text()).not.toContain(TOKEN);
    },
  );

  test('refuses a page of another site that has it', async () => {
    const url = await startEndpoint({ token: TOKEN });
    const headers = { authorization: `Bearer ${TOKEN}`, origin: 'https://evil.example' };
    expect((await post(url, headers)).status).toBe(403);
  });
});

describe('/mcp bears', () => {
  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a number', '5'],
    ['an empty batch', '[]'],
    ['an unknown method', { jsonrpc: '2.0', id: 1, method: 'shutdown' }],
    ['deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['no arguments', { jsonrpc: '2.0', id: 1, method: 'tools/call' }],
    [
      'a tool that is no text',
      { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: {}, arguments: [] } },
    ],
    ['a polluted prototype', '{"jsonrpc":"2.0","id":1,"method":"tools/list","__proto__":{"x":1}}'],
  ])('%s', async (_what, body) => {
    const url = await startEndpoint();
    expect((await post(url, {}, body)).status).toBeLessThan(500);
    expect((await post(url)).status).toBe(200);
  });

  test('a body that is too large, without reading it whole', async () => {
    const url = await startEndpoint();
    expect((await post(url, {}, 'x'.repeat(1_000_000))).status).toBe(413);
    expect((await post(url)).status).toBe(200);
  });

  test('other methods and types', async () => {
    const url = await startEndpoint();
    for (const method of ['GET', 'DELETE', 'PUT', 'OPTIONS'])
      expect((await fetch(url, { method })).status).toBeGreaterThanOrEqual(400);
    expect((await post(url, { 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('a client that goes away before its answer', async () => {
    const url = await startEndpoint();
    const controller = new AbortController();
    const asked = fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({
        ...LIST,
        method: 'tools/call',
        params: { name: 'search', arguments: { query: 'x' } },
      }),
      signal: controller.signal,
    });
    controller.abort();
    await expect(asked).rejects.toThrow();
    const { port } = new URL(url);
    const half = connect(Number(port), '127.0.0.1');
    half.write(
      'POST /mcp HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{',
    );
    half.destroy();
    expect((await post(url)).status).toBe(200);
  });

  test('a client that is too slow: it gets an answer when its time is up', async () => {
    const url = await startEndpoint({ deadline: 1 });
    const { port } = new URL(url);
    const slow = connect(Number(port), '127.0.0.1');
    onTestFinished(() => void slow.destroy());
    slow.write(
      'POST /mcp HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{',
    );
    const answer = await new Promise<string>((resolve) => slow.once('data', (data) => resolve(String(data))));
    expect(answer).toContain(' 503 ');
  });
});

test('a client that asks too often waits, and others do not', async () => {
  let now = 0;
  const url = await startEndpoint({ now: () => now, token: TOKEN });
  const authorization = `Bearer ${TOKEN}`;
  const codes: number[] = [];
  for (let at = 0; at < 45; at += 1) codes.push((await post(url, { authorization })).status);
  expect(codes.filter((code) => code === 429)).toHaveLength(5);
  now += 1_000;
  expect((await post(url, { authorization })).status).toBe(200);
});

test('questions of one client are limited like those of a person in Discord', async () => {
  const client = await connectHttp(await startEndpoint(), 'legacy');
  const answers = [];
  for (let at = 0; at < 6; at += 1)
    answers.push(await call(client, 'ask', { question: 'Who wrote VisionZip?' }));
  expect(answers.map(({ isError }) => isError)).toEqual([false, false, false, false, false, true]);
  expect(answers.at(-1)?.text).toMatch(/Try again in \d second/);
});

test('the sandbox serves it beside its page, to clients that are no page', async () => {
  const asked: string[] = [];
  const endpoint = async (request: Request, client: string) => {
    asked.push(`${request.method} ${client}`);
    return new Response('here');
  };
  const { url } = await openSandbox({ endpoints: new Map([['/mcp', endpoint]]) });
  expect(await (await post(`${url}/mcp`)).text()).toBe('here');
  expect(asked).toEqual(['POST 127.0.0.1']);
});
