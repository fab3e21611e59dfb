import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openSandbox } from '../../../../test/support/bot.ts';
import { type Sandbox, startSandbox } from '../../server.ts';
import { ask, firstSnapshot } from '../support/page.ts';

let sandbox: Sandbox;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paperboy-page-'));
  mkdirSync(join(folder, 'page/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'page/index.html'), '<!doctype html><title>SANDBOX</title>');
  writeFileSync(join(folder, 'page/icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'page/assets/index-abc.js'), 'export {};');
  writeFileSync(join(folder, 'page/assets/index-abc.css'), 'body{}');
  sandbox = await startSandbox({ page: async () => join(folder, 'page') });
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

describe('the built page', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'no-cache', '<title>SANDBOX'],
    ['/?say=%2Ftop', 'text/html; charset=utf-8', 'no-cache', '<title>SANDBOX'],
    ['/icon.svg', 'image/svg+xml', 'no-cache', '<svg'],
    [
      '/assets/index-abc.js',
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
      'export',
    ],
    ['/assets/index-abc.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable', 'body'],
  ])('%s', async (path, type, cache, content) => {
    const { status, headers, text } = await ask(sandbox.url, path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': type, 'cache-control': cache });
    expect(text).toContain(content);
    expect((await ask(sandbox.url, path, { method: 'HEAD' })).text).toBe('');
    const known = { 'if-none-match': String(headers.etag) };
    const again = await ask(sandbox.url, path, { headers: known });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(again.headers).toMatchObject({ 'cache-control': cache, etag: headers.etag });
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%252e%252e/secret.txt',
    '//etc/passwd',
    '/assets//etc/passwd',
    '/assets/%00index-abc.js',
    '/assets/index-abc.js%00.css',
    '/assets/%',
    '/assets/',
    '/assets',
    '/page',
    '/index.htm',
    '/constructor',
    '/__proto__',
    `/${'a'.repeat(9000)}`,
  ])('has nothing at %s', async (path) => {
    const { status, text } = await ask(sandbox.url, path);
    expect(status).toBe(404);
    expect(text).toBe('Nothing here.');
  });

  test('an absolute address in the request line reaches no other file', async () => {
    const { status, text } = await ask(sandbox.url, 'http://evil.example/../secret.txt');
    expect([status, text]).toEqual([404, 'Nothing here.']);
  });

  test('allows pictures from other sites only if the visitor asks for them, and scripts never', async () => {
    const policy = async (path: string) =>
      String((await ask(sandbox.url, path)).headers['content-security-policy']);
    for (const path of [
      '/',
      '/?images=off',
      '/?images',
      '/?say=images=on',
      '/assets/index-abc.js?images=on',
    ]) {
      expect(await policy(path)).toContain("img-src 'self' data:;");
    }
    expect(await policy('/?images=on')).toContain("img-src 'self' data: https:;");
    expect((await policy('/?images=on')).replace(' https:', '')).toBe(await policy('/'));
    expect(await policy('/?images=on')).not.toContain('unsafe');
  });
});

describe('while there is no page', () => {
  test('GET / waits for the build', async () => {
    const built = Promise.withResolvers<string>();
    const waiting = await openSandbox({ page: () => built.promise });
    const answered = ask(waiting.url, '/');
    expect((await firstSnapshot(waiting.url)).online).toBe(false);
    built.resolve(join(folder, 'page'));
    expect((await answered).status).toBe(200);
  });

  test('a failed build is reported in both languages, escaped, and everything else works', async () => {
    const reason = 'main.tsx:3:1 <b> & "x" is not defined';
    const broken = await openSandbox({ page: () => Promise.reject(new Error(reason)) });
    const { status, headers, text } = await ask(broken.url, '/');
    expect(status).toBe(503);
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(text).toContain('SANDBOX');
    expect(text).toContain('could not be built');
    expect(text).toContain('lang="ko"');
    expect(text).toContain('main.tsx:3:1 &#60;b&#62; &#38; &#34;x&#34;');
    expect((await ask(broken.url, '/assets/x.js')).status).toBe(503);
    expect((await firstSnapshot(broken.url)).server.name).toBe('Paper Readers');
  });

  test('a folder without a page is reported too', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'paperboy-page-'));
    onTestFinished(() => rmSync(empty, { recursive: true }));
    for (const page of [empty, join(empty, 'missing')]) {
      expect((await ask((await openSandbox({ page: async () => page })).url, '/')).status).toBe(503);
    }
  });

  test('a sandbox without a page says so', async () => {
    expect((await ask((await openSandbox()).url, '/')).text).toContain('without a page');
  });
});
