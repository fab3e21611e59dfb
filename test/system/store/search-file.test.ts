import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import type { Paper } from '../../../src/archive/paper.ts';
import { searchFileOf } from '../../../src/library.ts';
import { SearchIndex } from '../../../src/search/index/search-index.ts';
import { createSearch, type Search } from '../../../src/search/index.ts';
import { judged } from '../../support/judged.ts';
import { seedDigests } from '../../support/library.ts';

const archive = judged(seedDigests());
const papers = [...archive.papers()];
const root = mkdtempSync(join(tmpdir(), 'paperboy-index-'));
afterAll(() => rmSync(root, { recursive: true }));

let number = 0;
const newFile = () => join(root, String(number++), 'search.db');
const QUERIES = ['확산 모델', 'video generation', '강화 학습', 'difusion transfomer', 'benchmark for agents'];
const answers = (search: Search) => QUERIES.map((query) => search.search(query, {}, 20));
const expected = answers(createSearch(papers, { people: archive }));

/** Opens a search over a file, and waits until all is written. */
async function settled(file: string, of: readonly Paper[] = papers, tell: (line: string) => void = () => {}) {
  const index = new SearchIndex(file, tell);
  const search = createSearch(of, { people: archive, index, pause: others });
  await search.current;
  return { search, index };
}

describe('the file of the index', () => {
  it('is beside its store, one for each', () => {
    expect(searchFileOf('sqlite:data/paperboy.db')).toBe('data/search.db');
    expect(searchFileOf('sqlite:/tmp/other.db')).toBe('/tmp/other.search.db');
    expect(searchFileOf('postgres://localhost/paperboy')).toBe('data/search.db');
    expect(searchFileOf('sqlite::memory:')).toBeNull();
  });

  it('gives no revision twice, so that another process misses no change', async () => {
    const file = newFile();
    const newest = () => {
      const database = new Sqlite(file, { readonly: true });
      const found = database.prepare('select max(revision) from papers').pluck().get();
      database.close();
      return Number(found);
    };
    const many = [1, 2, 3, 4].flatMap((copy) =>
      papers.map((paper) => ({ ...paper, id: `${copy}${paper.id}` })),
    );
    (await settled(file, many)).search.close();
    const before = newest();
    // So many are gone that their places are given up.
    (await settled(file, many.slice(0, 5))).search.close();
    expect(newest()).toBeGreaterThan(before);
  });

  it('answers at once after a restart, as before', async () => {
    const file = newFile();
    const first = await settled(file);
    first.search.close();
    const index = new SearchIndex(file);
    const search = createSearch(papers, { people: archive, index, pause: others });
    expect(search.isReady).toBe(true);
    expect(answers(search)).toEqual(expected);
    await search.current;
    expect(answers(search)).toEqual(expected);
    search.close();
  });

  it('has all that was indexed when it is closed, also where nobody waited for the writing', async () => {
    const file = newFile();
    const search = createSearch(papers, { people: archive, index: new SearchIndex(file), pause: others });
    await search.ready;
    search.close();
    const again = createSearch(papers, { people: archive, index: new SearchIndex(file), pause: others });
    expect(again.isReady).toBe(true);
    expect(answers(again)).toEqual(expected);
    again.close();
  });

  it('adds papers that were added or changed meanwhile, and drops removed ones', async () => {
    const file = newFile();
    const [gone, changed, ...others] = papers;
    if (gone === undefined || changed === undefined) throw new Error('no seeds');
    const added = others.splice(-3);
    (await settled(file, [gone, changed, ...others])).search.close();
    const now = [
      { ...changed, sections: [{ heading: null, text: 'Zyzzyva weevils sing.' }] },
      ...others,
      ...added,
    ];
    const { search } = await settled(file, now);
    const fresh = createSearch(now, { people: archive });
    expect(search.search('zyzzyva', {}, 5).map(({ id }) => id)).toEqual([changed.id]);
    expect(answers(search)).toEqual(answers(fresh));
    search.close();
  });

  it.each([1, 9, 27, 31, 38])('survives a process killed after %i slices', async (slices) => {
    const file = newFile();
    const script = fileURLToPath(new URL('../../support/killed-indexing.ts', import.meta.url));
    await promisify(execFile)(process.execPath, [script, file, String(slices)]).catch((error) => {
      expect(error.signal).toBe('SIGKILL');
    });
    const { search } = await settled(file);
    expect(answers(search)).toEqual(expected);
    search.close();
  });

  it.each([
    ['is no database', (file: string) => writeFileSync(file, 'this is not a database'.repeat(500))],
    ['ends in the middle', (file: string) => truncateSync(file, 300_000)],
    ['is of another version', (file: string) => new Sqlite(file).pragma('user_version = 9')],
    ['has lost its inside', (file: string) => writeFileSync(file, holed(readFileSync(file)))],
  ])('is made again, with one line in the log, if it %s', async (_, damage) => {
    const file = newFile();
    (await settled(file)).search.close();
    damage(file);
    const lines: string[] = [];
    const index = new SearchIndex(file, (line) => lines.push(line));
    const search = createSearch(papers, { people: archive, index, pause: others });
    answers(search);
    await search.current;
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/damaged/);
    expect(answers(search)).toEqual(expected);
    search.close();
    expect((await settled(file)).index.unwritten).toBe(0);
  });

  it('is replaced by a temporary one, with one line in the log, if it cannot be written', async () => {
    const folder = join(root, 'read-only');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    // Whoever may write everywhere is stopped by a file in place of the folder.
    const place = process.getuid?.() === 0 ? join(root, 'file') : folder;
    if (place !== folder) writeFileSync(place, '');
    const lines: string[] = [];
    const { search } = await settled(join(place, 'search.db'), papers, (line) => lines.push(line));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/cannot be written/);
    expect(answers(search)).toEqual(expected);
    expect(existsSync(join(place, 'search.db'))).toBe(false);
    search.close();
  });

  it('is shared by two that write at the same time', async () => {
    const file = newFile();
    const half = Math.floor(papers.length / 2);
    const open = (some: readonly Paper[]) =>
      createSearch(some, { people: archive, index: new SearchIndex(file), pause: others });
    // Each knows the papers of both, and both are at work in turns.
    const [one, two] = [open(papers), open(papers.toReversed().slice(0, half))];
    for (const paper of papers.slice(0, half)) two.put(paper);
    for (const paper of papers.slice(half)) two.put(paper);
    await Promise.all([one.current, two.current]);
    expect(answers(one)).toEqual(expected);
    expect(answers(two)).toEqual(expected);
    const [paper] = papers;
    if (paper === undefined) throw new Error('no seeds');
    one.put({ ...paper, sections: [{ heading: null, text: 'Zyzzyva weevils sing.' }] });
    await one.current;
    expect(two.search('zyzzyva', {}, 5).map(({ id }) => id)).toEqual([paper.id]);
    one.close();
    two.close();
  });

  it('is tidied when much of it no longer belongs to a paper', async () => {
    const file = newFile();
    const { search, index } = await settled(file);
    for (let round = 0; round < 20; round++) {
      const text = `Round number ${round} of the weevils.`;
      for (const paper of papers) search.put({ ...paper, sections: [{ heading: null, text }] });
      await search.current;
    }
    for (const paper of papers) search.put(paper);
    await search.current;
    expect(index.size).toBe(papers.length);
    expect(answers(search)).toEqual(expected);
    search.close();
    const { search: again } = await settled(file);
    expect(answers(again)).toEqual(expected);
    again.close();
  });
});

/** Puts zeros in the place of every page but the first. */
function holed(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096)]);
}
