import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import { Archive } from '../../../src/archive/archive.ts';
import type { Listing } from '../../../src/archive/paper.ts';
import { render } from '../../../src/messages/render.ts';
import { quotePaper } from '../../../src/questions/about-paper.ts';
import type { Library } from '../../../src/questions/library.ts';
import { quotesFor } from '../../../src/questions/quotes.ts';
import { createSearch } from '../../../src/search/index.ts';

const ENGLISH =
  'Bees dance to tell others where nectar is. We train a transformer that reads the waggle dance.';
const KOREAN = '꿀벌은 춤으로 꿀의 위치를 알립니다. 꿀벌의 춤을 읽는 트랜스포머를 훈련합니다.';

function listing(paperId: string, abstract: string | null, summary: string): Listing {
  const details = {
    abstract,
    keywords: [],
    aiSummary: null,
    organization: null,
    code: null,
    project: null,
    hiddenAuthors: 0,
  };
  const sections = summary === '' ? [] : [{ heading: null, text: summary }];
  const authors = { names: ['A'], cut: false };
  return { paperId, title: 'Waggle Dance of Bees', votes: 1, authors, media: null, sections, details };
}

function libraryOf(...listings: readonly Listing[]): Library {
  const archive = Archive.of([{ date: '2026-03-10', listings, fetched: { at: 0, final: true } }]);
  return { archive, search: createSearch(archive.papers()), today: '2026-03-10', locale: 'ko' };
}

function sentences(answer: Answer): string {
  return answer.kind === 'passages' ? answer.passages.flatMap((one) => one.sentences).join(' ') : answer.kind;
}

const labels = (answer: Answer) => JSON.stringify(render(answer, 'ko').messages);

describe('quotes of papers with texts in both languages', () => {
  const library = libraryOf(listing('2603.00001', ENGLISH, KOREAN));

  it('are in the language of the reader first, with a button for the other', () => {
    const answer = quotesFor('waggle dance of bees', library);
    expect(sentences(answer)).toContain('꿀벌');
    const invocation = {
      command: 'quotes',
      options: { query: 'waggle dance of bees', language: 'en' },
      here: true,
    };
    expect(answer).toMatchObject({ inOther: { language: 'en', invocation } });
    expect(labels(answer)).toContain('영어 원문으로 보기');
  });

  it('are in the other language once it is asked for, with a button that leads back', () => {
    const answer = quotesFor('waggle dance of bees', library, 'en');
    expect(sentences(answer)).toContain('waggle dance');
    expect(sentences(answer)).not.toMatch(/[가-힣]/);
    expect(answer).toMatchObject({ inOther: { language: 'ko' } });
    expect(labels(answer)).toContain('한국어로 보기');
  });

  it('keep to one paper where one was asked about', async () => {
    const answer = await quotePaper('how do bees dance?', '2603.00001', library, 'en');
    expect(sentences(answer)).not.toMatch(/[가-힣]/);
    expect(answer).toMatchObject({
      inOther: { invocation: { options: { paper: '2603.00001', language: 'ko' } } },
    });
  });
});

describe('quotes of a paper with one text', () => {
  it('have no button for the language that it lacks', () => {
    const answer = quotesFor('waggle dance of bees', libraryOf(listing('2603.00001', ENGLISH, '')));
    expect(sentences(answer)).toContain('waggle dance');
    expect(answer).not.toHaveProperty('inOther');
  });
});
