import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Archive } from '../../../src/archive/archive.ts';
import { keepNamesBy, namesOf } from '../../../src/questions/read/names.ts';
import type { Shelf } from '../../../src/sliced.ts';
import { shelfBeside } from '../../../src/store/shelf.ts';
import { seedDigests } from '../../support/library.ts';

const root = mkdtempSync(join(tmpdir(), 'paperboy-shelf-'));
afterAll(() => rmSync(root, { recursive: true }));
let number = 0;
function newFolder(): string {
  const folder = join(root, String(number++));
  mkdirSync(folder);
  return folder;
}

describe('what a shelf keeps', () => {
  const value = { map: new Map([['a', ['1']]]), array: new Uint32Array([1, 2]), text: '한' };

  test('is there for the same state', () => {
    const file = join(newFolder(), 'search.db');
    shelfBeside(file).save('names', 'one', value);
    expect(shelfBeside(file).load('names', 'one')).toEqual(value);
    expect(shelfBeside(file).load('names', 'two')).toBeNull();
    expect(shelfBeside(file).load('authors', 'one')).toBeNull();
  });

  test('is not there after its file was damaged', () => {
    const folder = newFolder();
    const shelf = shelfBeside(join(folder, 'search.db'));
    shelf.save('names', 'one', value);
    expect(readdirSync(folder)).toEqual(['search.names.kept']);
    writeFileSync(join(folder, 'search.names.kept'), 'damaged');
    expect(shelf.load('names', 'one')).toBeNull();
  });

  test('is nothing where nothing can be written, or without a file', () => {
    for (const shelf of [shelfBeside(join(newFolder(), 'missing', 'search.db')), shelfBeside(null)]) {
      shelf.save('names', 'one', value);
      expect(shelf.load('names', 'one')).toBeNull();
    }
  });
});

describe('authors and names of an archive', () => {
  const seeds = seedDigests();
  const pause = () => Promise.resolve();
  /** What is found after a start with a shelf, and how much of it the shelf had. */
  const start = async (file: string, digests = seeds) => {
    const shelf = shelfBeside(file);
    let loaded = 0;
    const counting: Shelf = {
      ...shelf,
      load: (name, state) => {
        const value = shelf.load<never>(name, state);
        if (value !== null) loaded += 1;
        return value;
      },
    };
    const archive = Archive.of(digests);
    archive.keepBy(pause, counting);
    keepNamesBy(archive, pause, counting);
    await archive.made();
    const { papers, organizations } = namesOf(archive);
    const authors = ['Han Song', '송한', 'song', 'Sonh Han'].map((name) => {
      const { exact, spellings, swapped, partial, near } = archive.findAuthors(name);
      return { exact, spellings, swapped, partial, near };
    });
    return { found: { papers, organizations, authors }, loaded };
  };

  test('are found from the shelf as they were made', async () => {
    const file = join(newFolder(), 'search.db');
    const made = await start(file);
    expect(made.loaded).toBe(0);
    expect(await start(file)).toEqual({ ...made, loaded: 3 });
  });

  test('are made again when other digests are there', async () => {
    const file = join(newFolder(), 'search.db');
    await start(file);
    const fewer = await start(file, seeds.slice(1));
    expect(fewer).toEqual(await start(join(newFolder(), 'search.db'), seeds.slice(1)));
  });
});
