import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
import { entries, entry } from '../../unit/sources/samples.ts';

const DAY = '2026-07-02';
const MARKDOWN = `## Daily Papers (${DAY})\n\n### [Títle](https://arxiv.org/abs/2607.00001)\n\nVote: 5\n\n- a\n`;
const LIST = JSON.stringify([...entries(2), entry('2608.00009', { title: 'Ünïcode 한글' })]);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperboy-'));
  mkdirSync(join(folder, 'days'));
  vi.stubEnv('DATABASE_URL', `sqlite:${folder}/paperboy.db`);
  vi.stubEnv('LOG_LEVEL', 'silent');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, 'days', name);
  writeFileSync(file, content);
  return file;
}

async function run(paths: readonly string[], locale: Language = 'en') {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const code = await runProgram(
    ['node', 'paperboy', 'import', '--json', ...paths],
    new Terminal(locale, out, err),
  );
  const [said, told] = await Promise.all([text(out.end()), text(err.end())]);
  return { code, ...(said === '' ? {} : JSON.parse(said)), err: told };
}

async function held() {
  const database = await openDatabase(`sqlite:${folder}/paperboy.db`);
  const digests = await Array.fromAsync(new ArchiveStore(database).digests());
  await database.destroy();
  return digests;
}

/** A text in UTF-16. */
function wide(content: string, isBigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${content}`, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

/** A text in UTF-32, little endian. */
function wider(content: string): Uint8Array {
  return Buffer.concat(
    Array.from(content, (character) => Buffer.from(Uint32Array.of(character.codePointAt(0) ?? 0).buffer)),
  );
}

describe('the bytes of a file', () => {
  test.each(['', '\uFEFF', '\uFEFF\uFEFF'])('may begin with a byte order mark: %j', async (mark) => {
    const files = [write(`${DAY}.json`, mark + LIST), write(`${DAY}.md`, mark + MARKDOWN)];
    expect(await run(files)).toMatchObject({ code: 0, papers: 4, warnings: 0, failed: 0, err: '' });
    const titles = (await held()).flatMap(({ listings }) => listings.map(({ title }) => title));
    expect(titles).toContain('Ünïcode 한글');
    expect(titles).toContain('Títle');
  });

  describe.each([
    ['json', LIST],
    ['md', MARKDOWN],
  ])('of .%s', (extension, content) => {
    test.each([
      ['UTF-16 with a mark', wide(content, false, true)],
      ['UTF-16 without a mark', wide(content, false, false)],
      ['UTF-16, big end first, with a mark', wide(content, true, true)],
      ['UTF-16, big end first, without a mark', wide(content, true, false)],
      ['UTF-32', wider(content)],
      ['UTF-32 with a mark', wider(`\uFEFF${content}`)],
    ])('in %s are to be saved as UTF-8', async (_what, bytes) => {
      const file = write(`${DAY}.${extension}`, bytes);
      const { code, failed, err } = await run([file]);
      expect({ code, failed }).toEqual({ code: 1, failed: 1 });
      expect(err).toMatch(/^\S+:1: .*Save it as UTF-8/);
      expect((await run([file], 'ko')).err).toMatch(/UTF-8로 저장/);
      expect(await held()).toEqual([]);
    });
  });

  test('in another encoding fail JSON and are told of Markdown, with the line', async () => {
    const json = write('2026-07-03.json', Buffer.from(LIST, 'latin1'));
    expect(await run([json])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/:1: .*Save it as UTF-8/),
    });
    const markdown = write(`${DAY}.md`, Buffer.from(MARKDOWN, 'latin1'));
    const { code, warnings, err } = await run([markdown]);
    expect({ code, warnings }).toEqual({ code: 0, warnings: 1 });
    expect(err).toMatch(/\.md:3: .*UTF-8.*T\uFFFDtle/);
  });

  test.each(['json', 'md'])('are read up to a limit, which is said: .%s', async (extension) => {
    const file = write(`${DAY}.${extension}`, Buffer.alloc(8 * 1024 * 1024 + 1, ' '));
    const { code, err } = await run([file]);
    expect(code).toBe(1);
    expect(err).toMatch(extension === 'json' ? /larger than 8 MB/ : /larger than 4 MB/);
  });
});

describe('a hostile file of 4 MB', () => {
  const SIZE = 4 * 1024 * 1024;
  const filled = (open: string, unit: string, close: string) =>
    open + unit.repeat((SIZE - open.length - close.length) / unit.length).replace(/,$/, '') + close;
  const PAPER = '[{"paper":{"id":"2607.00001","title":"T","authors":[';
  const HEAD = '## Daily Papers (2026-07-02)\n\n### [T](https://arxiv.org/abs/2607.00001)\n\n';

  test.each([
    ['entries that are numbers', 'json', filled('[', '0,', ']'), 1, /2,097,151 entries; the limit is 3,000/],
    ['entries that are empty', 'json', filled('[', '[],', ']'), 1, /entries; the limit is 3,000/],
    ['authors that are numbers', 'json', filled(PAPER, '0,', ']}}]'), 0, /2607\.00001 authors: /],
    ['papers with odd authors', 'json', oddAuthors(), 0, /not shown: \d+/],
    ['points', 'md', filled(HEAD, '- a\n', ''), 1, /1,048,\d+ lines; the limit is 6,000/],
    ['nested points', 'md', filled(HEAD, `${'- '.repeat(90)}a\n`, ''), 1, /lines; the limit is 6,000/],
    ['votes', 'md', filled(HEAD, 'Vote: x\n', ''), 1, /lines; the limit is 6,000/],
  ])('of %s is read within 160 MB of heap', async (_what, extension, content, code, said) => {
    const file = write(`${DAY}.${extension}`, content);
    const program = [
      '--max-old-space-size=160',
      '--import',
      './src/node-version.js',
      'src/main.ts',
      'import',
      file,
    ];
    const ended = spawnSync(process.execPath, program, { encoding: 'utf8' });
    expect({ code: ended.status, err: ended.stderr }).toEqual({ code, err: expect.stringMatching(said) });
  });

  function oddAuthors(): string {
    const paper = (n: number) =>
      `{"paper":{"id":"2607.${String(n).padStart(5, '0')}","title":"T","authors":[0${',0'.repeat(650)}]}}`;
    return `[${Array.from({ length: 2_999 }, (_, n) => paper(n)).join(',')}]`;
  }
});

describe('a folder', () => {
  test.each([
    `${DAY} (1).json`,
    `${DAY}(2).json`,
    `${DAY} copy.json`,
    `${DAY} - Kopie.json`,
    `${DAY} (사본).json`,
    `${DAY}_1.json`,
    `${DAY}.JSON`,
    `papers-${DAY}.json`,
    `${DAY}.1.json`,
  ])('has its day read from %s', async (name) => {
    write(name, LIST);
    expect(await run([join(folder, 'days')])).toMatchObject({ code: 0, files: 1, papers: 3, warnings: 0 });
    expect((await held())[0]?.date).toBe(DAY);
  });

  test.each(['json', 'md'])('may hold two downloads of a day, which is told: .%s', async (extension) => {
    write(`${DAY}.${extension}`, extension === 'json' ? LIST : MARKDOWN);
    write(`${DAY} (1).${extension}`, extension === 'json' ? LIST : MARKDOWN);
    const { code, files, digests, err } = await run([join(folder, 'days')]);
    expect({ code, files, digests }).toEqual({ code: 0, files: 2, digests: 1 });
    expect(err).toMatch(/two files for the same day/);
  });

  test.each([
    `${DAY}.jsonl`,
    `${DAY}.ndjson`,
    'papers.jsonl',
    `${DAY}.txt`,
    `${DAY}.json.gz`,
    `${DAY}.md.bak`,
    `${DAY}`,
    `${DAY}.json~`,
  ])('is told to hold %s, which is not read', async (name) => {
    write('2026-07-03.json', LIST);
    const file = write(name, LIST);
    const { code, warnings, err } = await run([join(folder, 'days')]);
    expect({ code, warnings }).toEqual({ code: 0, warnings: 1 });
    expect(err).toContain(`${file}:1: `);
    expect(err).toMatch(/neither .md nor .json, skipped/);
    expect((await run([join(folder, 'days')], 'ko')).err).toMatch(/읽지 않았어요/);
  });

  test.each(['2026-02-31.json', `${DAY} to 2026-07-03.json`])(
    'with %s has one file that fails',
    async (name) => {
      write(name, LIST);
      write('2026-07-03.json', LIST);
      const { code, files, failed, err } = await run([join(folder, 'days')]);
      expect({ code, files, failed }).toEqual({ code: 1, files: 2, failed: 1 });
      expect(err).toMatch(/file name has no date/);
    },
  );

  test('has what a link leads to read, and hidden files left alone', async () => {
    writeFileSync(join(folder, 'elsewhere'), LIST);
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'days', `${DAY}.json`));
    write(`._${DAY}.json`, '\0\0');
    write(`.${DAY}.md`, 'x');
    expect(await run([join(folder, 'days')])).toMatchObject({ code: 0, files: 1, papers: 3 });
    symlinkSync(join(folder, 'nowhere'), join(folder, 'days', '2026-07-03.json'));
    expect(await run([join(folder, 'days')])).toMatchObject({ code: 1, files: 2, failed: 1 });
  });

  test.each([[[]], [['notes.json', 'README.md']], [[`${DAY}.jsonl`]]])(
    'with nothing to import is an error: %j',
    async (names) => {
      for (const name of names) write(name, '[]');
      const { code, err } = await run([join(folder, 'days')]);
      expect(code).toBe(1);
      expect(err).toMatch(/has no Markdown digests \(\*\.md\) or recorded days/);
    },
  );
});

describe('a recorded day of which something cannot be read', () => {
  const file = () => join(folder, 'days', `${DAY}.json`);
  const importing = (list: unknown) => {
    write(`${DAY}.json`, JSON.stringify(list));
    return run([file()]);
  };
  const listings = async () => (await held())[0]?.listings ?? [];

  test.each([
    ['texts', ['2607.00001', '2607.00002']],
    ['numbers', [1, 2, 3]],
    ['null', [null]],
    ['lists', [[], []]],
    ['papers under another name', entries(3).map(({ paper }) => ({ article: paper }))],
    [
      'ids under another name',
      entries(3).map(({ paper: { id, ...rest } }) => ({ paper: { ...rest, arxiv: id } })),
    ],
    ['mostly odd', [...entries(1), 1, 2]],
  ])('fails where its entries are %s', async (_what, list) => {
    expect(await importing(entries(3))).toMatchObject({ code: 0 });
    const before = await held();
    const { code, failed, papers, err } = await importing(list);
    expect({ code, failed, papers }).toEqual({ code: 1, failed: 1, papers: 0 });
    expect(err).toMatch(/can’t read \d+ of \d+ entries/);
    expect(await held()).toEqual(before);
  });

  test.each([[{ papers: [] }], ['x'], [null], [7]])('fails where it is no list: %j', async (other) => {
    expect(await importing(other)).toMatchObject({ code: 1, failed: 1 });
  });

  test('keeps the paper of an entry that is odd, field by field where a field is', async () => {
    await importing(entries(3));
    const [first, second] = entries(3);
    const { code, err } = await importing([
      first,
      { ...second, paper: { ...second?.paper, upvotes: 'x' } },
      7,
    ]);
    expect(code).toBe(0);
    expect(err).toMatch(/#3: .*\n.*2608\.00003/);
    expect((await listings()).map(({ paperId, votes }) => [paperId, votes])).toEqual(
      entries(3).map(({ paper }) => [paper.id, 3]),
    );
  });

  test('is completed by a second file of its day', async () => {
    const odd = entries(2).map(({ paper }) => entry(paper.id, { upvotes: null, ai_summary: 7 }));
    write(`${DAY} (1).json`, JSON.stringify(odd));
    write(`${DAY}.json`, JSON.stringify(entries(3)));
    await run([join(folder, 'days')]);
    expect(await listings()).toMatchObject(
      entries(3).map(({ paper }) => ({
        paperId: paper.id,
        votes: 3,
        details: { aiSummary: 'Engines compute.' },
      })),
    );
  });

  test('has at most 3,000 entries', async () => {
    const { code, err } = await importing(Array.from({ length: 1_000_000 }, () => 0));
    expect(code).toBe(1);
    expect(err).toMatch(/1,000,000 entries; the limit is 3,000/);
  });

  test('is told with at most a thousand of its oddities, and how many more there are', async () => {
    const odd = entries(1_500).map(({ paper }) => entry(paper.id, { upvotes: 'x' }));
    const { code, warnings, err } = await importing(odd);
    expect({ code, warnings }).toEqual({ code: 0, warnings: 1_001 });
    expect(err.split('\n').at(-2)).toMatch(/not shown: 500$/);
  });
});

describe('a Markdown digest imported again', () => {
  const paper = (id: string, ...lines: readonly string[]) =>
    [`### [T${id}](https://arxiv.org/abs/${id})`, ...lines, '', '- point', ''].join('\n');
  const digest = (...papers: readonly string[]) => [`## Daily Papers (${DAY})`, ...papers].join('\n');
  const importing = (markdown: string) => run([write(`${DAY}.md`, markdown)]);
  const whole = paper('2607.00001', 'Vote: 53', 'Authors: Ann Lee, Bo Kim', '![](https://a.example/a.png)');

  test('keeps what was read before and cannot be read now, and says so with the line', async () => {
    await importing(digest(whole));
    const odd = paper('2607.00001', '- Vote: five', 'Authors:', '![]()');
    const { code, warnings, err } = await importing(digest(odd));
    expect({ code, warnings }).toEqual({ code: 0, warnings: 3 });
    for (const line of [3, 4, 5]) expect(err).toContain(`${DAY}.md:${line}: `);
    expect((await held())[0]?.listings).toMatchObject([
      { votes: 53, authors: { names: ['Ann Lee', 'Bo Kim'] }, media: { url: 'https://a.example/a.png' } },
    ]);
  });

  test('keeps a paper whose heading cannot be read, and loses one that is not there', async () => {
    const second = paper('2607.00002', 'Vote: 3');
    await importing(digest(whole, second));
    const { err } = await importing(digest(whole, second.replace('arxiv.org', 'example.org')));
    expect(err).toMatch(/incomplete list, kept: 2607\.00002/);
    expect((await held())[0]?.listings).toHaveLength(2);
    await importing(digest(whole));
    expect((await held())[0]?.listings).toHaveLength(1);
  });

  test('loses votes that it has no more', async () => {
    await importing(digest(whole));
    await importing(digest(paper('2607.00001', 'Authors: Ann Lee')));
    expect((await held())[0]?.listings).toMatchObject([
      { votes: 'missing', authors: { names: ['Ann Lee'] } },
    ]);
  });
});
