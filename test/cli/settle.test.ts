import { expect, it } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { settle } from '../../src/cli/settle.ts';
import { createSearch } from '../../src/search/index.ts';

it('a settled bot finds what it found before, and what comes in afterwards', async () => {
  const listing = (paperId: string, title: string, name: string) => ({
    paperId,
    title,
    votes: 1,
    authors: { names: [name], cut: false },
    media: null,
    sections: [],
  });
  const archive = Archive.of([
    { date: '2024-12-06', listings: [listing('2412.00001', 'Painting by Numbers', 'Song Han')] },
  ]);
  const search = createSearch(archive.papers());
  await settle({ archive, search });
  expect(archive.findAuthors('Snog Han').near).toEqual([{ name: 'Song Han', papers: 1 }]);
  expect(search.search('paintign', {}, 5)).toMatchObject([{ id: '2412.00001' }]);

  archive.put({ date: '2024-12-07', listings: [listing('2412.00002', 'Counting Sheep', 'Wei Lu Zhang')] });
  for (const paper of archive.papers()) search.put(paper);
  expect(archive.findAuthors('Wie Lu Zhang').near).toEqual([{ name: 'Wei Lu Zhang', papers: 1 }]);
  expect(search.search('countign', {}, 5)).toMatchObject([{ id: '2412.00002' }]);
  expect(search.suggest('counting', 5)).toMatchObject([{ id: '2412.00002' }]);
});
