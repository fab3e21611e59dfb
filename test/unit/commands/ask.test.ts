import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import { readConfig } from '../../../src/config.ts';
import { type App, openApp } from '../../../src/library.ts';
import { render } from '../../../src/messages/render.ts';
import { ask, NOW, SEEDS } from '../../support/app.ts';
import { shown } from '../messages/samples.ts';
import { expectValid } from '../messages/valid.ts';

let app: App;
beforeAll(async () => {
  app = await openApp(readConfig({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS }), ({ error }) => {
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
    ['which got more votes, Aguvis or VisionZip?', 'has more votes: ▲ 53, against ▲ 27'],
    ['how many votes has Open-RAG?', 'is unknown'],
    ['Did Song Han write NVILA?', '**Yes.** Song Han'],
    ['Did Song Han write VisionZip?', '**No.** Song Han'],
    ['papers by Song Han and Yao Lu', 'NVILA'],
    ['which day had the most papers?', '**6 Dec 2024** · 31 papers'],
    ['how many days are in the archive', '**5 days**'],
  ])('%s', async (question, text) => {
    expect((await said(question)).replaceAll('\\-', '-')).toContain(text.replaceAll('\\-', '-'));
  });

  test('the most-voted papers of a month, and says how it understood the question', async () => {
    const { page, understood } = await answered('12월에 표를 가장 많이 받은 논문 3편', 'facts');
    expect(page?.items.map(({ paper, votes }) => [paper.id, votes])).toEqual([
      ['2412.04467', 53],
      ['2412.04455', 31],
      ['2412.04454', 27],
    ]);
    expect(understood).toEqual({
      names: [],
      mistyped: [],
      from: '2024-12-01',
      to: '2024-12-31',
      minVotes: null,
      maxVotes: null,
      papers: 31,
      held: { first: '2024-06-06', last: '2024-12-06' },
    });
  });

  test('all papers that share the place, where one is wanted', async () => {
    const { page } = await answered('which paper has the fewest votes in June 2024', 'facts');
    expect(page?.items.map(({ votes }) => votes)).toEqual([4, 4]);
  });

  test('the ways to ask otherwise as questions that it understands', async () => {
    const { changes } = await answered('12월에 표를 가장 많이 받은 논문 3편', 'facts');
    for (const { invocation } of changes) {
      const answer = await app.dispatch({ ...invocation, now: NOW });
      expect(answer.kind).toBe('facts');
    }
    expect(changes.length).toBe(3);
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
    ['papers by Yann LeCun in 2024', 'author'],
    ["which of Newton's papers got the most votes?", 'author'],
    ['뉴턴이 쓴 논문', 'author'],
    ['who wrote Hamlet', 'paper'],
    ['how many votes does GPT-7 have', 'paper'],
    ['when was 2301.00001 listed', 'paper'],
    ['which got more votes, VisionZip or Hamlet?', 'paper'],
    ['top 5 papers of last week', 'period'],
    ['how many papers in 2023', 'period'],
    ['papers of 2024-12-25', 'period'],
    ['papers by Song Han and Jiaya Jia', 'together'],
  ] as const)('%s: no such %s', async (question, reason) => {
    expect((await answered(question, 'refusal')).reason).toBe(reason);
    expect(await said(question)).toContain('The archive covers 6 Jun – 6 Dec 2024');
  });

  test('leaves it to the person who is meant by a part of a name', async () => {
    const { choices } = await answered('how many papers has Han written', 'choice');
    expect(choices.map(({ label }) => label)).toContain('Song Han');
    const song = choices.find(({ label }) => label === 'Song Han');
    expect(song?.invocation.options).toEqual({ question: 'how many papers has Song Han written' });
  });

  test('says that a date does not exist', async () => {
    expect(await said('papers on February 30')).toContain("I can't read “February 30” as a date");
  });
});

describe('/ask is limited', () => {
  const place = {
    guildId: '100000000000000001',
    locale: 'en',
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
