import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import { readConfig } from '../../../src/config.ts';
import { type OpenLibrary, openLibrary } from '../../../src/library.ts';
import { render } from '../../../src/messages/render.ts';
import { ask, NOW, SEEDS } from '../../support/app.ts';
import { shown } from '../messages/samples.ts';
import { expectValid } from '../messages/valid.ts';

let app: OpenLibrary;
beforeAll(async () => {
  app = await openLibrary(readConfig({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS }), ({ error }) => {
    throw error;
  });
  return () => app.close();
});

/** What is read in English, on one line. */
async function said(question: string): Promise<string> {
  const answer = await ask(app, `/ask ${question}`);
  for (const locale of ['en', 'ko'] as const) expectValid(render(answer, locale));
  return shown(render(answer, 'en')).replace(/\s+/g, ' ');
}

async function answered<K extends Answer['kind']>(
  question: string,
  kind: K,
): Promise<Extract<Answer, { kind: K }>> {
  const answer = await ask(app, `/ask ${question}`);
  if (!isOf(answer, kind)) throw new Error(`${question} gave ${JSON.stringify(answer).slice(0, 300)}`);
  return answer;
}

function isOf<K extends Answer['kind']>(answer: Answer, kind: K): answer is Extract<Answer, { kind: K }> {
  return answer.kind === kind;
}

describe('/ask computes', () => {
  test.each([
    ['how many papers in 2024', '**90 papers**'],
    ['how many papers were listed in the digests of 2024?', '**90 papers**'],
    ['2024년 10월에 논문이 몇 편 올라왔어?', '**27 papers**'],
    ['how many votes has VisionZip?', '**53 votes**'],
    ['who wrote Monet?', '4 authors: Jaewoo Kang, Kee\\-Eung Kim, Young Jin Ahn, Jungwoo Park'],
    ['Loopy는 언제 올라왔어?', 'was on Daily Papers on 5 Sep 2024'],
    ['which got more votes, Aguvis or VisionZip?', 'has more: ▲ 53 votes, against ▲ 27'],
    ['how many votes has Open-RAG?', 'is unknown'],
    ['Did Song Han write NVILA?', '**Yes.** Song Han'],
    ['Did Song Han write VisionZip?', '**No.** Song Han'],
    ['papers by Song Han and Yao Lu', 'NVILA'],
    ['which day had the most papers?', '6 Dec 2024 · 31 papers'],
    ['how many days are in the archive', '**5 days**'],
  ])('%s', async (question, text) => {
    expect((await said(question)).replaceAll('\\-', '-')).toContain(text.replaceAll('\\-', '-'));
  });

  test('the most-voted papers of a month, and says how it understood the question', async () => {
    const { page, sort, wanted } = await answered('12월에 표를 가장 많이 받은 논문 3편', 'found');
    expect(page.items.map(({ ranked }) => [ranked.paper.id, ranked.votes])).toEqual([
      ['2412.04467', 53],
      ['2412.04455', 31],
      ['2412.04454', 27],
    ]);
    expect(sort).toBe('votes');
    expect(wanted.filter).toMatchObject({ from: '2024-12-01', to: '2024-12-31' });
    expect(await said('12월에 표를 가장 많이 받은 논문 3편')).toContain(
      'Papers · Dec 2024 · most votes first',
    );
  });

  test.each([
    ['what has Song Han published', 'author'],
    ['송한 논문', 'author'],
    ['Song Han', 'author'],
    ['VisionZip', 'paper'],
    ['2412.04467', 'paper'],
    ['latest papers', 'digest'],
    ['2024-10-04 논문', 'digest'],
  ] as const)('%s is a card: %s', async (question, kind) => {
    await answered(question, kind);
  });
});

describe('/ask never guesses', () => {
  test.each([
    ['who wrote Hamlet', 'paper'],
    ['how many votes does GPT-7 have', 'paper'],
    ['when was 2301.00001 listed', 'paper'],
    ['which got more votes, VisionZip or Hamlet?', 'paper'],
    ['top 5 papers of last week', 'period'],
    ['how many papers in 2023', 'period'],
    ['papers of 2024-12-25', 'period'],
  ] as const)('%s: no such %s', async (question, reason) => {
    expect((await answered(question, 'refusal')).reason).toBe(reason);
    expect(await said(question)).toContain('The archive covers 6 Jun – 6 Dec 2024');
  });

  test.each([
    'papers by Yann LeCun in 2024',
    "which of Newton's papers got the most votes?",
    '뉴턴이 쓴 논문',
  ])('%s: no such author', async (question) => {
    expect(await said(question)).toMatch(/No paper lists|lists an author/);
  });

  test('says that no paper is by both of two', async () => {
    expect(await said('papers by Song Han and Jiaya Jia')).toContain('No paper matches all of this');
  });

  test('leaves it to the person who is meant by a part of a name', async () => {
    const { choices } = await answered('how many papers has Han written', 'choice');
    expect(choices.map(({ label }) => label)).toContain('Song Han');
    const song = choices.find(({ label }) => label === 'Song Han');
    expect(song?.invocation.options).toEqual({ author: 'Song Han', show: 'count' });
  });

  test('says that a date does not exist', async () => {
    expect(await said('papers on February 30')).toContain('February 30” as a date');
  });
});

describe('/ask finds a paper that somebody remembers', () => {
  test('among those that are nearest, though no text answers', async () => {
    const question = 'what was that paper called where robots play table tennis in long videos';
    const { page, wanted } = await answered(question, 'found');
    expect(wanted.query).toBe('robots play table tennis in long videos');
    expect(page.items.length).toBeGreaterThan(0);
  });

  test('without a list where no paper is asked for', async () => {
    expect((await answered('영화 작품상을 받은 감독 이름은', 'refusal')).reason).toBe('answer');
  });
});

describe('/ask is limited', () => {
  const place = {
    guildId: '100000000000000001',
    locale: 'en',
    channelId: null,
    zone: 'UTC',
    channels: new Map(),
    roles: new Map(),
    mayManage: false,
  } as const;
  const asking = (userId: string, seconds: number) =>
    app.dispatch({
      command: 'ask',
      options: { question: 'latest papers' },
      now: NOW.add({ seconds }),
      place: { ...place, userId },
    });

  test('to a few questions in a row for each person, with the time to wait', async () => {
    for (let turn = 0; turn < 5; turn++) expect((await asking('200000000000000001', 0)).kind).toBe('digest');
    expect(await asking('200000000000000001', 0)).toEqual({
      kind: 'notice',
      tone: 'error',
      text: { key: 'errors.ask.often', values: { count: 6 } },
    });
    expect((await asking('200000000000000002', 0)).kind).toBe('digest');
    expect((await asking('200000000000000001', 6)).kind).toBe('digest');
  });
});
