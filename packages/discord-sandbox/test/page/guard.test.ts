import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../server.ts';
import { IDS } from '../../state/state.ts';
import { ask, EventReader, type Question, sendRaw, VISITOR } from '../support/page.ts';

let sandbox: Sandbox;
let host: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  host = new URL(sandbox.url).host;
});
afterAll(() => sandbox.close());

const deed = { user: VISITOR, locale: 'ko', kind: 'post', channelId: IDS.dailyPapers, content: 'hi' };

/** A deed as the page sends it, with something changed. */
function post(headers: Readonly<Record<string, string | undefined>> = {}, body = JSON.stringify(deed)) {
  const all = { origin: sandbox.url, 'content-type': 'application/json', ...headers };
  const given = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return ask(sandbox.url, '/do', { method: 'POST', headers: Object.fromEntries(given), body });
}

const status = async (path: string, question: Question = {}) =>
  (await ask(sandbox.url, path, question)).status;

/** Events have no end: only their status counts. */
async function eventsStatus(headers: Record<string, string>): Promise<number> {
  const head = Object.entries({ host, connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const answered = sendRaw(sandbox.url, `GET /events?user=nobody HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`);
  return Number((await answered).split(' ')[1]);
}

test('the page’s own requests are accepted', async () => {
  expect((await post()).text).toBe('{"kind":"done"}');
  expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  expect((await post({ 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
  const port = new URL(sandbox.url).port;
  const local = { host: `LOCALHOST:${port}`, origin: `http://localhost:${port}` };
  expect((await post(local)).status).toBe(200);
  expect(await eventsStatus({})).toBe(404);
});

describe('DNS rebinding: a Host that is not this server’s own', () => {
  test.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1',
    'localhost',
    '127.0.0.1:1',
    '127.0.0.1.evil.example',
    '0.0.0.0',
  ])('%j is refused everywhere', async (name) => {
    expect(await status('/', { headers: { host: name } })).toBe(403);
    expect(await status('/assets/x.js', { headers: { host: name } })).toBe(403);
    expect(await eventsStatus({ host: name })).toBe(403);
    expect((await post({ host: name })).status).toBe(403);
    expect((await post({ host: name, origin: `http://${name}` })).status).toBe(403);
  });

  test('the right port under a foreign name is refused too', async () => {
    const { port } = new URL(sandbox.url);
    const name = `evil.example:${port}`;
    expect(await status('/', { headers: { host: name, origin: `http://${name}` } })).toBe(403);
    const twice = `Host: ${name}\r\nHost: ${host}\r\nConnection: close`;
    expect(await sendRaw(sandbox.url, `GET / HTTP/1.1\r\n${twice}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4/);
  });

  test('a request without Host is refused', async () => {
    expect(await sendRaw(sandbox.url, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400/,
    );
    const nameless = 'GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n';
    expect(await sendRaw(sandbox.url, nameless)).toMatch(/^HTTP\/1\.1 4/);
    expect(await sendRaw(sandbox.url, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 4/);
  });

  test('a malformed Host is refused', async () => {
    expect(await status('/', { headers: { host: 'a b:%' } })).toBe(400);
    expect(await status('/', { headers: { host: `${host}/@evil` } })).toBeOneOf([400, 403]);
  });
});

describe('another site', () => {
  test.each(['null', 'http://evil.example', 'https://127.0.0.1', 'http://localhost:1', 'HTTP://X', ''])(
    'with the Origin %j changes nothing and reads nothing',
    async (origin) => {
      expect((await post({ origin })).status).toBe(403);
      expect(await status('/', { headers: { origin } })).toBe(403);
      expect(await eventsStatus({ origin })).toBe(403);
    },
  );

  test('under another of this machine’s names counts as another site', async () => {
    const { port } = new URL(sandbox.url);
    expect((await post({ origin: `http://localhost:${port}` })).status).toBe(403);
  });

  test('cannot change anything without an Origin', async () => {
    expect((await post({ origin: undefined })).status).toBe(403);
  });

  test.each(['cross-site', 'same-site'])('is refused if the browser calls it %s', async (site) => {
    expect((await post({ 'sec-fetch-site': site })).status).toBe(403);
    expect(await eventsStatus({ 'sec-fetch-site': site })).toBe(403);
    expect(await status('/assets/x.js', { headers: { 'sec-fetch-site': site } })).toBe(403);
    expect(await status('/', { headers: { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' } })).toBe(403);
  });

  test('may link to the page, but not act in it', async () => {
    const headers = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect(await status('/', { headers })).toBe(503);
    const led = await ask(sandbox.url, '/?say=/top&images=on', { headers });
    expect([led.status, led.headers.location]).toEqual([303, '/']);
    expect(await status('/?say=/top', { headers: { ...headers, 'sec-fetch-site': 'none' } })).toBe(503);
  });

  test.each(['iframe', 'frame', 'embed', 'object'])('cannot put the page into its %s', async (dest) => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': dest };
    expect(await status('/', { headers })).toBe(403);
    expect(await status('/', { headers: { ...headers, 'sec-fetch-site': 'same-origin' } })).toBe(403);
  });

  test('gets no permission from a preflight', async () => {
    const headers = { origin: 'http://evil.example', 'access-control-request-method': 'POST' };
    const { headers: answered, status: code } = await ask(sandbox.url, '/do', { method: 'OPTIONS', headers });
    expect(code).toBe(405);
    expect(Object.keys(answered).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('a deed', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'text/plain; application/json',
    undefined,
  ])('as %j is refused', async (type) => {
    expect((await post({ 'content-type': type })).status).toBe(415);
  });

  test('of more than 32 kB is refused', async () => {
    expect((await post({}, JSON.stringify({ ...deed, content: 'x'.repeat(33_000) }))).status).toBe(413);
    expect((await post({}, JSON.stringify({ ...deed, content: 'x'.repeat(31_000) }))).status).toBe(200);
  });

  const head = () =>
    `POST /do HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${sandbox.url}\r\nContent-Type: application/json\r\n`;

  test('announced as larger is refused before it arrives, and the connection ends', async () => {
    expect(await sendRaw(sandbox.url, `${head()}Content-Length: 99999999\r\n\r\n{`)).toMatch(
      /^HTTP\/1\.1 413 .*\r\nconnection: close\r\n/is,
    );
  });

  test('of unknown length is refused once it is too large, and the connection ends', async () => {
    const chunk = `${(40_000).toString(16)}\r\n${'x'.repeat(40_000)}\r\n`;
    expect(await sendRaw(sandbox.url, `${head()}Transfer-Encoding: chunked\r\n\r\n${chunk}`)).toMatch(
      /^HTTP\/1\.1 413 .*\r\nconnection: close\r\n/is,
    );
  });

  test.each([
    ['no JSON', '{"kind":'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['an unknown kind', JSON.stringify({ ...deed, kind: 'fly' })],
    ['an unknown field', JSON.stringify({ ...deed, token: 'x' })],
    ['a missing field', JSON.stringify({ ...deed, content: undefined })],
    ['a field of another type', JSON.stringify({ ...deed, content: { toString: 1 } })],
    ['an unknown locale', JSON.stringify({ ...deed, locale: 'xx' })],
    ['no UTF-8', '\u{d800}'],
    ['very deep JSON', '['.repeat(30_000)],
  ])('that is %s fails with a reason', async (_what, body) => {
    const { status: code, text } = await post({}, body);
    expect(code).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/./) });
  });
});

test.each([
  ['POST', '/', 'GET, HEAD'],
  ['PUT', '/do', 'POST'],
  ['GET', '/do', 'POST'],
  ['HEAD', '/events', 'GET'],
  ['POST', '/events', 'GET'],
  ['DELETE', '/assets/x.js', 'GET, HEAD'],
  ['TRACE', '/', 'GET, HEAD'],
  ['PROPFIND', '/', 'GET, HEAD'],
])('%s %s is unknown', async (method, path, allow) => {
  const answered = await ask(sandbox.url, path, { method, headers: { origin: sandbox.url } });
  expect([answered.status, answered.headers.allow]).toEqual([405, allow]);
});

test('all answers have the strict headers, including refusals and events', async () => {
  const events = await EventReader.open(sandbox.url);
  const all = [
    events.response,
    await ask(sandbox.url, '/'),
    await ask(sandbox.url, '/nothing'),
    await ask(sandbox.url, '/', { headers: { host: 'evil.example' } }),
    await post({ origin: 'null' }),
    await post(),
  ];
  for (const { headers } of all) {
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  }
  events.close();
});

test('the API does not check the Host: a client may use any name', async () => {
  const headers = { host: 'proxy.example', authorization: `Bot ${sandbox.token}` };
  expect(await status('/api/v10/users/@me', { headers })).toBe(200);
});
