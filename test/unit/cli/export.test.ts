import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { inputOf } from '../../../src/archive/model-summaries.ts';
import type { Details, Digest, Listing } from '../../../src/archive/paper.ts';
import { runExport } from '../../../src/cli/export.ts';
import { Terminal } from '../../../src/cli/terminal.ts';
import { readConfig } from '../../../src/config.ts';
import { importDigests } from '../../../src/sources/ingest.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { Summaries } from '../../../src/summaries/summary-store.ts';
import { listing } from '../store/samples.ts';

const NOW = new Date('2026-11-20T09:00:00Z');

const details: Details = {
  abstract: 'We *introduce* $x$\n## Daily Papers\n  and [more](https://a.b), 🙂.',
  keywords: ['a, b', 'c'],
  aiSummary: 'It does.',
  organization: 'KAIST, AI',
  code: 'https://github.com/a/b',
  project: 'https://a.example/',
  hiddenAuthors: 1,
};
const fetchedOne = (id: string): Listing => listing(id, { title: 'One', sections: [], details });
const one = (id: string): Listing =>
  listing(id, { title: 'One', sections: [{ heading: 'Abstract', text: 'In Markdown a section as any.' }] });

/** A day of each kind: from Markdown, from Hugging Face, from both, and one of both without a paper in Markdown. */
const digests: readonly Digest[] = [
  { date: '2024-12-05', listings: [one('2412.00001')] },
  { date: '2024-12-06', listings: [fetchedOne('2412.00001')], fetched: { at: 1733500000123, final: false } },
  { date: '2024-12-07', listings: [one('2412.00003'), one('2412.00001')] },
  {
    date: '2024-12-07',
    listings: [fetchedOne('2412.00002'), fetchedOne('2412.00003')],
    fetched: { at: 1733600000000, final: true },
  },
  { date: '2024-12-08', listings: [] },
  { date: '2024-12-08', listings: [fetchedOne('2412.00004')], fetched: { at: 0, final: true } },
];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperboy-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function openStore(url: string): Promise<ArchiveStore> {
  const database = await openDatabase(url);
  onTestFinished(() => database.destroy());
  return new ArchiveStore(database);
}

test('days of both origins are exported one file each, and bring the same store when imported', async () => {
  const url = `sqlite:${folder}/a.db`;
  const store = await openStore(url);
  for (const digest of digests) await store.put(digest, NOW);
  const terminal = new Terminal('en', new PassThrough(), new PassThrough());
  expect(await runExport(join(folder, 'out'), readConfig({ DATABASE_URL: url }), terminal)).toBe(0);
  const files = readdirSync(join(folder, 'out'));
  expect(files).toEqual(['2024-12-05.md', '2024-12-06.md', '2024-12-07.md', '2024-12-08.md']);
  expect(readFileSync(join(folder, 'out', '2024-12-06.md'), 'utf8')).toContain('Organization: KAIST, AI');

  const again = await openStore(`sqlite:${folder}/b.db`);
  const report = await importDigests([join(folder, 'out')], again, () => NOW);
  expect(report).toMatchObject({ files: 4, failed: 0, warnings: 0 });
  expect(await Array.fromAsync(again.digests())).toEqual(await Array.fromAsync(store.digests()));
  expect(await again.hashes()).toEqual(await store.hashes());
  expect((await importDigests([join(folder, 'out')], again, () => NOW)).changed).toEqual([]);
});

test('what a model wrote is no part of an export', async () => {
  const url = `sqlite:${folder}/a.db`;
  const database = await openDatabase(url);
  onTestFinished(() => database.destroy());
  for (const digest of digests) await new ArchiveStore(database).put(digest, NOW);
  const point = { point: 'new', text: 'What a model wrote.', evidence: ['We introduce'] } as const;
  const about = { paperId: '2412.00002', language: 'en', points: [point], model: 'fake', key: 'a' } as const;
  const tokens = { in: 1, out: 1 };
  await new Summaries(database).note(
    { key: 'a', day: '2024-12-07', outcome: 'written', tokens, reason: null },
    { ...about, input: inputOf('One', details.abstract ?? '') },
    NOW.getTime(),
  );
  const terminal = new Terminal('en', new PassThrough(), new PassThrough());
  expect(await runExport(join(folder, 'out'), readConfig({ DATABASE_URL: url }), terminal)).toBe(0);
  const files = readdirSync(join(folder, 'out')).map((file) =>
    readFileSync(join(folder, 'out', file), 'utf8'),
  );
  expect(files.join('\n')).not.toContain('What a model wrote');
});
