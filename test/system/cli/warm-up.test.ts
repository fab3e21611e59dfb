import { expect, it } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import { Archive } from '../../../src/archive/archive.ts';
import type { Request } from '../../../src/bot/dispatch.ts';
import { SearchIndex } from '../../../src/search/index/search-index.ts';
import { createSearch } from '../../../src/search/index.ts';
import { MemoryKeeper, warmUp } from '../../../src/warm-up.ts';
import { openTestApp } from '../../support/app.ts';

const turns = { quiet: async () => undefined, patient: async () => undefined };

/** A door that notes what is asked. */
function door() {
  const asked: Request[] = [];
  const dispatch = async (request: Request): Promise<Answer> => {
    asked.push(request);
    return { kind: 'notice', tone: 'info', text: { key: 'chat.hello' } };
  };
  return { asked, dispatch };
}

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
  await warmUp({ archive, turns, search, ...door() });
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
  const { asked, dispatch } = door();
  await warmUp({ archive, turns, search, dispatch });
  expect(search.isReady).toBe(false);
  expect(asked).toEqual([]);
  expect(archive.findAuthors('Snog Han').near).toEqual([{ name: 'Song Han', papers: 1 }]);
});

it('the grammar reads every rehearsed request, so none reaches a language model', async () => {
  const app = await openTestApp();
  await app.search.ready;
  const answers: Answer[] = [];
  const dispatch = async (request: Request) => {
    const answer = await app.dispatch(request);
    answers.push(answer);
    return answer;
  };
  await warmUp({ ...app, turns, dispatch });
  expect(answers.length).toBeGreaterThan(2);
  expect(answers.filter((answer) => answer.kind === 'refusal' && answer.reason === 'answer')).toEqual([]);
  expect(answers.some(({ kind }) => kind === 'found')).toBe(true);
});

it('memory is freed once it is quiet after many questions, and not again before as many more', async () => {
  let collected = 0;
  const quiet = Promise.withResolvers<undefined>();
  const busy = { asked: 99, quiet: () => quiet.promise };
  const keeper = new MemoryKeeper(busy, () => {
    collected += 1;
  });
  await keeper.look();
  expect(collected).toBe(0);
  busy.asked = 100;
  const looks = [keeper.look(), keeper.look()];
  expect(collected).toBe(0);
  quiet.resolve(undefined);
  await Promise.all(looks);
  expect(collected).toBe(1);
  busy.asked = 199;
  await keeper.look();
  expect(collected).toBe(1);
  busy.asked = 200;
  await keeper.look();
  expect(collected).toBe(2);
});
