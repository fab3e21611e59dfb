import { describe, expect, it } from 'vitest';
import { Archive } from '../../../src/archive/archive.ts';
import { isDescribed } from '../../../src/questions/described.ts';
import { read } from '../../../src/questions/read/read.ts';
import { understand } from '../../../src/questions/read/understand.ts';
import { createSearch } from '../../../src/search/index.ts';

const listing = (paperId: string, title: string) => ({
  paperId,
  title,
  votes: 1,
  authors: { names: ['Ada Byron'], cut: false },
  media: null,
  sections: [],
});
const archive = Archive.of([
  {
    date: '2026-03-10',
    listings: [
      listing('2603.00001', 'Frames Between Two Images'),
      listing('2603.00002', 'MAPS: Preserving Vision-Language Representations'),
      listing('2603.00003', 'Driving Footage From Occupancy'),
    ],
    fetched: { at: 0, final: true },
  },
]);
const library = {
  archive,
  search: createSearch(archive.papers()),
  today: '2026-03-10',
  locale: 'en' as const,
};
const calendar = { today: '2026-03-10', first: '2026-03-10', last: '2026-03-10' };
const described = (question: string) => {
  const meaning = understand(question, library, calendar);
  return isDescribed(meaning, read(meaning), -1);
};

describe('a subject in many words', () => {
  it.each([
    'how should I cut long documents before indexing them for retrieval?',
    'how can I make a video with my own hero, object and backdrop pictures?',
    '처음과 끝 프레임 사이를 채워 주는 영상 생성',
    '사용자 요청이 모호하거나 최신 지식이 필요할 때 그림을 어떻게 생성하나요?',
    'one-second feed-forward animated splats from an ordinary clip of an object',
    'real messenger conversations collected over three weeks to evaluate long memory',
    '사람들이 21일 동안 나눈 실제 메신저 대화 데이터셋',
    'which paper speeds up autoregressive image generation by exploiting spatial locality?',
    'drop redundant visual tokens without training',
    '원본 구도는 안 망가뜨리면서 화풍만 바꾸는 연구',
  ])('outweighs a cue among them: %s', (question) => {
    expect(described(question)).toBe(true);
  });

  it.each([
    'latest papers on training agents to use phone apps through the screen',
    'most voted papers about video diffusion models with camera control',
    '카메라 조절이 되는 영상 확산 모델 최신 논문',
    '카메라 조절이 되는 영상 확산 모델 논문 중에 추천 많은 거',
    'who wrote the first paper?',
    'what do you think of it?',
    '3 papers about video diffusion with camera control',
    'robot hand manipulation papers of the last three weeks',
  ])('has an order for papers beside them: %s', (question) => {
    expect(described(question)).toBe(false);
  });

  it('outweighs the name of a paper that is a word of it, but not one that another paper fits less', () => {
    expect(described('fake driving footage made from occupancy maps')).toBe(true);
    expect(described('how does MAPS keep vision language representations of robots?')).toBe(false);
  });
});
