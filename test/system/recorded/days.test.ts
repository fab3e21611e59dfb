import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Listing } from '../../../src/archive/paper.ts';
import { fetchDay } from '../../../src/sources/fetch-day.ts';
import { Fetches } from '../../../src/sources/fetch-store.ts';
import { HuggingFace } from '../../../src/sources/huggingface/client.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { recorded } from '../../support/huggingface.ts';
import { sharedFolder } from '../../support/shared.ts';
import { openReplay, world } from '../../unit/sources/samples.ts';

const folder = sharedFolder('hf');

/** What a recorded paper says, found by a plain walk over the JSON that shares nothing with the reader. */
function walk(entry: { paper: Record<string, unknown> }) {
  const { paper } = entry;
  const authors = Array.isArray(paper.authors) ? paper.authors : [];
  const keywords = Array.isArray(paper.ai_keywords) ? paper.ai_keywords : [];
  const names = authors.filter(({ hidden }) => !hidden).map(({ name }) => String(name).replace(/\s+/g, ' '));
  return {
    paperId: paper.id,
    votes: paper.upvotes,
    title: String(paper.title).split(/\s+/).join(' ').trim(),
    names,
    hidden: authors.filter(({ hidden }) => hidden).length,
    // One paper has a keyword that is empty.
    keywords: new Set(keywords.filter((keyword) => keyword !== '')).size,
    // An address may be written over two lines.
    code: /^https:\/\/github\.com\/[^/]+\/\s*\S/i.test(String(paper.githubRepo ?? '')),
    project: String(paper.projectPage ?? '').startsWith('https:'),
  };
}

function told({ paperId, votes, title, authors, details }: Listing) {
  return {
    paperId,
    votes,
    title,
    names: authors.names,
    hidden: details?.hiddenAuthors,
    keywords: details?.keywords.length,
    code: details?.code != null,
    project: details?.project != null,
  };
}

describe.skipIf(folder === null)('the recorded days of Hugging Face', () => {
  const files = folder === null ? [] : readdirSync(folder).filter((file) => file.endsWith('.json'));
  const days = files.map((file) => file.slice(0, -5)).sort();
  const walked = (day: string) => JSON.parse(readFileSync(`${folder}/${day}.json`, 'utf8')).map(walk);

  test('are imported with every paper of every day, and change nothing when fetched again', async () => {
    const replay = await openReplay(recorded(folder ?? ''));
    const database = await openDatabase('sqlite::memory:');
    const store = new ArchiveStore(database);
    const around = world(Date.parse('2026-09-01T00:00:00Z'));
    const source = new HuggingFace(replay.url, around);
    const parts = { source, store, fetches: new Fetches(database), now: around.now };
    const fetchAll = async () => {
      const outcomes = [];
      for (const day of days) outcomes.push(await fetchDay(day, parts));
      return outcomes;
    };

    const first = await fetchAll();
    expect(new Set(first.map(({ outcome }) => outcome))).toEqual(new Set(['new']));
    const warnings = first.flatMap((day) => day.warnings);
    expect(warnings.length).toBeGreaterThan(0);
    // Project pages without https, and a repository without its name.
    const odd = /^\S+ (?:projectPage: http:|githubRepo: https:\/\/github\.com\/[^/]+$)/;
    for (const { rule, text } of warnings)
      expect(`${rule}: ${text}`).toMatch(`odd-link: ${odd.exec(text)?.[0]}`);
    let papers = 0;
    for await (const { date, listings, fetched } of store.digests()) {
      expect(listings.map(told), date).toEqual(walked(date));
      expect(fetched?.final).toBe(true);
      papers += listings.length;
    }
    expect(papers).toBe(days.reduce((sum, day) => sum + walked(day).length, 0));

    const before = await store.hashes();
    const second = await fetchAll();
    expect(new Set(second.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(await store.hashes()).toEqual(before);
    // Two pages a day, the second of them empty.
    expect(replay.asked).toHaveLength(days.length * 4);
    await database.destroy();
  });
});
