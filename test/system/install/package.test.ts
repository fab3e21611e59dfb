import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { CLEAN, emptyFolder, megabytesOf, npm, run, startInstalled } from '../../support/installed.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const MEGABYTES_MAX = 150;
/** Milliseconds of processor time from nothing to the digest in the channel. */
const START_MAX = 3_000;

const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);
/** Dependencies of users bring them as well. */
const BROUGHT = ['@types/mdast', '@types/node', '@types/ws'];
/** What git does not have. */
const LEFT = new Set(['.git', 'coverage', 'data', 'dist', 'node_modules', '.env']);
const DEVELOPERS = Object.keys(devDependencies).filter((name) => !BROUGHT.includes(name));

describe('the packed tarball, installed into an empty folder', () => {
  const { folder, remove } = emptyFolder();
  const paperboy = join(folder, 'node_modules/.bin/paperboy');
  beforeAll(async () => {
    const name = (await npm(['pack', '--silent', '--pack-destination', folder], ROOT)).trim();
    await npm(
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', `./${name}`],
      folder,
    );
  });
  afterAll(remove);

  test('takes at most 150 MB and brings none of the developers’ tools', () => {
    expect(megabytesOf(join(folder, 'node_modules'))).toBeLessThan(MEGABYTES_MAX);
    expect(DEVELOPERS.filter((name) => existsSync(join(folder, 'node_modules', name)))).toEqual([]);
  });

  test('shows the digest in the sandbox, whose page is there', async () => {
    const { url, out, cpu, stop } = await startInstalled(paperboy, ['start'], folder);
    expect(out).toContain('The archive has 90 papers from 5 days');
    expect(out).toContain('Posted the 6 Dec 2024 digest in #daily-papers.');
    expect(out).toContain("npx paperboy say '/top period:month'");
    await expectPage(url);
    expect(cpu).toBeLessThan(START_MAX);
    expect(await stop()).toBe(0);
  });

  test('says the day, and in Korean', async () => {
    expect(await run('npx', ['paperboy', 'say', '/today'], folder)).toContain('Daily Papers · 6 Dec 2024');
    expect(await run(paperboy, ['say', '--locale', 'ko', '/오늘'], folder)).toContain('논문 31편');
  });

  test('serves other assistants', async () => {
    const client = new Client({ name: 'test', version: '1' });
    const transport = new StdioClientTransport({
      command: paperboy,
      args: ['mcp'],
      cwd: folder,
      env: CLEAN,
      stderr: 'ignore',
    });
    await client.connect(transport);
    onTestFinished(() => client.close());
    expect((await client.listTools()).tools.length).toBeGreaterThan(10);
  });
});

describe('a clone without developers’ tools', () => {
  const { folder, remove } = emptyFolder();
  beforeAll(async () => {
    cpSync(ROOT, folder, { recursive: true, filter: (path) => !LEFT.has(relative(ROOT, path)) });
    await npm(['ci', '--omit=dev', '--prefer-offline'], folder);
  });
  afterAll(remove);

  test('takes at most 150 MB', () => {
    expect(megabytesOf(join(folder, 'node_modules'))).toBeLessThan(MEGABYTES_MAX);
    const missing = ['vite', 'vitest', '@biomejs/biome', 'node'];
    expect(missing.filter((name) => existsSync(join(folder, 'node_modules', name)))).toEqual([]);
  });

  test('starts with its page on the Node of the system', async () => {
    const program = ['--expose-gc', '--import', './src/node-version.js', 'src/main.ts', 'start'];
    const { url, out, stop } = await startInstalled(process.execPath, program, folder);
    expect(out).toContain('Posted the 6 Dec 2024 digest in #daily-papers.');
    await expectPage(url);
    expect(await stop()).toBe(0);
  });
});

/** The page with its script, not the notice that stands where none could be built. */
async function expectPage(url: string): Promise<void> {
  const page = await fetch(url);
  expect(page.status).toBe(200);
  const [, script = ''] = /src="(\/assets\/[\w.-]+\.js)"/.exec(await page.text()) ?? [];
  expect((await fetch(`${url}${script}`)).status).toBe(200);
}
