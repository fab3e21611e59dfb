import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { firstSnapshot } from '../../../packages/discord-sandbox/test/support/page.ts';
import { SEEDS } from '../../support/app.ts';
import { openSandbox } from '../../support/bot.ts';
import { checkMessage } from '../../support/check-message.ts';
import { type Ended, runHere, setEnvironment } from '../../support/program.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

let folder: string;
let environment: Record<string, string>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperboy-'));
  environment = {
    DATABASE_URL: `sqlite:${folder}/data/paperboy.db`,
    PORT: '0',
    HUGGINGFACE_URL: 'off',
    LANG: 'en_US.UTF-8',
    LC_ALL: '',
  };
  // For runs in this process, where it may have settings of its own.
  setEnvironment({ ...environment, SEEDS_DIR: SEEDS, DISCORD_TOKEN: '', LLM_BASE_URL: '', LLM_MODEL: '' });
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the program in a process of its own. */
function begin(args: readonly string[], more: Record<string, string> = {}): ChildProcess {
  const program = ['--import', './src/node-version.js', 'src/main.ts', ...args];
  const env = { PATH: process.env.PATH ?? '', ...environment, ...more };
  return spawn(process.execPath, program, { cwd: ROOT, env });
}

/** Runs the program to its end in a process of its own. */
async function runApart(args: readonly string[], input = ''): Promise<Ended> {
  const child = begin(args);
  child.stdin?.end(input);
  return endOf(child);
}

async function endOf(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, out, err };
}

/** One line on standard error, in the words of a person, without a stack. */
function expectOneLine({ err }: Ended, part: string | RegExp): void {
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toMatch(part);
  expect(err).not.toMatch(/\n\s+at |\berrors\.[a-z]/);
}

describe('import', () => {
  test('takes in a folder, tells the sums as JSON, and changes nothing the second time', async () => {
    const first = await runApart(['import', SEEDS, '--json']);
    expect(first).toMatchObject({ code: 0, err: '' });
    const sums = { files: 5, digests: 5, papers: 90, listings: 90, warnings: 0, failed: 0 };
    expect(JSON.parse(first.out)).toEqual(sums);
    const again = await runHere(['import', SEEDS]);
    expect(again.out).toContain('new or changed: 0');
  });

  test('takes in a changed file and leaves the rest', async () => {
    cpSync(SEEDS, join(folder, 'seeds'), { recursive: true });
    await runHere(['import', join(folder, 'seeds')]);
    const file = join(folder, 'seeds', '2024-12-06.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Vote: 53', 'Vote: 99'));
    expect((await runHere(['import', file])).out).toContain('new or changed: 1');
    expect((await runHere(['say', '/paper 2412.04467'])).out).toContain('99');
  });

  test('tells each file that cannot be read with its line, and takes in the rest', async () => {
    const mixed = join(folder, 'mixed');
    cpSync(SEEDS, mixed, { recursive: true });
    writeFileSync(join(mixed, 'binary.md'), Buffer.from([0, 1, 2, 255, 254, 0, 0, 9]));
    writeFileSync(join(mixed, 'dateless.md'), '### [A paper](https://arxiv.org/abs/2412.00001)\n\nVote: 3\n');
    writeFileSync(
      join(mixed, '2024-12-07.md'),
      '## Daily Papers (2024-12-07)\n\n### A paper without a link\n\nVote: 3\n',
    );
    const { code, out, err } = await runHere(['import', mixed, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ files: 8, digests: 6, papers: 90, failed: 2 });
    expect(err).toMatch(/binary\.md:1: /);
    expect(err).toMatch(/dateless\.md:1: /);
    expect(err).toMatch(/2024-12-07\.md:3: .*A paper without a link/);
  });

  test('puts the files of one day together, whatever they are called, and changes nothing the second time', async () => {
    const day = join(folder, 'day');
    mkdirSync(day);
    const part = (title: string, id: string, votes: number) =>
      `## Daily Papers (2024-12-06)\n\n### [${title}](https://arxiv.org/abs/${id})\n\nVote: ${votes}\n`;
    writeFileSync(join(day, '2024-12-06.md'), part('Morning', '2412.00001', 3));
    writeFileSync(join(day, '2024-12-06 (2).md'), part('Evening', '2412.00002', 4));
    writeFileSync(join(day, 'more.md'), part('Evening', '2412.00002', 9));
    const first = await runHere(['import', day, '--json']);
    expect(JSON.parse(first.out)).toMatchObject({
      files: 3,
      digests: 1,
      papers: 2,
      listings: 2,
      warnings: 2,
    });
    expect(first.err).toMatch(/two files for the same day/);
    const said = (await runHere(['say', '/today 2024-12-06'])).out;
    expect(said).toMatch(/2 papers · ▲ 7 votes/);
    expect((await runHere(['import', day])).out).toContain('new or changed: 0');
  });

  test('a file without papers takes none from the day that the store has', async () => {
    await runHere(['import', SEEDS]);
    const empty = join(folder, 'empty.md');
    writeFileSync(empty, '## Daily Papers (2024-12-06)\n');
    const { code, out, err } = await runHere(['import', empty]);
    expect(code).toBe(0);
    expect(out).toContain('new or changed: 0');
    expect(err).toMatch(/the stored day is kept/);
    expect((await runHere(['say', '/today 2024-12-06'])).out).toContain('31 papers');
  });

  test('says in one line that the disk is full, and holds what went in before', async () => {
    // A process that may write no file larger than this (in blocks of 512 bytes) has a full disk sooner or later.
    const limited = 'trap "" XFSZ; ulimit -f 400; exec "$0" "$@"';
    const program = [process.execPath, '--import', './src/node-version.js', 'src/main.ts', 'import', SEEDS];
    const child = spawn('sh', ['-c', limited, ...program], {
      cwd: ROOT,
      env: { PATH: process.env.PATH ?? '', ...environment },
    });
    const ended = await endOf(child);
    expect(ended.code).toBe(1);
    expectOneLine(ended, /Cannot use the database/);
    expect((await runHere(['import', SEEDS, '--json'])).code).toBe(0);
    expect((await runHere(['say', '/help'])).out).toContain('90 papers from 5 days');
  });

  test.each([
    ['a folder without digests', () => mkdirSync(join(folder, 'empty')), 'empty', /has no Markdown digests/],
    ['a path that is not there', () => undefined, 'nowhere', /Cannot read/],
    [
      'a file with neither a date nor a paper',
      () => writeFileSync(join(folder, '2024-12-08.txt'), '[{"paper": {"id": "2412.00001"}}]'),
      '2024-12-08.txt',
      /2024-12-08\.txt:1: This is not a digest/,
    ],
  ])('says what is wrong with %s', async (_what, make, name, words) => {
    make();
    const ended = await runHere(['import', join(folder, name)]);
    expect(ended.code).toBe(1);
    expectOneLine(ended, words);
  });
});

describe('say', () => {
  test('answers one command as text, in the language asked for', async () => {
    const { code, out } = await runHere(['say', '--locale', 'ko', '--now', '2024-12-06T12:00:00Z', '/today']);
    expect(code).toBe(0);
    expect(out).toContain('2024년 12월 6일');
    expect(out).not.toContain('2026');
  });

  test('answers a command a line with a line of JSON each', async () => {
    const lines = ['/today', '', '/top period:year page:2', '/author name:Song Han', '/nope', '/help'];
    const { code, out } = await runApart(['say', '--json'], `${lines.join('\n')}\n`);
    expect(code).toBe(0);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ input }) => input)).toEqual(lines.filter((line) => line !== ''));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false, true]);
    for (const { ms, messages } of answers) {
      expect(ms).toBeTypeOf('number');
      expect(messages.flatMap(checkMessage)).toEqual([]);
    }
  });

  test.each([
    ['/today date:2024-02-31', '2024-02-31'],
    ['/top period:decade', 'day, week, month, year, all'],
    ['/today page:0', 'page'],
    ['/author', 'name'],
    ['/help me', 'takes no options'],
    ['/papre x', '/paper'],
  ])('fails for %s and says what to do', async (line, words) => {
    const { code, out, err } = await runHere(['say', line]);
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(out).toContain(words);
    expect(err).toBe('');
  });

  test('ends quietly when nobody reads on', async () => {
    const child = begin(['say']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    child.stdin?.on('error', () => undefined);
    child.stdin?.end('/today\n'.repeat(2_000));
    let err = '';
    child.stderr?.on('data', (chunk) => {
      err += chunk;
    });
    const [code] = await once(child, 'close');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('refuses a moment that is none', async () => {
    const ended = await runApart(['say', '--now', 'someday', '/today']);
    expect(ended.code).toBe(2);
    expectOneLine(ended, /someday/);
  });
});

describe('export', () => {
  test('writes digests that bring the same archive when imported again', async () => {
    expect((await runHere(['import', SEEDS], 'ko')).out).toMatch(/논문 90편/);
    const out = join(folder, 'out', 'deep');
    expect((await runHere(['export', out])).code).toBe(0);
    expect(readdirSync(out)).toHaveLength(5);
    expect((await runHere(['import', out])).out).toContain('new or changed: 0');
  });

  test('says so when there is nothing to write or nowhere to write to', async () => {
    expectOneLine(await runHere(['export', join(folder, 'out')]), /no papers/);
    await runHere(['import', SEEDS]);
    writeFileSync(join(folder, 'file'), '');
    const ended = await runHere(['export', join(folder, 'file')]);
    expect(ended.code).toBe(1);
    expectOneLine(ended, /Cannot write/);
  });

  test.each(['/proc/nowhere/out', '/proc/nowhere', '/sys/nowhere/out', '/dev/null/out'])(
    'ends with one line where %s cannot be made',
    async (out) => {
      await runHere(['import', join(SEEDS, '2024-06-06.md')]);
      const ended = await runHere(['export', out]);
      expect(ended.code).toBe(1);
      expectOneLine(ended, /Cannot write/);
    },
  );

  test('~ is the home folder, for what is read too', async () => {
    const HOME = join(folder, 'home');
    mkdirSync(HOME);
    await runHere(['import', SEEDS]);
    setEnvironment({ HOME });
    expect((await runHere(['export', '~/out'])).code).toBe(0);
    expect(readdirSync(join(HOME, 'out'))).toHaveLength(5);
    expect((await runHere(['import', '~/out'])).out).toContain('new or changed: 0');
    const ended = await runHere(['export', '~nobody/out']);
    expect(ended.code).toBe(1);
    expectOneLine(ended, /~nobody\/out.*home/);
  });
});

describe('start', () => {
  async function started(more: Record<string, string> = {}) {
    const child = begin(['start'], more);
    onTestFinished(() => void child.kill('SIGKILL'));
    let out = '';
    for await (const chunk of child.stdout ?? []) {
      out += chunk;
      if (/Ctrl\+C/.test(out) && /127\.0\.0\.1|logged in|commands/.test(out)) break;
    }
    return { child, out };
  }

  test('without a token: the newest digest stands in the sandbox, and a signal ends it cleanly', async () => {
    const { child, out } = await started();
    expect(out).toContain('Imported 90 papers from 5 days');
    expect(out).toContain('Posted the 6 Dec 2024 digest in #daily-papers.');
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0] ?? '';
    expect(await (await fetch(url)).text()).toContain('SANDBOX');
    expect(JSON.stringify((await firstSnapshot(url)).messages)).toContain('VisionZip');
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  });

  test('speaks Korean on a Korean terminal', async () => {
    const { out } = await started({ LANG: 'ko_KR.UTF-8' });
    expect(out).toContain('2024년 12월 6일');
  });

  test('with a token: comes into the Discord at DISCORD_API_URL and answers there', async () => {
    const sandbox = await openSandbox();
    const registered = once(sandbox.events, 'commands');
    await started({ DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl });
    await registered;
    expect((await sandbox.command({ name: 'today' })).kind).toBe('message');
  });

  test('takes in what another process imports meanwhile', async () => {
    const sandbox = await openSandbox();
    const registered = once(sandbox.events, 'commands');
    await started({ DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl });
    await registered;
    const file = join(folder, '2024-12-09.md');
    const listing = '### [Brand New](https://arxiv.org/abs/2412.99999)\n\nVote: 7\n\nAuthors: A Body\n';
    writeFileSync(file, `## Daily Papers (2024-12-09)\n\n${listing}`);
    expect((await runApart(['import', file])).code).toBe(0);
    const title = async () => {
      const { message } = await sandbox.command({ name: 'paper', options: { paper: '2412.99999' } });
      return message?.embeds[0]?.title;
    };
    await expect.poll(title, { timeout: 15_000 }).toBe('Brand New');
  }, 30_000);

  test('with a token that Discord refuses', async () => {
    const sandbox = await openSandbox();
    setEnvironment({ DISCORD_TOKEN: 'wrong', DISCORD_API_URL: sandbox.apiUrl });
    const ended = await runHere(['start']);
    expect(ended.code).toBe(1);
    expectOneLine(ended, /DISCORD_TOKEN/);
  });

  test('with a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    setEnvironment({ PORT: port });
    const ended = await runHere(['start']);
    expect(ended.code).toBe(1);
    expectOneLine(ended, new RegExp(`Port ${port} .* in use`));
  });

  test('with one seed and a file that is none: says how many cannot be read', async () => {
    const seeds = join(folder, 'seeds');
    mkdirSync(seeds);
    cpSync(join(SEEDS, '2024-12-06.md'), join(seeds, '2024-12-06.md'));
    writeFileSync(join(seeds, 'note.md'), 'hello');
    const { child, out } = await started({ SEEDS_DIR: seeds });
    expect(out).toContain('Imported 31 papers from 1 day');
    expect(out).toContain('The archive has 31 papers from 1 day, 6 Dec 2024.');
    const [line] = child.stderr?.setEncoding('utf8') ? await once(child.stderr, 'data') : [];
    expect(line).toMatch(/1 of the files .* could not be read/);
  });

  test('with seeds that are not there: an empty archive, said so', async () => {
    const { out } = await started({ SEEDS_DIR: join(folder, 'none') });
    expect(out).toContain('The archive is empty');
  });
});

describe('wrong usage', () => {
  test('is the exit code 2 of the process', async () => {
    const { code, err } = await runApart(['fly']);
    expect(code).toBe(2);
    expect(err).toMatch(/unknown command/);
  });

  test.each([
    [[], /Usage/],
    [['import'], /missing required argument/],
    [['say', '--locale', 'fr', '/today'], /fr/],
    [['import', '--fast', 'x'], /--fast/],
  ])('%j ends with code 2', async (args, words) => {
    const { code, err } = await runHere(args);
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });

  test.each(['start', 'import', 'fetch', 'say', 'export'])('%s has a page of help', async (name) => {
    const { code, out } = await runHere([name, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`paperboy ${name}`);
  });

  test.each([
    [{ PORT: 'three' }, /PORT .*three.*PORT=3000/],
    [{ PORT: '70000' }, /PORT .*70000/],
    [{ HUGGINGFACE_URL: 'http://hf.example' }, /HUGGINGFACE_URL .*hf\.example.*https/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL .*loud.*LOG_LEVEL=info/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL .*mysql/],
    [{ DISCORD_API_URL: 'discord' }, /DISCORD_API_URL .*discord/],
    [{ SHARDS: '0,9', SHARD_COUNT: '4' }, /SHARDS .*0,9/],
    [{ SHARDS: '0' }, /SHARDS and SHARD_COUNT/],
    [{ DATABASE_URL: 'sqlite:/dev/null/x/paperboy.db' }, /\/dev\/null\/x/],
    [{ DATABASE_URL: 'sqlite:/proc/nowhere/x/paperboy.db' }, /\/proc\/nowhere/],
    [{ DATABASE_URL: 'sqlite:/proc/paperboy.db' }, /\/proc\/paperboy/],
    [{ DATABASE_URL: 'sqlite:~nobody/paperboy.db' }, /~nobody\/paperboy\.db.*home/],
  ])('%j stops the start with one line', async (wrong, words) => {
    setEnvironment(wrong);
    const ended = await runHere(['start']);
    expect(ended.code).toBe(1);
    expectOneLine(ended, words);
  });

  test('a token is never repeated on the terminal', async () => {
    setEnvironment({ DISCORD_TOKEN: 'my secret' });
    const ended = await runHere(['start']);
    expectOneLine(ended, /DISCORD_TOKEN/);
    expect(ended.err).not.toContain('secret');
  });
});
