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

describe('the card of a paper that Hugging Face tells of', () => {
  it('has the instant of its votes, its first author, organization, keywords, abstract and links', () => {
    expect(card(fromBoth())).toBe(
      [
        'VisionZip: Longer is Better but Not Necessary',
        '**▲ 53** · as of <t:1773186012:f>',
        'First author: **Senqiao Yang**',
        'Senqiao Yang, Yukang Chen',
        'Organization: The \\[Lab\\]\\(https\\://evil.example)',
        'Listed 6 Dec 2024',
        '-# Keywords: visual tokens, \\*zip\\*',
        '',
        '**Abstract**',
        'Tokens are many. In this work, we propose VisionZip, which keeps \\*few\\* of them at $x^2$ cost.',
        'It is fast.',
        "What's New",
        'VisionZip은 시각적 토큰의 중복을 줄입니다. 성능은 유지됩니다. 셋째 문장입니다.',
        'Technical Details',
        '중요한 토큰만 고릅니다.',
        'Performance Highlights',
        '8배 빨라졌습니다.',
        'arXiv 2412.04467 · Summary in Korean, from l-yohai/daily_papers_ko · CC BY-NC 4.0 · Abstract: arXiv via Hugging Face',
        '[arXiv] https://arxiv.org/abs/2412.04467  [PDF] https://arxiv.org/pdf/2412.04467  ' +
          '[Hugging Face] https://huggingface.co/papers/2412.04467  [2 authors] paper paper=2412.04467 authors=1 .  ' +
          '[Similar] paper paper=2412.04467 similar=1',
        '[Code] https://github.com/dvlab-research/VisionZip  [Project · vision.example] https://vision.example/zip/  ' +
          '[Ask about this paper] ask paper=2412.04467 question=?',
      ].join('\n'),
    );
  });

  it('spares readers of Korean an abstract in English where there is a Korean summary', () => {
    const text = card(fromBoth(), 'ko');
    expect(text).toContain('제1저자: **Senqiao Yang**');
    expect(text).not.toMatch(/초록|Tokens are many/);
  });

  it('without a Korean summary has what a model says and the abstract, each under its name', () => {
    const text = card(alone());
    expect(text).toContain('**Hugging Face AI summary**\nVisionZip keeps few visual tokens.');
    expect(text).toContain('**Abstract**\nTokens are many.');
    expect(text).toContain('AI summary: Hugging Face · Abstract: arXiv via Hugging Face');
    expect(text).not.toMatch(/l-yohai|No summary/);
    expect(card(alone(), 'ko')).toContain('**초록 (영문)**');
  });

  it('says that there is no summary where there is nothing at all', () => {
    expect(card(alone({ details: { ...DETAILS, abstract: null, aiSummary: null } }))).toContain('No summary');
  });

  it('has the abstract in the place of a doubtful summary, and says why', () => {
    const text = card(fromBoth({ doubtful: true }));
    expect(text).toContain('⚠️ **The summary in the archive seems to be about another paper:**');
    expect(text).toContain('**Abstract**\nTokens are many.');
    expect(text).not.toMatch(/시각적|l-yohai|AI summary/);
  });

  it('counts authors whose names are hidden, and calls nobody first then', () => {
    const hidden = fromBoth({ details: { ...DETAILS, hiddenAuthors: 2 } });
    expect(card(hidden)).toContain('+ 2 authors whose names Hugging Face does not show');
    expect(card(hidden)).not.toContain('First author');
    const all = fromBoth({
      details: { ...DETAILS, hiddenAuthors: 2 },
      authors: { names: [], cut: false, ordered: true },
    });
    expect(card(all)).toContain('+ 2 authors whose names');
    expect(card(all)).not.toContain('authors unknown');
    const page = render({ kind: 'paper', paper: hidden, allAuthors: pageOf(hidden.authors.names) }, 'en');
    expect(shown(page)).toContain('2 authors, in the order of the paper.\n-# + 2 authors whose names');
  });

  it('calls nobody first where the order is not known or the list was cut', () => {
    expect(card(paperOf())).not.toContain('First author');
    expect(card(fromBoth({ authors: { names: ['A', 'B'], cut: true, ordered: true } }))).not.toContain(
      'First author',
    );
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
        expectValid(render({ kind: 'paper', paper, allAuthors: null }, locale));
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
  };

  it('says of each quote that is no summary of the digest what it is, and where each kind comes from', () => {
    const [message] = render(post, 'en').messages;
    expect(message?.content).toContain('as of <t:1773183600:f> – <t:1773186012:f>');
    expect(message?.embeds.map(({ description }) => description?.split('\n').slice(1))).toEqual([
      ['VisionZip은 시각적 토큰의 중복을 줄입니다. 성능은 유지됩니다.'],
      ['-# Hugging Face AI summary', 'VisionZip keeps few visual tokens. It is fast.'],
      [
        '-# From the abstract',
        'In this work, we propose VisionZip, which keeps \\*few\\* of them at $x^2$ cost. It is fast.',
      ],
      [
        '⚠️ Its summary seems to be about another paper. From the abstract instead:',
        'In this work, we propose VisionZip, which keeps \\*few\\* of them at $x^2$ cost.',
      ],
    ]);
    expect(message?.embeds.at(-1)?.footer?.text).toBe(
      'Summary in Korean, from l-yohai/daily_papers_ko · CC BY-NC 4.0 · AI summary: Hugging Face · Abstract: arXiv via Hugging Face',
    );
  });

  it('credits nobody for what it does not quote', () => {
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

  it('that may still grow says so', () => {
    expect(shown(render({ ...today, isFinal: false }, 'en'))).toContain('**So far:**');
    expect(shown(render({ ...today, isFinal: false }, 'ko'))).toContain('**지금까지의 목록이에요.**');
    expect(shown(render({ ...today, isFinal: true }, 'en'))).not.toContain('So far');
    expect(shown(render({ ...today, isFinal: true }, 'en'))).toContain('as of <t:1773186012:f>');
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

  it('says of authors whether their order is known, and how many are not shown', () => {
    const asked = (of: PaperField, paper: Paper, name: string | null = null) =>
      told({ is: 'fields', of, papers: [{ paper, author: null, places: [] }], asked: name });
    const ordered = asked('authors', fromBoth());
    expect(ordered).toContain('is by 2 authors: Senqiao Yang, Yukang Chen.\n-# In the order of the paper');
    const hidden = fromBoth({ details: { ...DETAILS, hiddenAuthors: 1 } });
    expect(asked('authors', hidden)).toContain('-# 1 author whose name Hugging Face');
    expect(asked('is-author', hidden, 'Hid Den')).toContain('names only some of the authors');
    expect(asked('authors', paperOf())).toContain('The order means nothing');
  });

  it('says of votes when they were counted', () => {
    const papers = [{ paper: fromBoth(), author: null, places: [] }];
    expect(told({ is: 'fields', of: 'votes', papers, asked: null })).toContain('as of <t:1773186012:f>');
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

it('a project whose address is longer than there is room for is not linked', () => {
  expect(projectPage(`https://a.example/${'x'.repeat(600)}`, 512)).toBeNull();
});
