import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { matching } from '../../../src/answers/find/matching.ts';
import { Archive } from '../../../src/archive/archive.ts';
import { createSearch } from '../../../src/search/index.ts';
import { readRecordedDay } from '../../../src/sources/files/recorded-day.ts';
import { sharedFolder } from '../../support/shared.ts';

const folder = sharedFolder('hf');
const files = folder === null ? [] : readdirSync(folder).filter((file) => file.endsWith('.json'));
/** Days that no other test of filters has seen. */
const DAYS = 30;

describe.skipIf(files.length === 0)('filters over recorded days', () => {
  test('find what is counted without them, by author, organization and votes', () => {
    const digests = files
      .toSorted()
      .slice(-DAYS)
      .map((file) => readRecordedDay(file, readFileSync(`${folder}/${file}`, 'utf8'), Date.now()).digest);
    const archive = Archive.of(digests);
    const library = { archive, search: createSearch([]), today: '2026-11-20' };
    let found = 0;
    for (const day of archive.days()) {
      const listed = archive.digest(day)?.listings ?? [];
      const ids = (fits: (one: (typeof listed)[number]) => boolean) =>
        [...new Set(listed.filter(fits).map(({ paperId }) => paperId))].toSorted();
      const matched = (filter: Parameters<typeof matching>[0]) =>
        matching(filter, { from: day, to: day }, library)
          .map(({ paper }) => paper.id)
          .toSorted();
      for (const { authors, details } of listed.slice(0, 5)) {
        const [author] = authors.names;
        const organization = details?.organization ?? null;
        if (author !== undefined)
          expect(matched({ author })).toEqual(ids((one) => one.authors.names.includes(author)));
        if (organization === null) continue;
        const counted = ids((one) => one.details?.organization === organization);
        // A name may stand for more than one organization: all that bear it are found.
        for (const id of counted) expect(matched({ organization })).toContain(id);
        found += counted.length;
      }
      const least = 20;
      const popular = ids(({ votes }) => typeof votes === 'number' && votes >= least);
      expect(matched({ min_votes: least })).toEqual(popular);
    }
    expect(found).toBeGreaterThan(DAYS);
  });
});
