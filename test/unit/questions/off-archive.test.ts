import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { type OpenLibrary, openLibrary } from '../../../src/library.ts';
import { NOW, SEEDS } from '../../support/app.ts';

let app: OpenLibrary;
beforeAll(async () => {
  app = await openLibrary(readConfig({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS }), ({ error }) => {
    throw error;
  });
  await app.search.ready;
  return () => app.close();
});

const ask = (question: string) => app.dispatch({ command: 'ask', options: { question }, now: NOW });

describe('a question that no archive of papers can answer gets one friendly line', () => {
  test.each([
    ['thx a ton, my advisor finally smiled today because of you', 'chat.thanks'],
    ['nice one robot, best five seconds of my day', 'chat.thanks'],
    ['download numbers for the VisionZip weights last week pls', 'chat.unheld'],
    ['who do you reckon takes best paper at NeurIPS 2027', 'chat.off-topic'],
    ['방금 내가 쓴 메시지 지워줘 실수로 보냄;;', 'chat.off-topic'],
    ['내 주식 오늘 또 떡락했네 ㅠㅠ', 'chat.off-topic'],
    ['저녁 뭐 먹지 추천 좀', 'chat.off-topic'],
  ])('%s', async (question, key) => {
    expect(await ask(question)).toMatchObject({ kind: 'notice', text: { key } });
  });
});

describe('a subject in words of small talk is looked for', () => {
  test.each([
    'cheapest way to train LLMs, low budget pretraining work',
    'running a large model on a dying old laptop, who tried',
    '에러 로그 보고 디버깅하는 에이전트',
    '요리 영상 보고 단계 따라가는 법 배우는 모델',
  ])('%s', async (question) => {
    expect((await ask(question)).kind).not.toBe('notice');
  });
});

describe('what the archive knows is answered whatever the tone', () => {
  test.each([
    ['yo who even wrote VisionZip lol', 'facts'],
    ['VisionZip 이거 누가 쓴거임 ㅋㅋ', 'facts'],
    ['gimme the top papers of October 2024, thanks a ton', 'found'],
  ])('%s', async (question, kind) => {
    expect((await ask(question)).kind).toBe(kind);
  });
});
