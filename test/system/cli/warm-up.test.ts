import { expect, it } from 'vitest';
import { Archive } from '../../../src/archive/archive.ts';
import { SearchIndex } from '../../../src/search/index/search-index.ts';
import { createSearch } from '../../../src/search/index.ts';
import { warmUp } from '../../../src/warm-up.ts';

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
  await warmUp({ archive, search });
  expect(archive.findAuthors('Snog Han').near).toEqual([{ name: 'Song Han', papers: 1 }]);
  expect(search.search('paintign', {}, 5)).toMatchObject([{ id: '2412.00001' }]);

  archive.put({ date: '2024-12-07', listings: [listing('2412.00002', 'Counting Sheep', 'Wei Lu Zhang')] });
  for (const paper of archive.papers()) search.put(paper);
  expect(archive.findAuthors('Wie Lu Zhang').near).toEqual([{ name: 'Wei Lu Zhang', papers: 1 }]);
  expect(search.search('countign', {}, 5)).toMatchObject([{ id: '2412.00002' }]);
  expect(search.suggest('counting', 5)).toMatchObject([{ id: '2412.00002' }]);
});

it('an index that cannot be made ends nothing: authors are found all the same', async () => {
  const archive = Archive.of([
    {
      date: '2024-12-06',
      listings: [
        {
          paperId: '2412.00001',
          title: 'Painting by Numbers',
          votes: 1,
          authors: { names: ['Song Han'], cut: false },
          media: null,
          sections: [],
        },
      ],
    },
  ]);
  class Full extends SearchIndex {
    override put(): void {
      throw new Error('the disk is full');
    }
  }
  const search = createSearch(archive.papers(), { index: new Full(), pause: async () => undefined });
  search.ready.catch(() => undefined);
  await warmUp({ archive, search });
  expect(search.isReady).toBe(false);
  expect(archive.findAuthors('Snog Han').near).toEqual([{ name: 'Song Han', papers: 1 }]);
});
