import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../support/free-port.ts';
import { CLEAN, npm, run } from '../../support/installed.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

interface Step {
  readonly word: string;
  readonly rest: string;
}

/** The steps of the Dockerfile, lines that go on joined, comments left out. */
const steps: readonly Step[] = read('Dockerfile')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => ({ word: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }));
const of = (word: string) => steps.filter((step) => step.word === word).map(({ rest }) => rest);
const listIn = (text = ''): string[] => JSON.parse(text.slice(text.indexOf('[')));

describe('the Dockerfile', () => {
  test('keeps the rules of its linters', () => {
    expect(of('FROM').every((image) => /^node:\d+\.\d+\.\d+-\w+/.test(image))).toBe(true);
    expect(of('ADD')).toEqual([]);
    expect(of('RUN').filter((command) => /\b(?:sudo|apt-get|curl|cd) /.test(command))).toEqual([]);
    expect(of('USER')).toEqual(['node']);
    expect(of('STOPSIGNAL')).toEqual(['SIGTERM']);
    expect(of('WORKDIR').every((path) => path.startsWith('/'))).toBe(true);
    for (const word of ['ENTRYPOINT', 'CMD', 'VOLUME', 'HEALTHCHECK']) {
      expect(of(word)).toHaveLength(1);
      expect(listIn(of(word)[0])).not.toEqual([]);
    }
  });

  test('runs the Node of the lockfile, as npm start does', () => {
    const { scripts, devDependencies } = JSON.parse(read('package.json'));
    expect(of('FROM').every((image) => image.startsWith(`node:${devDependencies.node}-`))).toBe(true);
    const program = [...listIn(of('ENTRYPOINT')[0]), ...listIn(of('CMD')[0])];
    const started = program.map((word) => word.replace('/app/', './')).join(' ');
    const setting = of('ENV').find((one) => one.startsWith('MALLOC_'));
    expect(`${setting} exec ${started}`.replace('./src/main.js', 'src/main.ts')).toBe(scripts.start);
  });
});

test('compose.yaml takes every right from the container that it does not need', () => {
  const compose = read('compose.yaml');
  for (const line of [
    'read_only: true',
    'no-new-privileges:true',
    'cap_drop:',
    'init: true',
    '127.0.0.1:3000:3000',
  ])
    expect(compose).toContain(line);
  for (const profile of ['postgres', 'ollama']) expect(compose).toContain(`profiles: [${profile}]`);
});

/** No engine runs here: the steps of the build are run in a folder, and the last image is another one. */
describe('what the Dockerfile does, in plain folders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-image-'));
  const build = join(folder, 'build');
  const inImage = (path: string) => path.replace(/^\/(app|data|tmp)\b/, `${folder}/$1`);
  const env = Object.fromEntries(
    of('ENV').map((line) => {
      const [, name = '', value = ''] = /^(\w+)="?([^"]*)"?$/.exec(line) ?? [];
      return [name, value.replaceAll(/\/(data|tmp)\b/g, `${folder}/$1`)];
    }),
  );

  beforeAll(async () => {
    for (const name of ['build', 'data', 'tmp']) mkdirSync(join(folder, name));
    const first = steps.slice(
      0,
      steps.findIndex(({ word }, at) => word === 'FROM' && at > 0),
    );
    for (const { word, rest } of first) {
      if (word === 'COPY') copy(rest.split(' '));
      if (word === 'RUN' && rest.startsWith('npm ')) await npm(rest.split(' ').slice(1), build);
      else if (word === 'RUN') await run('sh', ['-c', rest], build);
    }
    for (const { word, rest } of steps.slice(first.length)) {
      if (word !== 'COPY') continue;
      const [from = '', to = ''] = rest.replace('--from=build /build', build).split(' ');
      cpSync(from.startsWith(build) ? from : join(ROOT, from), inImage(to), { recursive: true });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Copies what git has of it, without what .dockerignore leaves out. */
  function copy(words: readonly string[]): void {
    const target = words.at(-1) ?? '';
    for (const source of words.slice(0, -1)) {
      const to = target === './' ? join(build, source) : join(build, target);
      mkdirSync(dirname(to), { recursive: true });
      cpSync(join(ROOT, source), to, {
        recursive: true,
        filter: (path) => !/node_modules|\/test(?:\/|$)|discord-sandbox\/page(?:\/|$)/.test(path),
      });
    }
  }

  test('the container starts as its own program, is well, and stops in good order', async () => {
    const port = String(await freePort());
    const [program = '', ...args] = [...listIn(of('ENTRYPOINT')[0]), ...listIn(of('CMD')[0])].map(inImage);
    const settings = { PATH: CLEAN.PATH, ...env, PORT: port };
    const child = spawn(program, args, {
      cwd: join(folder, 'data'),
      env: settings,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    let out = '';
    for await (const chunk of child.stdout) {
      out += chunk;
      if (out.includes(`http://`)) break;
    }
    expect(out).toContain('Posted the 6 Dec 2024 digest');
    expect(out).toContain('docker compose run --rm paperboy say');
    const [check = '', ...checked] = listIn(of('HEALTHCHECK')[0]).map(inImage);
    execFileSync(check, checked, { env: settings });
    expect(() =>
      execFileSync(check, checked, { env: { ...settings, PORT: '1' }, stdio: 'ignore' }),
    ).toThrow();
    child.kill('SIGTERM');
    await ended;
    expect(child.exitCode).toBe(0);
  });
});
