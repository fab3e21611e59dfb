import { describe, expect, it } from 'vitest';
import { paragraphsOf } from '../../../src/archive/abstract.ts';
import { Archive } from '../../../src/archive/archive.ts';
import type { Digest, Listing } from '../../../src/archive/paper.ts';
import { createSearch } from '../../../src/search/index.ts';
import { judged } from '../../support/judged.ts';

const ABSTRACT = `Bees dance to tell others where nectar is. In this paper, we train a\ntransformer that reads the waggle
dance from video.\n  It finds the hive within 12 metres. Beekeepers in Jeju have used it for two summers without a fault.`;

function listing(paperId: string, title: string, abstract: string | null, summary: string): Listing {
  const details = {
    abstract,
    keywords: ['apiculture'],
    aiSummary: null,
    organization: null,
    code: null,
    project: null,
    hiddenAuthors: 0,
  };
  const sections = summary === '' ? [] : [{ heading: "What's New", text: summary }];
  const authors = { names: ['A'], cut: false };
  return { paperId, title, votes: 1, authors, media: null, sections, details };
}

function searchOver(...listings: readonly Listing[]) {
  const digest: Digest = { date: '2026-03-10', listings, fetched: { at: 0, final: true } };
  return createSearch(judged([digest]).papers());
}

const others = [
  listing('2603.00002', 'Faster Kernels', 'We write kernels that run faster on every machine.', ''),
  listing('2603.00003', 'Talking Robots', 'Robots that talk to people are asked for more often.', ''),
];
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

describe('a paper without a Korean summary', () => {
  const search = searchOver(listing('2603.00001', 'Waggle', ABSTRACT, ''), ...others);

  it('is found by its abstract and its keywords', () => {
    expect(ids(search.search('nectar of bees', {}, 5))).toEqual(['2603.00001']);
    expect(ids(search.search('apiculture', {}, 5))).toContain('2603.00001');
  });

  it('is found by a Korean query that means the same', () => {
    expect(ids(search.search('비디오 트랜스포머', {}, 5))[0]).toBe('2603.00001');
  });

  it('is quoted with whole sentences of its abstract, whatever lines they are broken into', () => {
    const [best] = search.passages('transformer for waggle dance video', ['2603.00001'], 3);
    expect(best?.text).toBe('In this paper, we train a transformer that reads the waggle dance from video.');
  });
});

describe('a paper with a Korean summary', () => {
  const summary =
    '꿀벌의 춤을 영상에서 읽는 transformer를 훈련해 벌집을 12 metres 안에서 찾습니다. waggle dance를 읽습니다.';
  const search = searchOver(listing('2603.00001', 'Waggle Dance of Bees', ABSTRACT, summary), ...others);

  it('is quoted in Korean to who asks in Korean, and in English too to who asks in English', () => {
    const korean = search.passages('꿀벌의 춤', ['2603.00001'], 9).map(({ text }) => text);
    expect(korean.length).toBeGreaterThan(0);
    expect(korean.filter((text) => !summary.includes(text))).toEqual([]);
    const english = search.passages('who has used it in Jeju?', ['2603.00001'], 9).map(({ text }) => text);
    expect(english[0]).toContain('Beekeepers in Jeju');
  });

  it('is found and quoted by its abstract alone where the summary is doubtful', () => {
    const wrong = '분자의 반응을 예측하는 그래프 신경망을 제안합니다. 화학 실험의 비용을 줄입니다.';
    const doubtful = searchOver(listing('2603.00001', 'Waggle', ABSTRACT, wrong), ...others);
    expect(ids(doubtful.search('화학 실험', {}, 5))).toEqual([]);
    const texts = doubtful.passages('화학 실험', ['2603.00001'], 9).map(({ text }) => text);
    expect(texts.filter((text) => wrong.includes(text))).toEqual([]);
  });
});

describe('an abstract', () => {
  it.each([
    ['one\ntwo  three\n four', 'one two three four'],
    ['one\n  two\n\nthree', 'one\ntwo\nthree'],
    ['', ''],
  ])('%j has the paragraphs %j', (abstract, paragraphs) => {
    expect(paragraphsOf(abstract)).toBe(paragraphs);
  });
});

describe('sentences that may be quoted', () => {
  const abstract =
    'We train a transformer on waggle dances of bees. Code for waggle dances is available at https://bees.example. ';
  const korean =
    '꿀벌(bees)의 춤(waggle dances)을 transformer로 train합니다. 코드는 깃허브에 공개되어 있어 누구나 꿀벌의 춤을 볼 수 있습니다.';
  const search = createSearch(
    Archive.of([
      {
        date: '2026-03-02',
        listings: [
          {
            paperId: '2603.00001',
            title: 'Bees',
            votes: 1,
            authors: { names: ['Ada Byron'], cut: false },
            media: null,
            sections: [{ heading: null, text: korean }],
            details: {
              abstract,
              keywords: [],
              aiSummary: null,
              organization: null,
              code: null,
              project: null,
              hiddenAuthors: 0,
            },
          },
        ],
      },
    ]).papers(),
  );
  const quoted = (language?: 'en' | 'ko') =>
    search.passages('waggle dance 꿀벌의 춤', ['2603.00001'], 9, language).map(({ text }) => text);

  it('never say where the code is', () => {
    expect([...quoted('en'), ...quoted('ko')].join(' ')).not.toMatch(/bees\.example|깃허브/);
  });

  it('are in the language of the reader, where there are some', () => {
    expect(quoted('en')).toEqual(['We train a transformer on waggle dances of bees.']);
    expect(quoted('ko')).toEqual(['꿀벌(bees)의 춤(waggle dances)을 transformer로 train합니다.']);
  });

  it('know which words of a question any paper has', () => {
    expect(search.known('waggle dance of bees')).toBe(1);
    expect(search.known('waggle zyzzyva')).toBe(0.5);
  });

  it('know how rare its words are', () => {
    expect(search.rarity('waggle zyzzyva')).toBeGreaterThan(search.rarity('waggle dance'));
    expect(search.rarity('zyzzyva')).toBeGreaterThan(search.rarity('waggle zyzzyva'));
  });
});
