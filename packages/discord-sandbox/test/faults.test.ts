import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server.ts';
import { call, restOf } from './support/discord.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ rateLimits: false });
});
afterEach(() => sandbox.close());

const path = () => `/channels/${sandbox.channelId}/messages` as const;
const post = (content = 'x') =>
  call(sandbox, 'POST', path(), { content, nonce: content, enforce_nonce: true });
const contents = () => sandbox.messages().map(({ content }) => content);

describe('a request can be made to fail', () => {
  test('with a status, for a number of times', async () => {
    sandbox.failNext({ how: 502, times: 2 });
    expect(await post()).toMatchObject({ status: 502, body: { message: '502: Bad Gateway', code: 0 } });
    expect((await post()).status).toBe(502);
    expect((await post()).status).toBe(200);
    expect(contents()).toEqual(['x']);
  });

  test('with a 429 that says how long to wait', async () => {
    sandbox.failNext({ how: 429 });
    const { status, headers } = await post();
    expect([status, headers.get('retry-after')]).toEqual([429, '0.05']);
    sandbox.failNext({ how: 429 });
    await restOf(sandbox).post(path(), { body: { content: 'after waiting' } });
    expect(contents()).toEqual(['after waiting']);
  });

  test('only if it matches', async () => {
    sandbox.failNext({ method: 'POST', path: /^\/channels\/\d+\/messages$/, how: 500 });
    expect((await call(sandbox, 'GET', path())).status).toBe(200);
    expect((await call(sandbox, 'GET', '/users/@me')).status).toBe(200);
    expect((await post()).status).toBe(500);
  });

  test('by a connection cut before anything was done', async () => {
    sandbox.failNext({ method: 'POST', how: 'close-before' });
    await expect(post()).rejects.toThrow('fetch failed');
    expect(contents()).toEqual([]);
  });

  test('by a connection cut after the message was stored, which the nonce makes harmless', async () => {
    sandbox.failNext({ method: 'POST', how: 'close-after-storing' });
    await expect(post()).rejects.toThrow('fetch failed');
    expect(contents()).toEqual(['x']);
    expect((await post()).status).toBe(200);
    expect(contents()).toEqual(['x']);
  });

  test.each([
    ['hang', []],
    ['hang-after-storing', ['x']],
  ] as const)('by no answer at all (%s)', async (how, stored) => {
    sandbox.failNext({ how });
    const rest = restOf(sandbox, { timeout: 30, retries: 0 });
    await expect(rest.post(path(), { body: { content: 'x' } })).rejects.toThrow('aborted');
    expect(contents()).toEqual(stored);
  });

  test('or not, once the failures are cleared', async () => {
    sandbox.failNext({ how: 500, times: 99 });
    sandbox.clearFaults();
    expect((await post()).status).toBe(200);
  });
});
