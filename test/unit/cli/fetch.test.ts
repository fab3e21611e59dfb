import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runProgram } from '../../../src/cli/program.ts';
import { Terminal } from '../../../src/cli/terminal.ts';
import type { Language } from '../../../src/language.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { SEEDS } from '../../support/app.ts';
import type { Replay } from '../../support/huggingface.ts';
import { entries, entry, openReplay } from '../sources/samples.ts';

const DAY = '2026-08-18';
let folder: string;
let replay: Replay;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paperboy-'));
  replay = await openReplay((day) => (day === '2026-08-16' ? [] : entries(3)));
  vi.stubEnv('DATABASE_URL', `sqlite:${folder}/paperboy.db`);
  vi.stubEnv('SEEDS_DIR', join(folder, 'none'));
  vi.stubEnv('HUGGINGFACE_URL', replay.url);
  vi.stubEnv('LOG_LEVEL', 'silent');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function run(words: readonly string[], locale: Language = 'en') {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const code = await runProgram(['node', 'paperboy', ...words], new Terminal(locale, out, err));
  out.end();
  err.end();
  return { code, out: await text(out), err: await text(err) };
}

async function held() {
  const database = await openDatabase(`sqlite:${folder}/paperboy.db`);
  const digests = await Array.fromAsync(new ArchiveStore(database).digests());
  await database.destroy();
  return digests;
}

describe('fetch', () => {
  test('brings days in, oldest first, a line each, and changes nothing the second time', async () => {
    expect(await run(['fetch', '--date', DAY, '--days', '3'])).toEqual({
      code: 0,
      err: '',
      out: [
        '2026-08-16: none yet',
        '2026-08-17: 3 papers, new',
        '2026-08-18: 3 papers, new',
        'Days: 3, new or changed: 2, failed: 0. Papers: 6. Warnings: 0.\n',
      ].join('\n'),
    });
    expect((await run(['fetch', '--date', DAY])).out).toContain('3 papers, unchanged');
    replay.days = () => entries(4);
    expect((await run(['fetch', '--date', DAY])).out).toContain('4 papers, changed');
    expect((await run(['say', '/paper 2608.00002'])).out).toContain('Title of 2608.00002');
  });

  test('is about today without an option', async () => {
    await run(['fetch']);
    expect(replay.askedDays).toEqual([new Date().toISOString().slice(0, 10)]);
  });

  test('speaks Korean on a Korean terminal', async () => {
    const { out } = await run(['fetch', '--date', '2026-08-17', '--days', '2'], 'ko');
    expect(out).toContain('2026-08-16: 아직 없음\n2026-08-17: 논문 3편, 새로 들어옴\n');
  });

  test('tells what it did not understand, with the place of the paper', async () => {
    replay.days = () => [...entries(1), { paper: {} }, entry('2608.00009', { githubRepo: 'javascript:x' })];
    const { code, err } = await run(['fetch', '--date', DAY]);
    expect(code).toBe(0);
    expect(err).toMatch(
      /^2026-08-18#2: skipped an entry that is not a paper: .*\n2026-08-18#3: ignored link/,
    );
  });

  test('goes on after a day that fails, and ends with code 1', async () => {
    replay.broken.set('2026-08-17', { kind: 'error' });
    const { code, out, err } = await run(['fetch', '--date', DAY, '--days', '3']);
    expect(code).toBe(1);
    expect(err).toMatch(/^2026-08-17: .*did not return a list of papers.*\n$/);
    expect(out).toContain('2026-08-18: 3 papers, new\nDays: 2, new or changed: 1, failed: 1.');
  });

  test('gives up on a server that asks for hours, and says how much is left', async () => {
    replay.broken.set('2026-08-16', { kind: 'status', status: 429, headers: { 'retry-after': '9999' } });
    const { code, err } = await run(['fetch', '--date', DAY, '--days', '4']);
    expect(code).toBe(1);
    expect(err).toMatch(/Too many requests/);
    expect(err).toMatch(/Days not fetched: 2/);
    expect(await held()).toHaveLength(1);
  });

  test('ends at Ctrl+C with what it has', async () => {
    replay.broken.set('2026-08-18', { kind: 'hang' });
    const ended = run(['fetch', '--date', DAY, '--days', '2']);
    await expect.poll(() => replay.askedDays).toContain(DAY);
    process.emit('SIGINT');
    expect(await ended).toMatchObject({ code: 1, err: expect.stringContaining('Days not fetched: 1') });
    expect(await held()).toHaveLength(1);
  });

  test.each([
    [['--date', '2026-02-31'], /--date .*2026-02-31/],
    [['--date', '2999-01-01'], /--date .*2999-01-01/],
    [['--days', '0'], /--days .*“0”/],
    [['--days', 'ten'], /--days .*ten/],
    [['--date'], /argument missing/],
    [['--fast'], /--fast/],
  ])('%j is wrong usage', async (words, text) => {
    const { code, err } = await run(['fetch', ...words]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(text) });
    expect(replay.asked).toEqual([]);
  });

  test('says that fetching is off, and what to do', async () => {
    vi.stubEnv('HUGGINGFACE_URL', 'off');
    const { code, err } = await run(['fetch']);
    expect(code).toBe(1);
    expect(err).toMatch(/HUGGINGFACE_URL is off/);
  });
});

describe('import of recorded days', () => {
  const write = (name: string, content: unknown) => {
    mkdirSync(join(folder, 'days'), { recursive: true });
    const file = join(folder, 'days', name);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };

  test('takes a folder of them in, beside Markdown, and changes nothing the second time', async () => {
    write('2024-12-06.json', entries(2));
    write('2026-08-18.json', entries(3));
    write('notes.json', '{}');
    const sums = { files: 7, digests: 6, papers: 93, listings: 95, warnings: 0, failed: 0 };
    const first = await run(['import', '--json', join(folder, 'days'), SEEDS]);
    expect({ ...first, out: JSON.parse(first.out) }).toEqual({ code: 0, err: '', out: sums });
    expect((await run(['import', join(folder, 'days')])).out).toContain('new or changed: 0');
    const recorded = (await held()).filter(({ fetched }) => fetched !== undefined);
    expect(recorded.map(({ date, fetched }) => [date, fetched])).toEqual([
      ['2024-12-06', { at: { day: '2024-12-06' }, final: true }],
      ['2026-08-18', { at: { day: '2026-08-18' }, final: true }],
    ]);
  });

  test('of a day that is not long past, is not final', async () => {
    const today = new Date().toISOString().slice(0, 10);
    await run(['import', write(`${today}.json`, entries(1))]);
    expect((await held())[0]?.fetched?.final).toBe(false);
  });

  test('takes no place of a list that was fetched later', async () => {
    await run(['fetch', '--date', DAY]);
    const { code, err } = await run(['import', write(`${DAY}.json`, entries(1))]);
    expect(code).toBe(0);
    expect(err).toMatch(/newer stored list/);
    expect((await held())[0]?.listings).toHaveLength(3);
  });

  test.each([
    ['notes.json', '[]', /has no date/],
    ['2026-02-31.json', '[]', /has no date/],
    ['2026-08-18.json', '{"a":1}', /not a recorded day/],
    ['2026-08-18.json', '[{"paper":', /not a recorded day/],
  ])('tells why %s with %s cannot be read', async (name, content, reason) => {
    const file = write(name, content);
    const { code, err } = await run(['import', file, join(SEEDS, '2024-12-06.md')]);
    expect(code).toBe(1);
    expect(err).toMatch(reason);
    expect(err).toContain(`${file}:1: `);
    expect(await held()).toHaveLength(1);
  });

  test('tells the place of what was not understood, and of a day without papers', async () => {
    const file = write('2026-08-18.json', [...entries(2), 7]);
    expect((await run(['import', file])).err).toBe(`${file}#3: skipped an entry that is not a paper: 7\n`);
    const empty = write('2026-08-19.json', []);
    expect((await run(['import', empty])).err).toBe(`${empty}#1: no papers on 2026-08-19\n`);
  });
});
