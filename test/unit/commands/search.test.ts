import { describe, expect, test } from 'vitest';
import type { AnswerOf } from '../../../src/answers/answer.ts';
import { Limits } from '../../../src/bot/limits.ts';
import { render } from '../../../src/messages/render.ts';
import { ask, NOW, openTestApp } from '../../support/app.ts';
import { shown } from '../messages/samples.ts';

async function found(line: string): Promise<AnswerOf<'found'>> {
  const answer = await ask(await openTestApp(), line);
  if (answer.kind !== 'found') throw new Error(`${line} gave ${JSON.stringify(answer).slice(0, 300)}`);
  return answer;
}

const titles = (answer: AnswerOf<'found'>) => answer.page.items.map(({ ranked }) => ranked.paper.title);

describe('/search', () => {
  test('finds a paper by what it is about, asked in either language', async () => {
    expect(titles(await found('/search virtual try-on of several clothes'))[0]).toMatch(/^AnyDressing/);
    expect(titles(await found('/search 옷 여러 벌을 입혀 보는 이미지 생성'))[0]).toMatch(/^AnyDressing/);
  });

  test('says which words matched and quotes a sentence that says why', async () => {
    const app = await openTestApp();
    const search = { command: 'search', options: { query: '축구 비디오' }, now: NOW };
    const answer = await app.dispatch({ ...search, locale: 'ko' });
    expect(answer).toMatchObject({ words: expect.arrayContaining(['축구']) });
    if (answer.kind !== 'found') throw new Error(answer.kind);
    expect(answer.page.items[0]?.quote).toMatch(/축구/);
  });

  test('quotes nothing in the other language', async () => {
    const { page } = await found('/search 축구 비디오');
    expect(page.items.map(({ quote }) => quote)).toEqual(page.items.map(() => null));
  });

  test('can be answered to the asker alone, which is no part of the question', async () => {
    const answer = await found('/search query:video private:true');
    expect(answer.again.options).toEqual({ query: 'video' });
    const wrong = await ask(await openTestApp(), '/search query:video private:perhaps');
    expect(wrong).toMatchObject({ kind: 'notice', text: { key: 'errors.option.flag' } });
    const setUp = await ask(await openTestApp(), '/help private:true');
    expect(setUp).toMatchObject({ kind: 'notice', text: { key: 'errors.option.none' } });
  });

  test('keeps to a period, typed in any order, and to a number of votes', async () => {
    const { page, wanted } = await found('/search diffusion from:2024-10-31 to:2024-09-01 min_votes:20');
    expect(wanted.filter).toMatchObject({ from: '2024-09-01', to: '2024-10-31', minVotes: 20 });
    for (const { ranked } of page.items) {
      expect(ranked.date >= '2024-09-01' && ranked.date <= '2024-10-31').toBe(true);
      expect(Number(ranked.votes)).toBeGreaterThanOrEqual(20);
    }
  });

  test('keeps to an author, in another spelling too', async () => {
    const { wanted, page } = await found('/search language model author:song han');
    expect(wanted.filter.authors).toEqual(['Song Han']);
    for (const { ranked } of page.items) expect(ranked.paper.authors.names).toContain('Song Han');
  });

  test.each(['votes', 'date'] as const)('sorts by %s', async (sort) => {
    const { page } = await found(`/search video sort:${sort}`);
    const keys = page.items.map(({ ranked }) =>
      sort === 'date' ? ranked.date : String(Number(ranked.votes) || 0).padStart(6, '0'),
    );
    expect(keys).toEqual(keys.toSorted().toReversed());
  });

  test('says that there may be more than it finds at most', async () => {
    const answer = await found('/search model');
    const said = (total: number, isLimited: boolean) =>
      shown(render({ ...answer, total, isLimited, page: { ...answer.page, total } }, 'en'));
    expect(said(49, false)).toContain('49 matches');
    expect(said(50, true)).toContain('Top 50 matches');
  });

  test('turns pages, each paper on one of them', async () => {
    const first = await found('/search language model');
    const second = await found('/search query:language model page:2');
    expect(first.page.pages).toBeGreaterThan(1);
    expect(titles(second).filter((title) => titles(first).includes(title))).toEqual([]);
    expect(second.page.items[0]?.ranked.rank).toBe(6);
  });

  test.each([
    ['/search zzzzqqqq', 'errors.search.none'],
    ['/search x from:someday', 'errors.date.unreadable'],
    ['/search x author:Zzyzx Qwqwqw', 'errors.author.none'],
  ])('%s says what to do', async (line, key) => {
    const answer = await ask(await openTestApp(), line);
    expect(answer).toMatchObject({ kind: 'notice', tone: 'error', text: { key } });
  });

  test('offers titles while they are typed', async () => {
    const app = await openTestApp();
    const { commands, archive } = app;
    const context = {
      ...app,
      now: NOW,
      today: '2026-11-20',
      commands: [],
      place: null,
      asker: null,
      limits: new Limits(),
      run: async () => ({ kind: 'help' as const, totals: archive.totals(), commands: [] }),
    };
    const offered = (await commands.get('search')?.suggest('query', 'visionz', context, {})) ?? [];
    expect(offered[0]?.label).toMatch(/^VisionZip/);
  });
});

describe('papers like another', () => {
  test('are a page of the paper', async () => {
    const answer = await found('/paper paper:2412.01820 similar:1');
    expect(answer.like?.id).toBe('2412.01820');
    expect(titles(answer)).toContain(
      'Enhancing Structured-Data Retrieval with GraphRAG: Soccer Data Case Study',
    );
    expect(answer.page.items.map(({ ranked }) => ranked.paper.id)).not.toContain('2412.01820');
  });
});
