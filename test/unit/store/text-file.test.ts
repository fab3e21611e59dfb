import { mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNameless, TextFile } from '../../../src/store/text-file.ts';

const TEXTS = ['', 'We *introduce* $x$.', '확산 모델 🙂', 'x'.repeat(70_000), 'half \ud83d', 'naïve', '…'];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperboy-texts-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('texts come back as they were, written or not yet', () => {
  const texts = new TextFile(openNameless(join(folder, 'new', 'texts')));
  const many = Array.from({ length: 3000 }, (_, number) => `${number} ${TEXTS[number % TEXTS.length]}`);
  const kept = many.map((text) => texts.keep(text));
  expect(kept.map((one) => texts.read(one))).toEqual(many);
  expect(kept.filter((one) => typeof one === 'number').length).toBeGreaterThan(2000);
  texts.close();
});

test('its file has no name', () => {
  const texts = new TextFile(openNameless(join(folder, 'texts')));
  texts.keep('a');
  expect(readdirSync(folder)).toEqual([]);
  texts.close();
});

test('where no file can be made, the texts stay in memory', () => {
  writeFileSync(join(folder, 'file'), '');
  const texts = new TextFile(openNameless(join(folder, 'file', 'texts')));
  expect(TEXTS.map((text) => texts.keep(text))).toEqual(TEXTS);
  expect(TEXTS.map((text) => texts.read(text))).toEqual(TEXTS);
  texts.close();
});

test('where the file cannot be written, as on a full disk, the texts stay in memory', () => {
  writeFileSync(join(folder, 'file'), '');
  const texts = new TextFile(openSync(join(folder, 'file'), 'r'));
  const many = Array.from({ length: 200 }, (_, number) => `${number}`.repeat(300));
  const kept = many.map((text) => texts.keep(text));
  expect(kept.map((one) => texts.read(one))).toEqual(many);
  texts.close();
});
