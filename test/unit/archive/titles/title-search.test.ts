import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Archive } from '../../../../src/archive/archive.ts';
import { Titles } from '../../../../src/archive/titles/title-search.ts';
import type { Shelf } from '../../../../src/sliced.ts';
import { shelfBeside } from '../../../../src/store/shelf.ts';
import { listing } from '../../store/samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'paperboy-titles-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TITLES = [
  'VisionZip: Longer is Better but Not Necessary in Vision-Language Models',
  'Qwen2.5-VL Technical Report',
  'Attention Is All You Need',
  'Łukasz’s 3D Gaussian Splatting',
];

/** Typed texts, some unfinished, mistyped, or of a part of a title. */
const TYPED = ['vis', 'qwen2.5', 'atention is all you', 'gaussian splating', '3d', 'language models', ''];

function archiveOf(titles: readonly string[]): Archive {
  const listings = titles.map((title, number) => listing(`2412.0000${number}`, { title }));
  return Archive.of([{ date: '2024-12-06', listings }]);
}

/** A new shelf that counts what was taken from it. */
function shelfOf() {
  const beside = shelfBeside(join(mkdtempSync(join(folder, 'shelf-')), 'search.db'));
  let taken = 0;
  const shelf: Shelf = {
    ...beside,
    load<Value>(name: string, state: string) {
      const value = beside.load<Value>(name, state);
      if (value !== null) taken += 1;
      return value;
    },
  };
  return { shelf, taken: () => taken };
}

function found(titles: Titles): readonly unknown[] {
  return TYPED.map((typed) => [titles.find(typed, 10), titles.having(typed, 10)]);
}

describe('titles', () => {
  test('are all found before the background has begun', () => {
    const titles = new Titles(archiveOf(TITLES).papers());
    void titles.fillBy(() => new Promise(() => {}), Promise.resolve());
    expect(titles.having('all you need', 5)).toEqual(['2412.00002']);
    expect(titles.find('visoinzip', 5)).toEqual(['2412.00000']);
  });

  test('are found alike with an index that was kept', () => {
    const { shelf, taken } = shelfOf();
    const made = new Titles(archiveOf(TITLES).papers(), shelf);
    const before = found(made);
    made.save();
    expect(taken()).toBe(0);
    expect(found(new Titles(archiveOf(TITLES).papers(), shelf))).toEqual(before);
    expect(taken()).toBe(1);
  });

  test('may be changed after an index that was kept', async () => {
    const { shelf } = shelfOf();
    const made = new Titles(archiveOf(TITLES).papers(), shelf);
    await made.fillBy(async () => {}, Promise.resolve());
    made.save();
    const titles = new Titles(archiveOf(TITLES).papers(), shelf);
    await titles.fillBy(async () => {}, Promise.resolve());
    const changed = archiveOf(['MoneyZip: Cheaper Tokens', ...TITLES.slice(1)]);
    for (const paper of changed.papers()) titles.put(paper);
    titles.remove('2412.00001');
    expect(titles.find('visionzip', 5)).toEqual([]);
    expect(titles.find('moneyzip', 5)).toEqual(['2412.00000']);
    expect(titles.find('qwen2.5', 5)).toEqual([]);
  });

  test('of other papers are indexed again', () => {
    const { shelf, taken } = shelfOf();
    const made = new Titles(archiveOf(TITLES).papers(), shelf);
    made.find('vis', 5);
    made.save();
    const titles = new Titles(archiveOf(TITLES.slice(0, 3)).papers(), shelf);
    expect(titles.find('gaussian', 5)).toEqual([]);
    expect(taken()).toBe(0);
    titles.save();
    expect(new Titles(archiveOf(TITLES.slice(0, 3)).papers(), shelf).find('vis', 5)).toEqual(['2412.00000']);
    expect(taken()).toBe(1);
  });

  test('that nobody has indexed are not kept', () => {
    const { shelf, taken } = shelfOf();
    new Titles(archiveOf(TITLES).papers(), shelf).save();
    new Titles(archiveOf(TITLES).papers(), shelf).find('vis', 5);
    expect(taken()).toBe(0);
  });
});
