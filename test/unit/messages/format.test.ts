import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ranked } from '../../../src/archive/archive.ts';
import type { AsOf, Votes } from '../../../src/archive/paper.ts';
import { counted, day, range } from '../../../src/messages/parts/text/dates.ts';
import { authorsText, votesAsOf, votesSum, votesText } from '../../../src/messages/parts/text/format.ts';
import { arxivPage, huggingFacePage, pdf, teaser } from '../../../src/messages/parts/text/links.ts';
import { anyPaper } from './arbitraries.ts';

describe('days', () => {
  it('are written in the way of each language', () => {
    expect(day('2024-12-06', 'en')).toBe('6 Dec 2024');
    expect(day('2024-12-06', 'ko')).toBe('2024년 12월 6일');
    expect(day('2024-09-01', 'en')).toBe('1 Sep 2024');
    expect(day('someday', 'en')).toBe('someday');
  });

  it('make ranges that name a common year once', () => {
    expect(range('2024-11-30', '2024-12-06', 'en')).toBe('30 Nov – 6 Dec 2024');
    expect(range('2024-11-30', '2024-12-06', 'ko')).toBe('2024년 11월 30일 ~ 12월 6일');
    expect(range('2023-11-20', '2025-05-09', 'en')).toBe('20 Nov 2023 – 9 May 2025');
    expect(range('2023-11-20', '2025-05-09', 'ko')).toBe('2023년 11월 20일 ~ 2025년 5월 9일');
    expect(range('2024-12-06', '2024-12-06', 'en')).toBe('6 Dec 2024');
  });

  it('have their votes counted at 23:00 UTC', () => {
    expect(counted('2024-12-06', 'en')).toBe('<t:1733526000:f>');
    expect(counted('<@1>', 'en')).toBe('\\<\\@1>');
  });

  it('show no hour if it is unknown', () => {
    expect(counted({ day: '2024-12-06' }, 'en')).toBe('6 Dec 2024');
    expect(counted({ day: '2024-12-06' }, 'ko')).toBe('2024년 12월 6일');
    const some = (votesAsOf: AsOf) => ({ votes: 3, votesAsOf, date: '2024-12-06' });
    expect(votesAsOf([some({ day: '2024-12-06' })], 'en')).toBe('Votes as of 6 Dec 2024');
    expect(votesAsOf([some({ day: '2024-12-06' }), some({ day: '2024-12-07' })], 'ko')).toBe(
      '추천 수: 2024년 12월 6일 ~ 12월 7일 기준',
    );
    const night = Date.parse('2024-12-07T23:40:00Z');
    expect(votesAsOf([some({ day: '2024-12-06' }), some(night)], 'en')).toBe(
      'Votes as of 6 Dec 2024 – 7 Dec 2024, 23:40 UTC',
    );
  });

  it('are not shown for votes that no longer grow', () => {
    const of = (votesAsOf: AsOf, votes: Votes = 3) => [{ votes, votesAsOf, date: '2024-12-06' }];
    expect(votesAsOf(of('2024-12-06'), 'en')).toBeNull();
    expect(votesAsOf(of(Date.parse('2024-12-20T23:00:00Z')), 'en')).toBeNull();
    expect(votesAsOf(of(Date.parse('2024-12-19T22:00:00Z')), 'en')).toBe(
      'Votes as of 19 Dec 2024, 22:00 UTC',
    );
    expect(votesAsOf(of(Date.parse('2024-12-06T22:00:00Z'), 'dash'), 'en')).toBeNull();
  });
});

describe('votes', () => {
  it('are never 0 if they are unknown', () => {
    expect(votesText(0, 'en')).toBe('▲ 0');
    expect(votesText(1234, 'ko')).toBe('▲ 1,234');
    expect(votesText('dash', 'en')).toBe('votes unknown');
    expect(votesText('missing', 'ko')).toBe('추천 수 정보 없음');
  });

  it('have a sum, which is unknown if all are', () => {
    expect(votesSum(1, [], 'en')).toBe('▲ 1 vote');
    expect(votesSum(1234, [], 'en')).toBe('▲ 1,234 votes');
    expect(votesSum(371, [], 'ko')).toBe('▲ 추천 371');
    const unknown: Ranked[] = fc
      .sample(anyPaper, 1)
      .map((paper) => ({ rank: 1, paper, votes: 'dash', votesAsOf: '2024-12-06', date: '2024-12-06' }));
    expect(votesSum(0, unknown, 'en')).toBe('votes unknown');
    expect(votesSum(5, unknown, 'en')).toBe('▲ 5 votes');
  });
});

describe('authors', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `A${index + 1}`);

  it.each([
    [0, false, 'authors unknown', '저자 미상'],
    [3, false, 'A1, A2, A3', 'A1, A2, A3'],
    [3, true, 'A1, A2, A3 and others', 'A1, A2, A3 외'],
    [4, false, 'A1, A2, A3, A4', 'A1, A2, A3, A4'],
    [8, false, 'A1, A2, A3 and 5 more', 'A1, A2, A3 외 5명'],
    [663, true, 'A1, A2, A3 and at least 660 more', 'A1, A2, A3 외 660명 이상'],
  ])('%i names, cut %s', (count, cut, en, ko) => {
    expect(authorsText({ names: names(count), cut }, 'en')).toBe(en);
    expect(authorsText({ names: names(count), cut }, 'ko')).toBe(ko);
  });
});

describe('links', () => {
  it('are made only from ids', () => {
    expect(arxivPage('2412.04467')).toBe('https://arxiv.org/abs/2412.04467');
    expect(pdf('2412.04467')).toBe('https://arxiv.org/pdf/2412.04467');
    expect(huggingFacePage('2412.04467')).toBe('https://huggingface.co/papers/2412.04467');
  });

  it('lead only to arXiv for ids from before 2007', () => {
    expect(arxivPage('cs/0112017')).toBe('https://arxiv.org/abs/cs/0112017');
    expect(arxivPage('math.GT/0309136')).toBe('https://arxiv.org/abs/math.GT/0309136');
    expect(huggingFacePage('cs/0112017')).toBeNull();
  });

  it.each(['', '../evil', '2412.04467)](https://evil.example', '2412.04467\n', '2412.044677'])(
    'not of %j',
    (id) => {
      expect([arxivPage(id), pdf(id), huggingFacePage(id)]).toEqual([null, null, null]);
    },
  );

  const UPLOAD = 'https://cdn-uploads.huggingface.co/production/uploads/60f1/aB-c_1.png';

  it('lead to the picture submitted with a paper', () => {
    expect(teaser({ kind: 'image', url: UPLOAD })).toBe(UPLOAD);
    expect(teaser({ kind: 'image', url: `${UPLOAD}?x=1#y` })).toBe(UPLOAD);
  });

  it.each([
    ['image', 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2412.04467.png'],
    ['image', UPLOAD.replace('.png', '.svg')],
    ['image', UPLOAD.replace('https:', 'http:')],
    ['image', UPLOAD.replace('.co/', '.co.evil.example/')],
    ['image', UPLOAD.replace('.co/', '.co:8443/')],
    ['image', 'javascript:alert(1)'],
    ['video', UPLOAD.replace('.png', '.mp4')],
  ] as const)('do not lead to any other %s, as %s', (kind, url) => {
    expect(teaser({ kind, url })).toBeNull();
  });
});
