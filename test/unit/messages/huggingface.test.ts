import { describe, expect, it } from 'vitest';
import type { DailyPost, Fact, PaperField } from '../../../src/answers/answer.ts';
import type { Details, Paper } from '../../../src/archive/paper.ts';
import type { Language } from '../../../src/language.ts';
import { projectPage, repository } from '../../../src/messages/parts/text/links.ts';
import { render } from '../../../src/messages/render.ts';
import { pageOf, paperOf, rankedOf, shown } from './samples.ts';
import { expectValid } from './valid.ts';

const READ = Date.parse('2026-03-10T23:40:12.345Z');

const DETAILS: Details = {
  abstract:
    'Tokens are many. In this work, we\npropose VisionZip, which keeps *few* of them at $x^2$\ncost.\n  It is fast.',
  keywords: ['visual tokens', '*zip*'],
  aiSummary: 'VisionZip keeps few visual tokens. It is fast.',
  organization: 'The [Lab](https://evil.example)',
  code: 'https://github.com/dvlab-research/VisionZip',
  project: 'https://vision.example/zip/',
  hiddenAuthors: 0,
};

const fromBoth = (parts: Partial<Paper> = {}): Paper =>
  paperOf({
    details: DETAILS,
    origins: ['markdown', 'huggingface'],
    authors: { names: ['Senqiao Yang', 'Yukang Chen'], cut: false, ordered: true },
    votesAsOf: READ,
    ...parts,
  });
const alone = (parts: Partial<Paper> = {}): Paper =>
  fromBoth({ origins: ['huggingface'], sections: [], ...parts });
const card = (paper: Paper, locale: Language = 'en') =>
  shown(render({ kind: 'paper', paper, allAuthors: null }, locale));

const behind = (paper: Paper, show: 'abstract' | 'summary', locale: Language = 'en') =>
  shown(render({ kind: 'paper', paper, allAuthors: null, show }, locale));

describe('the card of a paper from Hugging Face', () => {
  it('has its organization, first author and code, and the time of votes that may still grow', () => {
    const paper = alone({
      details: { ...DETAILS, stars: 1234 },
      votesAsOf: Date.parse('2024-12-07T23:40:12Z'),
    });
    expect(card(paper)).toBe(
      [
        'VisionZip: Longer is Better but Not Necessary',
        '▲ 53 · The \\[Lab\\]\\(https\\://evil.exam… · Senqiao Yang +1 · 6 Dec 2024',
        '',
        'VisionZip keeps few visual tokens. It is fast.',
        'arXiv 2412.04467 · Votes as of 7 Dec 2024, 23:40 UTC · AI summary: Hugging Face',
        '[arXiv] https://arxiv.org/abs/2412.04467  [PDF] https://arxiv.org/pdf/2412.04467  ' +
          '[Hugging Face] https://huggingface.co/papers/2412.04467  ' +
          '[Code ★ 1,234] https://github.com/dvlab-research/VisionZip  [Project · vision.example] https://vision.example/zip/',
        '[Abstract] paper paper=2412.04467 show=abstract  [Save] save paper=2412.04467  [Ask] ask paper=2412.04467 question=?',
        '<More…> paper paper=2412.04467 show=*: 2 authors () | Similar papers () | Cite: BibTeX, RIS, Markdown () | Follow… ()',
      ].join('\n'),
    );
  });

  it('has Korean text for readers of Korean, or says that there is none yet', () => {
    expect(card(fromBoth(), 'ko')).toContain('VisionZip은 시각적 토큰의 중복을 줄입니다.');
    expect(card(alone(), 'ko')).toContain('이 논문은 아직 한국어 요약이 없어요.');
    expect(card(alone(), 'ko')).toContain('[초록 (영문)] paper paper=2412.04467 show=abstract');
    expect(card(alone(), 'ko')).not.toMatch(/keeps|Tokens/);
  });

  it('quotes the abstract if there is nothing shorter, and says so if a summary is doubtful', () => {
    expect(card(alone({ details: { ...DETAILS, aiSummary: null } }))).toContain(
      'In this work, we propose VisionZip, which keeps \\*few\\* of them at $x^2$ cost. It is fast.',
    );
    const text = card(fromBoth({ doubtful: true }));
    expect(text).toContain(
      '⚠️ **The archived summary seems to belong to another paper**, so it is not shown here.',
    );
    expect(text).toContain('In this work, we propose VisionZip');
    expect(text).not.toMatch(/시각적|l-yohai|AI summary/);
  });

  it('says that there is no summary if there is no text at all', () => {
    const text = card(alone({ details: { ...DETAILS, abstract: null, aiSummary: null, keywords: [] } }));
    expect(text).toContain('No English summary of this paper yet.');
    expect(text).not.toMatch(/show=[a-z]/);
  });

  it('names no first author if names are hidden or unordered', () => {
    const hidden = fromBoth({ details: { ...DETAILS, hiddenAuthors: 2 } });
    expect(card(hidden)).toContain(' · 4 authors · ');
    const all = fromBoth({
      details: { ...DETAILS, hiddenAuthors: 2 },
      authors: { names: [], cut: false, ordered: true },
    });
    expect(card(all)).toContain(' · 2 authors · ');
    expect(card(paperOf())).toContain('▲ 53 · 5 authors');
    expect(card(fromBoth({ authors: { names: ['A', 'B'], cut: true, ordered: true } }))).toContain('A +1+ ·');
    const page = render({ kind: 'paper', paper: hidden, allAuthors: pageOf(hidden.authors.names) }, 'en');
    expect(shown(page)).toContain('2 authors, in author order\n-# + 2 authors hidden on Hugging Face');
  });
});

describe('the models, datasets and Spaces of a paper', () => {
  it.each([
    [{ models: 2, datasets: 1, spaces: 3 }, 'en', '-# On Hugging Face: 2 models · 1 dataset · 3 Spaces'],
    [{ models: 1, authorAnswers: true }, 'ko', '-# 허깅페이스: 모델 1개 · 저자가 댓글에 답변 중'],
  ] as const)('are in one line of its card: %j, %s', (details, locale, line) => {
    const paper = fromBoth({ details: { ...DETAILS, ...details } });
    expect(card(paper, locale)).toContain(line);
    expectValid(render({ kind: 'paper', paper, allAuthors: null }, locale));
  });

  it('are not mentioned if there are none', () => {
    const paper = fromBoth({ details: { ...DETAILS, models: 0, comments: 3 } });
    expect(card(paper)).not.toContain('On Hugging Face');
  });
});

describe('a page behind a button of a card', () => {
  it('has the abstract, the model’s sentence, keywords and days', () => {
    expect(behind(fromBoth(), 'abstract')).toBe(
      [
        'VisionZip: Longer is Better but Not Necessary',
        '**Abstract**',
        'Tokens are many. In this work, we propose VisionZip, which keeps \\*few\\* of them at $x^2$ cost.',
        'It is fast.',
        '',
        '**Hugging Face AI summary**',
        'VisionZip keeps few visual tokens. It is fast.',
        '',
        '-# Keywords: visual tokens, \\*zip\\*',
        '',
        '-# On Daily Papers: 6 Dec 2024',
        'AI summary: Hugging Face · Abstract: arXiv via Hugging Face',
        '[Follow visual tokens] follow/topic topic=visual+tokens  [Follow *zip*] follow/topic topic=%2Azip%2A',
      ].join('\n'),
    );
    expect(behind(fromBoth(), 'abstract', 'ko')).toContain('**초록 (영문)**');
  });

  it('has the whole summary, in the reader’s language or else in the other', () => {
    expect(behind(fromBoth(), 'summary', 'ko')).toContain('기술적 세부 사항\n중요한 토큰만 고릅니다.');
    expect(behind(fromBoth(), 'summary')).toContain('Technical Details\n중요한 토큰만 고릅니다.');
  });

  it('is valid with everything at its longest', () => {
    const long = fromBoth({
      title: 'A title\nof\r\nlines '.repeat(200),
      authors: { names: Array.from({ length: 663 }, (_, at) => `Name *${at}*`), cut: false, ordered: true },
      details: {
        ...DETAILS,
        abstract: '**Bold** \\alpha [a](https://b.c) '.repeat(400),
        aiSummary: '_x_ '.repeat(900),
        keywords: Array.from({ length: 50 }, () => '*'.repeat(100)),
        organization: '['.repeat(500),
        hiddenAuthors: 663,
      },
    });
    for (const locale of ['en', 'ko'] as const) {
      for (const paper of [long, { ...long, sections: [] }, { ...long, doubtful: true }]) {
        for (const show of [undefined, 'abstract', 'summary'] as const)
          expectValid(render({ kind: 'paper', paper, allAuthors: null, ...(show && { show }) }, locale));
        const allAuthors = pageOf(paper.authors.names.slice(0, 25), { pages: 27, total: 663 });
        expectValid(render({ kind: 'paper', paper, allAuthors }, locale));
      }
    }
  });
});

describe('the daily post', () => {
  const post: DailyPost = {
    kind: 'post',
    date: '2026-03-10',
    votes: 212,
    counted: { first: '2026-03-10', last: READ },
    total: 4,
    top: [
      { ...rankedOf(1), paper: fromBoth({ id: '2412.00001' }) },
      { ...rankedOf(2), paper: alone({ id: '2412.00002' }) },
      { ...rankedOf(3), paper: alone({ id: '2412.00003', details: { ...DETAILS, aiSummary: null } }) },
      { ...rankedOf(4), paper: fromBoth({ id: '2412.00004', doubtful: true }) },
    ],
    papers: [],
    roleId: null,
    style: 'cards',
  };

  it('has one line about what is new, without a heading, and one line at the end with its origin', () => {
    const [message] = render(post, 'en').messages;
    expect(message?.content).toBe('### Daily Papers · 10 Mar 2026 · 4 papers · ▲ 212 votes');
    const facts =
      '▲ 53 · The \\[Lab\\]\\(https\\://evil.exam… · Senqiao Yang +1 · [Code](https://github.com/dvlab-research/VisionZip)';
    expect(message?.embeds.map(({ description }) => description?.split('\n'))).toEqual([
      ['VisionZip keeps few visual tokens.', facts],
      ['VisionZip keeps few visual tokens.', facts],
      ['In this work, we propose VisionZip, which keeps \\*few\\* of them at $x^2$ cost.', facts],
      ['In this work, we propose VisionZip, which keeps \\*few\\* of them at $x^2$ cost.', facts],
    ]);
    expect(message?.embeds.map(({ footer }) => footer?.text)).toEqual([
      ...[undefined, undefined, undefined],
      'AI summary: Hugging Face · Abstract: arXiv via Hugging Face',
    ]);
  });

  it('has no line in the other language', () => {
    const words = (locale: Language) =>
      render(post, locale).messages[0]?.embeds.map(({ description = '' }) =>
        description.split('\n').slice(0, -1),
      );
    expect(words('ko')).toEqual([['VisionZip은 시각적 토큰의 중복을 줄입니다.'], [], [], []]);
    expect(JSON.stringify(words('en'))).not.toMatch(/[가-힣]/);
  });

  it('credits only what it quotes', () => {
    const footer = render({ ...post, top: post.top.slice(1, 2) }, 'en').messages[0]?.embeds[0]?.footer?.text;
    expect(footer).toBe('AI summary: Hugging Face');
  });
});

describe('a list of a day', () => {
  const today = {
    kind: 'digest',
    date: '2026-03-10',
    asked: '2026-03-10',
    today: '2026-03-10',
    votes: 53,
    counted: { first: READ, last: READ },
    page: pageOf([rankedOf(1)]),
    again: { command: 'today', options: { date: '2026-03-10' } },
    earlier: null,
    later: null,
  } as const;

  it('says so if it may still grow', () => {
    expect(shown(render({ ...today, isFinal: false }, 'en'))).toContain('**Still open:**');
    expect(shown(render({ ...today, isFinal: false }, 'ko'))).toContain('**아직 집계 중이에요.**');
    expect(shown(render({ ...today, isFinal: true }, 'en'))).not.toContain('Still open');
    expect(shown(render({ ...today, isFinal: false }, 'en'))).toContain('as of <t:1773186012:f>');
    expect(shown(render({ ...today, isFinal: true }, 'en'))).not.toContain('as of');
  });
});

describe('an answer to a question', () => {
  const told = (fact: Fact) =>
    shown(
      render(
        {
          kind: 'facts',
          fact,
          again: { command: 'ask', options: { question: 'x' } },
          changes: [],
        },
        'en',
      ),
    );

  it('says whether the order of authors is known, and how many are hidden', () => {
    const asked = (of: PaperField, paper: Paper, name: string | null = null) =>
      told({ is: 'fields', of: [of], papers: [{ paper, author: null, places: [] }], asked: name });
    const ordered = asked('authors', fromBoth());
    expect(ordered).toContain(
      'is by 2 authors: Senqiao Yang, Yukang Chen.\n-# In author order (Hugging Face).',
    );
    const hidden = fromBoth({ details: { ...DETAILS, hiddenAuthors: 1 } });
    expect(asked('authors', hidden)).toContain('-# 1 author hidden on Hugging Face');
    expect(asked('is-author', hidden, 'Hid Den')).toContain('Only some of the authors of');
    expect(asked('authors', paperOf())).toContain('Listing order, not author order.');
  });

  it('says when votes were counted', () => {
    const papers = [{ paper: fromBoth(), author: null, places: [] }];
    expect(told({ is: 'fields', of: ['votes'], papers, asked: null })).toContain('as of <t:1773186012:f>');
  });
});

it.each([
  ['https://github.com/a-b/c.d_e', 'https://github.com/a-b/c.d_e'],
  ['https://github.com/a/b/', 'https://github.com/a/b'],
  ['https://github.com/a/b/tree/main', null],
  ['https://github.com/a/..', null],
  ['https://github.com.evil.example/a/b', null],
  ['https://evil.example/https://github.com/a/b', null],
  ['https://github.com/a/b)](https://evil.example', null],
  ['http://github.com/a/b', null],
  [null, null],
])('code at %s leads to %s', (address, url) => {
  expect(repository(address)).toBe(url);
});

it.each([
  ['https://a.example/x y', 'https://a.example/x%20y'],
  ['https://xn--bcher-kva.example/', 'https://xn--bcher-kva.example/'],
  ['https://github.com@evil.example/', null],
  ['https://a.example:8443/', null],
  ['http://a.example/', null],
  ['https://localhost/', null],
  ['javascript:alert(1)', null],
  ['', null],
])('a project at %s leads to %s', (address, url) => {
  expect(projectPage(address, 512)?.url ?? null).toBe(url);
});

it('a project with too long an address is not linked', () => {
  expect(projectPage(`https://a.example/${'x'.repeat(600)}`, 512)).toBeNull();
});
