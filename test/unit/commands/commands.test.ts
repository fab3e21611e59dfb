import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import type { Listing } from '../../../src/archive/paper.ts';
import type { OpenLibrary } from '../../../src/library.ts';
import { ask, NOW, openTestApp } from '../../support/app.ts';

type Kind = Answer['kind'];

/** Asks and expects an answer of this kind. */
async function answered<K extends Kind>(
  app: OpenLibrary,
  line: string,
  kind: K,
  now = NOW,
): Promise<Extract<Answer, { kind: K }>> {
  const answer = await ask(app, line, now);
  if (!isOf(answer, kind)) throw new Error(`${line} gave ${JSON.stringify(answer).slice(0, 300)}`);
  return answer;
}

function isOf<K extends Kind>(answer: Answer, kind: K): answer is Extract<Answer, { kind: K }> {
  return answer.kind === kind;
}

function listing(paperId: string, names: readonly string[], title = `Paper ${paperId}`): Listing {
  return {
    paperId,
    title,
    votes: 1,
    authors: { names, cut: false },
    media: null,
    sections: [{ heading: "What's New", text: `${title} is new.` }],
  };
}

describe('/today', () => {
  test('is the newest digest, and knows that it is not of today', async () => {
    const app = await openTestApp();
    const { date, asked, page, earlier, later } = await answered(app, '/today', 'digest');
    expect({ date, asked, earlier, later }).toEqual({
      date: '2024-12-06',
      asked: '2026-11-20',
      earlier: '2024-10-04',
      later: null,
    });
    expect(page).toMatchObject({ page: 1, pages: 4, total: 31 });
  });

  test('ranks by votes, over all pages', async () => {
    const app = await openTestApp();
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => answered(app, `/today page:${page}`, 'digest')),
    );
    const papers = pages.flatMap(({ page }) => page.items);
    expect(papers.map(({ rank }) => rank)).toEqual(Array.from({ length: 31 }, (_, place) => place + 1));
    const votes = papers.map((paper) => (typeof paper.votes === 'number' ? paper.votes : -1));
    expect(votes).toEqual(votes.toSorted((a, b) => b - a));
  });

  test.each([
    ['2024-10-04', '2024-10-04'],
    ['2024-12-01', '2024-10-04'],
    ['2024년 9월 30일', '2024-09-27'],
    ['어제', '2024-12-06'],
  ])('of %s is the digest of %s', async (typed, date) => {
    const app = await openTestApp();
    expect((await answered(app, `/today date:${typed}`, 'digest')).date).toBe(date);
  });

  test('at its own moment is of today', async () => {
    const app = await openTestApp();
    const now = Temporal.Instant.from('2024-12-06T23:30:00Z');
    const { date, asked } = await answered(app, '/today', 'digest', now);
    expect(date).toBe(asked);
  });

  test('before the archive begins says when it begins', async () => {
    const app = await openTestApp();
    const { text } = await answered(app, '/today date:2020-01-01', 'notice');
    expect(text).toEqual({ key: 'errors.today.before', values: { date: '2020-01-01', first: '2024-06-06' } });
  });

  test('passes over a day without papers', async () => {
    const app = await openTestApp();
    await app.store.put({ date: '2024-12-07', listings: [] }, new Date());
    await app.refresh();
    expect((await answered(app, '/today', 'digest')).date).toBe('2024-12-06');
  });
});

describe('/top', () => {
  test('counts back from the newest digest when the archive ends before the period', async () => {
    const app = await openTestApp();
    const { from, to, shifted, page } = await answered(app, '/top month', 'top');
    expect({ from, to, shifted, total: page.total }).toEqual({
      from: '2024-11-07',
      to: '2024-12-06',
      shifted: true,
      total: 31,
    });
  });

  test('of all time holds every paper once', async () => {
    const app = await openTestApp();
    const { page, shifted } = await answered(app, '/top all', 'top');
    expect({ total: page.total, shifted }).toEqual({ total: 90, shifted: false });
  });

  test('of a period without papers between digests says so', async () => {
    const app = await openTestApp();
    await app.store.put({ date: '2026-12-01', listings: [listing('2612.00001', ['A'])] }, new Date());
    await app.refresh();
    expect((await answered(app, '/top week', 'notice')).text.key).toBe('errors.top.none');
  });
});

describe('/paper', () => {
  test.each([
    '2412.04467',
    '2412.04467v3',
    'arXiv:2412.04467',
    'https://arxiv.org/abs/2412.04467v1',
    'https://arxiv.org/pdf/2412.04467.pdf',
    'https://huggingface.co/papers/2412.04467',
    '<https://arxiv.org/abs/2412.04467>',
    'VisionZip: Longer is Better but Not Necessary in Vision Language Models',
    'longer is better but not necessary',
    'visionzip',
  ])('finds VisionZip by %s', async (typed) => {
    const app = await openTestApp();
    const { paper, allAuthors } = await answered(app, `/paper "${typed}"`, 'paper');
    expect(paper.id).toBe('2412.04467');
    expect(allAuthors).toBeNull();
  });

  test('gives a choice when several fit, each of which opens its paper', async () => {
    const app = await openTestApp();
    const { choices } = await answered(app, '/paper diffusion', 'choice');
    expect(choices.length).toBeGreaterThan(1);
    for (const { invocation, label } of choices) {
      const answer = await app.dispatch({ ...invocation, now: NOW });
      expect(answer).toMatchObject({ kind: 'paper', paper: { title: label } });
    }
  });

  test('lists all authors page by page', async () => {
    const app = await openTestApp();
    const names = Array.from({ length: 663 }, (_, place) => `Author ${place}`);
    await app.store.put({ date: '2024-12-09', listings: [listing('2412.09999', names)] }, new Date());
    await app.refresh();
    const pages = await Promise.all(
      [1, 2, 27, 99].map((page) => answered(app, `/paper 2412.09999 authors:${page}`, 'paper')),
    );
    expect(pages.map(({ allAuthors }) => allAuthors?.page)).toEqual([1, 2, 27, 27]);
    expect(pages[1]?.allAuthors).toMatchObject({ pages: 27, total: 663 });
  });

  test.each([
    ['2401.99999', 'errors.paper.unknownId'],
    ['zzzzqqqq xxxx', 'errors.paper.none'],
  ])('%s is not in the archive, and it says so', async (typed, key) => {
    const app = await openTestApp();
    expect((await answered(app, `/paper ${typed}`, 'notice')).text.key).toBe(key);
  });
});

describe('/author', () => {
  let app: OpenLibrary;
  beforeEach(async () => {
    app = await openTestApp();
    const names = ['José Lezama', 'Li Dong', 'Min-Joon Seo'];
    const others = ['Jose Lezama', 'Dong Li', 'Minjoon Seo', 'José Lezama'];
    await app.store.put({ date: '2024-12-10', listings: [listing('2412.10001', names)] }, new Date());
    await app.store.put({ date: '2024-12-11', listings: [listing('2412.10002', others)] }, new Date());
    await app.refresh();
  });

  test('counts the papers that list just this spelling and shows the others beside it', async () => {
    const card = await answered(app, '/author José Lezama', 'author');
    expect(card.page.total).toBe(2);
    expect(card.spellings).toEqual([{ name: 'Jose Lezama', papers: 1 }]);
    expect([card.first, card.last, card.votes]).toEqual(['2024-12-10', '2024-12-11', 2]);
    expect(card.page.items.map(({ date }) => date)).toEqual(['2024-12-11', '2024-12-10']);
  });

  test('gives a choice when a name is spelled in several ways and none is the one typed', async () => {
    const { choices } = await answered(app, '/author jose lezama', 'choice');
    expect(choices.map(({ label }) => label).toSorted()).toEqual(['Jose Lezama', 'José Lezama']);
  });

  test('suggests the other order of a name and never merges it', async () => {
    const { page, swapped } = await answered(app, '/author Li Dong', 'author');
    expect(page.total).toBe(1);
    expect(swapped).toEqual([{ name: 'Dong Li', papers: 1 }]);
  });

  test.each([
    ['song han', 'Song Han'],
    ['SONG-HAN', 'Song Han'],
  ])('finds %s', async (typed, name) => {
    expect((await answered(app, `/author ${typed}`, 'author')).name).toBe(name);
  });

  test('names the nearest when nobody is called so, each of which opens a card', async () => {
    const { text, choices = [] } = await answered(app, '/author Sogn Hann', 'notice');
    expect(text.key).toBe('errors.author.none');
    expect(choices.map(({ label }) => label)).toContain('Song Han');
    for (const { invocation } of choices) {
      expect((await app.dispatch({ ...invocation, now: NOW })).kind).toBe('author');
    }
  });

  test('has no claim for a name far from all', async () => {
    const { choices } = await answered(app, '/author Qqqqqqqq Xxxxxxxx', 'notice');
    expect(choices).toEqual([]);
  });
});

describe('the one door', () => {
  test('explains each mistake and never rejects', async () => {
    const app = await openTestApp();
    const keys = await Promise.all(
      [
        '/nope',
        '/author',
        '/top decade',
        '/top page:x',
        '/top page:0',
        '/today day:x',
        `/author ${'x'.repeat(301)}`,
      ].map(async (line) => (await answered(app, line, 'notice')).text.key),
    );
    expect(keys).toEqual([
      'errors.command.unknown',
      'errors.option.missing',
      'errors.option.choice',
      'errors.option.number',
      'errors.option.number',
      'errors.option.unknown',
      'errors.option.long',
    ]);
  });

  test('over an empty archive every command says that it is empty', async () => {
    const app = await openTestApp({ SEEDS_DIR: '/nowhere' });
    const answers = await Promise.all(
      ['/today', '/top', '/paper x', '/author x', '/help'].map((line) => ask(app, line)),
    );
    expect(answers.map(({ kind }) => kind)).toEqual(['notice', 'notice', 'notice', 'notice', 'help']);
  });
});
