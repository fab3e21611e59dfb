import { describe, expect, it } from 'vitest';
import type { Answer, Choice, DailyPost } from '../../../src/answers/answer.ts';
import { readInvocation } from '../../../src/answers/invocation.ts';
import type { Language } from '../../../src/language.ts';
import type { TextKey } from '../../../src/messages/locales/translation.ts';
import { render } from '../../../src/messages/render.ts';
import { pageOf, paperOf, rankedOf, shown } from './samples.ts';
import { expectValid } from './valid.ts';

const LINES = (...lines: string[]): string => lines.join('\n');

const post: DailyPost = {
  kind: 'post',
  date: '2024-12-06',
  votes: 512,
  counted: { first: '2024-12-06', last: '2024-12-06' },
  total: 26,
  top: [
    rankedOf(1, {
      sections: [
        { heading: "What's New", text: 'VisionZip drops most visual tokens and keeps its accuracy. More.' },
      ],
    }),
    rankedOf(2, { title: 'A [MASK] for *All*', doubtful: true, votes: 'dash' }),
    rankedOf(3, { sections: [], authors: { names: [], cut: false } }),
    rankedOf(4),
  ],
  papers: [rankedOf(1), rankedOf(2)],
  roleId: null,
  style: 'cards',
};

describe('the daily post', () => {
  it('has the day, its papers and what is new in them', () => {
    expect(shown(render(post, 'en'))).toBe(
      LINES(
        '### Daily Papers · 6 Dec 2024 · 26 papers · ▲ 512 votes',
        '1. VisionZip: Longer is Better but Not Necessary',
        'VisionZip drops most visual tokens and keeps its accuracy.',
        '▲ 53 · 5 authors',
        '2. A \\[MASK\\] for \\*All\\*',
        'votes unknown · 5 authors',
        '3. VisionZip: Longer is Better but Not Necessary',
        '▲ 53 · authors unknown',
        '4. VisionZip: Longer is Better but Not Necessary',
        '▲ 53 · 5 authors',
        'Summary from l-yohai/daily_papers_ko · CC BY-NC 4.0 · No English summary yet for papers shown without a description',
        '<Open a paper… (top 2)> paper paper=*: ' +
          '1. VisionZip: Longer is Better but Not Necessary (▲ 53 · 5 authors) | ' +
          '2. VisionZip: Longer is Better but Not Necessary (▲ 53 · 5 authors)',
        '[All 26 papers] today date=2024-12-06  [Top of the week] top period=week  [Help] help',
      ),
    );
  });

  it('reads as naturally in Korean', () => {
    const lines = shown(render(post, 'ko')).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '### 데일리 페이퍼 · 2024년 12월 6일 · 논문 26편 · ▲ 추천 512',
      '1. VisionZip: Longer is Better but Not Necessary',
      '▲ 53 · 저자 5명',
    ]);
    expect(lines).toContain('VisionZip은 시각적 토큰의 중복을 줄입니다.');
    expect(lines).toContain('추천 수 정보 없음 · 저자 5명');
    expect(lines).toContain(
      '요약 출처: l-yohai/daily_papers_ko · CC BY-NC 4.0 · 설명이 없는 논문은 아직 한국어 요약이 없어요',
    );
    expect(lines.at(-1)).toBe(
      '[논문 26편 모두 보기] today date=2024-12-06  [주간 인기 논문] top period=week  [도움말] help',
    );
  });

  it('links each paper to arXiv, and shows the picture that came with the first', () => {
    const url = 'https://cdn-uploads.huggingface.co/production/uploads/a/b.png';
    const top = [1, 2].map((rank) => rankedOf(rank, { media: { kind: 'image', url } }));
    const cards = render({ ...post, top }, 'en').messages[0]?.embeds ?? [];
    expect(cards.map((card) => card.url)).toEqual([
      'https://arxiv.org/abs/2412.04468',
      'https://arxiv.org/abs/2412.04469',
    ]);
    expect(cards.map((card) => card.thumbnail?.url)).toEqual([url, undefined]);
  });

  it('names the keywords that several papers of the day share', () => {
    const details = (keywords: readonly string[]) => ({
      abstract: null,
      keywords,
      aiSummary: null,
      organization: null,
      code: null,
      project: null,
      hiddenAuthors: 0,
    });
    const papers = [['RAG', 'agents'], ['agents', 'rag', '*odd*'], ['Agents']].map((keywords, at) =>
      rankedOf(at + 1, { details: details(keywords) }),
    );
    expect(render({ ...post, papers }, 'en').messages[0]?.content).toBe(
      '### Daily Papers · 6 Dec 2024 · 26 papers · ▲ 512 votes · agents, RAG',
    );
  });

  it('has all papers in one embed, with one or two lines each, if the channel wants that', () => {
    const papers = [rankedOf(1), rankedOf(2, { votes: 'dash' })];
    const body = (style: 'compact' | 'titles') =>
      render({ ...post, papers, style }, 'en').messages[0]?.embeds.map(({ description }) => description);
    const title = 'VisionZip: Longer is Better but Not Necessary';
    expect(body('compact')).toEqual([
      LINES(
        `**1.** [${title}](https://arxiv.org/abs/2412.04468)`,
        '▲ 53 · 5 authors',
        `**2.** [${title}](https://arxiv.org/abs/2412.04469)`,
        'votes unknown · 5 authors',
      ),
    ]);
    expect(body('titles')).toEqual([
      LINES(
        `▲ 53 · [${title}](https://arxiv.org/abs/2412.04468)`,
        `votes unknown · [${title}](https://arxiv.org/abs/2412.04469)`,
      ),
    ]);
  });

  it('says how many papers are left out if not all fit into one embed', () => {
    const papers = Array.from({ length: 60 }, (_, at) => rankedOf(at + 1));
    const rendered = render({ ...post, papers, style: 'compact' }, 'en');
    expectValid(rendered);
    expect(rendered.messages[0]?.embeds[0]?.footer?.text).toMatch(/^\d+ more not shown\.$/);
  });

  it('shows a paper once, since Discord would merge two cards with one address', () => {
    const twice = render({ ...post, top: [rankedOf(1), rankedOf(1), rankedOf(2)] }, 'en');
    expect(twice.messages[0]?.embeds).toHaveLength(2);
  });

  it('has room for ten cards with the longest titles, names and summaries', () => {
    const long = {
      title: '긴 제목 *'.repeat(600),
      authors: { names: ['*'.repeat(200), '이름'.repeat(100), 'x'.repeat(500), 'a', 'b'], cut: true },
      sections: [{ heading: "What's New", text: '아주_긴 문장 '.repeat(800) }],
    };
    const answer = { ...post, top: Array.from({ length: 10 }, (_, index) => rankedOf(index + 1, long)) };
    for (const locale of ['en', 'ko'] as const) {
      for (const style of ['cards', 'compact', 'titles'] as const) {
        expectValid(render({ ...answer, papers: answer.top, style }, locale));
      }
    }
  });
});

const digest: Answer = {
  kind: 'digest',
  date: '2024-12-06',
  asked: '2024-12-06',
  today: '2024-12-06',
  votes: 512,
  counted: { first: '2024-12-06', last: '2024-12-06' },
  isFinal: true,
  page: pageOf([rankedOf(11)], { page: 2, pages: 3, total: 26 }),
  again: { command: 'today', options: { date: '2024-12-06' } },
  earlier: '2024-12-05',
  later: '2024-12-09',
};

describe("a day's list", () => {
  it('shows a page, with buttons to other pages and days', () => {
    expect(shown(render(digest, 'en'))).toBe(
      LINES(
        'Daily Papers · 6 Dec 2024',
        '26 papers · ▲ 512 votes',
        '',
        '**11.** [VisionZip: Longer is Better but Not Necessary](https://arxiv.org/abs/2412.04478)',
        '▲ 53 · 5 authors',
        'Page 2 of 3',
        '<Open a paper…> paper paper=*: 11. VisionZip: Longer is Better but Not Necessary ' +
          '(▲ 53 · 5 authors)',
        '[« 5 Dec 2024] today date=2024-12-05 .  [◀ Previous] today date=2024-12-06 page=1 .  ' +
          '[Next ▶] today date=2024-12-06 page=3 .  [9 Dec 2024 »] today date=2024-12-09 .',
      ),
    );
  });

  it('says so if it is older than the requested day', () => {
    const latest = { ...digest, asked: '2025-11-20', today: '2025-11-20', later: null };
    expect(shown(render(latest, 'en'))).toContain(
      'No digest for 20 Nov 2025 yet. Here is the latest one, **6 Dec 2024**.',
    );
    expect(shown(render(latest, 'ko'))).toContain(
      '2025년 11월 20일 데일리 페이퍼는 아직 없어요. **가장 최근(2024년 12월 6일)** 논문을 보여드려요.',
    );
    const weekend = { ...digest, asked: '2024-12-07' };
    expect(shown(render(weekend, 'en'))).toContain('Here is the previous one, **6 Dec 2024**.');
  });

  it('disables the buttons at both ends, and has none for a single page', () => {
    const rows = (page: number) =>
      shown(render({ ...digest, page: pageOf([rankedOf(1)], { page, pages: 3 }) }, 'en'));
    expect(rows(1)).toContain('[◀ Previous] (disabled)  [Next ▶] today date=2024-12-06 page=2 .');
    expect(rows(3)).toContain('[◀ Previous] today date=2024-12-06 page=2 .  [Next ▶] (disabled)');
    expect(shown(render({ ...digest, page: pageOf([rankedOf(1)]) }, 'en'))).not.toContain('Previous');
  });

  it('has buttons to both ends and to any page if there are more than five', () => {
    const row = (page: number) =>
      shown(render({ ...digest, page: pageOf([rankedOf(1)], { page, pages: 9 }) }, 'en'))
        .split('\n')
        .slice(-2);
    const to = (page: number) => `today date=2024-12-06 page=${page} .`;
    const any = '[Go to page] today date=2024-12-06 page=? .';
    expect(row(5)).toEqual([
      `[« First] ${to(1)}  [◀ Previous] ${to(4)}  ${any}  [Next ▶] ${to(6)}  [Last »] ${to(9)}`,
      '[« 5 Dec 2024] today date=2024-12-05 .  [9 Dec 2024 »] today date=2024-12-09 .',
    ]);
    expect(row(2)[0]).toBe(`[◀ Previous] ${to(1)}  ${any}  [Next ▶] ${to(3)}  [Last »] ${to(9)}`);
    expect(row(8)[0]).toBe(`[« First] ${to(1)}  [◀ Previous] ${to(7)}  ${any}  [Next ▶] ${to(9)}`);
  });
});

describe('the top of a period', () => {
  const top: Answer = {
    kind: 'top',
    period: 'week',
    from: '2024-11-30',
    to: '2024-12-06',
    shifted: true,
    page: pageOf([rankedOf(1)], { total: 120 }),
    again: { command: 'top', options: { period: 'week' } },
  };

  it('says which days it counts, and whether these are the latest', () => {
    expect(shown(render(top, 'en'))).toBe(
      LINES(
        'Top papers of the week · 30 Nov – 6 Dec 2024',
        'Based on the latest digest (**6 Dec 2024**).',
        '120 papers',
        '',
        '**1.** [VisionZip: Longer is Better but Not Necessary](https://arxiv.org/abs/2412.04468)',
        '▲ 53 · 5 authors · 6 Dec 2024',
        '<Open a paper…> paper paper=*: 1. VisionZip: Longer is Better but Not Necessary ' +
          '(▲ 53 · 5 authors · 6 Dec 2024)',
        '[Day] top period=day .  [Week] (disabled)  [Month] top period=month .  [Year] top period=year .  ' +
          '[All time] top period=all .',
      ),
    );
    expect(shown(render(top, 'ko'))).toContain(
      LINES(
        '주간 인기 논문 · 2024년 11월 30일 ~ 12월 6일',
        '가장 최근 데일리 페이퍼(**2024년 12월 6일**)를 기준으로 집계했어요.',
        '논문 120편',
      ),
    );
  });
});

describe("a paper's card", () => {
  const card = (parts: Parameters<typeof paperOf>[0], locale: Language = 'en') =>
    shown(render({ kind: 'paper', paper: paperOf(parts), allAuthors: null }, locale));
  const page = (parts: Parameters<typeof paperOf>[0], locale: Language = 'en') =>
    shown(render({ kind: 'paper', paper: paperOf(parts), allAuthors: null, show: 'summary' }, locale));

  it('describes the paper in a few lines, with the rest behind buttons', () => {
    expect(card({}, 'ko')).toBe(
      LINES(
        'VisionZip: Longer is Better but Not Necessary',
        '▲ 53 · 저자 5명 · 2024년 12월 6일',
        '',
        'VisionZip은 시각적 토큰의 중복을 줄입니다. 성능은 유지됩니다. 셋째 문장입니다.',
        'arXiv 2412.04467 · 요약 출처: l-yohai/daily_papers_ko · CC BY-NC 4.0',
        '[arXiv] https://arxiv.org/abs/2412.04467  [PDF] https://arxiv.org/pdf/2412.04467  ' +
          '[Hugging Face] https://huggingface.co/papers/2412.04467',
        '[요약 전체] paper paper=2412.04467 show=summary  [저장] save paper=2412.04467  [질문하기] ask paper=2412.04467 question=?',
        '<더 보기…> paper paper=2412.04467 show=*: 저자 5명 () | 비슷한 논문 () | 인용: BibTeX, RIS, Markdown () | 팔로우… ()',
      ),
    );
  });

  it('says that there is no summary in the reader’s language, and where the other one is', () => {
    const english = [{ heading: "What's New", text: 'It is small.' }];
    expect(card({})).toContain(
      '▲ 53 · 5 authors · 6 Dec 2024\n\nNo English summary of this paper yet.\narXiv 2412.04467\n',
    );
    expect(card({})).toContain('[Korean summary] paper paper=2412.04467 show=summary');
    expect(card({})).not.toMatch(/[가-힣]/);
    expect(card({ sections: english }, 'ko')).toContain('이 논문은 아직 한국어 요약이 없어요.');
    expect(card({ sections: english }, 'ko')).toContain('[영문 요약] paper paper=2412.04467 show=summary');
    expect(card({ sections: english }, 'ko')).not.toContain('It is small');
  });

  it('has Korean names for the usual sections and keeps other headings', () => {
    const sections = [
      { heading: 'What’s New', text: '하나' },
      { heading: 'Technical Details', text: '둘' },
      { heading: 'Limitations *', text: '셋' },
    ];
    expect(page({ sections }, 'ko')).toContain(
      LINES('새로운 점', '하나', '기술적 세부 사항', '둘', 'Limitations \\*', '셋'),
    );
  });

  it('lists points without a heading', () => {
    const sections = ['첫째입니다.', '둘째\n- 안쪽'].map((text) => ({ heading: null, text }));
    expect(page({ sections }, 'ko')).toContain(LINES('- 첫째입니다.', '- 둘째', '\\- 안쪽'));
    expect(card({ sections }, 'ko')).toContain('첫째입니다. 둘째 - 안쪽');
  });

  it('warns of a summary that may be about another paper, and says if there is none', () => {
    expect(card({ doubtful: true }, 'ko')).toContain('⚠️ **보관된 요약이 다른 논문의 것으로 보여**');
    expect(card({ doubtful: true }, 'ko')).not.toContain('시각적');
    expect(page({ doubtful: true })).toContain('⚠️ **This summary may belong to another paper:**');
    expect(page({ doubtful: true }, 'ko')).toContain('⚠️ **다른 논문의 요약일 수 있어요.**');
    expect(card({ sections: [] })).toContain('No English summary of this paper yet.');
    expect(card({ sections: [] })).not.toContain('CC BY-NC');
  });

  it('does not call unknown votes 0', () => {
    expect(card({ votes: 'missing' })).toContain(
      LINES('VisionZip: Longer is Better but Not Necessary', 'votes unknown · 5 authors'),
    );
  });

  it('shows all its authors by page, and can open each', () => {
    const paper = paperOf();
    const allAuthors = pageOf(['Senqiao Yang', 'x'.repeat(101)], { page: 2, pages: 3, total: 663 });
    expect(shown(render({ kind: 'paper', paper, allAuthors }, 'en'))).toBe(
      LINES(
        'VisionZip: Longer is Better but Not Necessary',
        '663 authors (listing order, not author order)',
        '',
        `Senqiao Yang · ${'x'.repeat(59)}…`,
        'Page 2 of 3',
        '<Open an author…> author name=*: Senqiao Yang ()',
        '[◀ Previous] paper paper=2412.04467 authors=1 .  [Next ▶] paper paper=2412.04467 authors=3 .',
      ),
    );
  });
});

describe("an author's card", () => {
  it('counts papers under the name, never a person', () => {
    const author: Answer = {
      kind: 'author',
      name: 'Li Dong',
      spellings: [
        { name: 'Li Dong', papers: 12 },
        { name: 'LI Dong', papers: 1 },
      ],
      swapped: [{ name: 'Dong Li', papers: 3 }],
      first: '2023-11-20',
      last: '2024-12-06',
      votes: 512,
      coAuthors: [{ name: 'Furu Wei', papers: 9 }],
      page: pageOf([rankedOf(1)], { total: 12 }),
      again: { command: 'author', options: { name: 'Li Dong' } },
    };
    expect(shown(render(author, 'en'))).toBe(
      LINES(
        'Li Dong',
        '**12 papers** under this name · 20 Nov 2023 – 6 Dec 2024 · ▲ 512 votes',
        '-# People who share a name are not separated.',
        '',
        '[VisionZip: Longer is Better but Not Necessary](https://arxiv.org/abs/2412.04468)',
        '▲ 53 · 6 Dec 2024',
        'Co-authors',
        'Furu Wei (9)',
        'Similar names (not included)',
        'LI Dong (1 paper, other spelling) · Dong Li (3 papers, other order)',
        '<Open a paper…> paper paper=*: VisionZip: Longer is Better but Not Necessary (▲ 53 · 6 Dec 2024)',
        '[Furu Wei] author name=Furu+Wei',
        '[LI Dong] author name=LI+Dong  [Dong Li] author name=Dong+Li',
        '[Follow Li Dong] follow/author author=Li+Dong',
      ),
    );
    expect(shown(render(author, 'ko'))).toContain(
      '이 이름으로 올라온 **논문 12편** · 2023년 11월 20일 ~ 2024년 12월 6일',
    );
  });
});

describe('a choice', () => {
  const choices = ['2412.04467', '2412.04468'].map(
    (id): Choice => ({
      label: `Paper ${id}`,
      remark: { key: 'remarks.listed', values: { id, date: '2024-12-06' } },
      invocation: { command: 'paper', options: { paper: id } },
    }),
  );

  it('is one menu if the choices differ in one option', () => {
    expect(shown(render({ kind: 'choice', of: 'paper', query: '*vision*', choices }, 'en'))).toBe(
      LINES(
        'Several papers match “\\*vision\\*”. Which one do you mean?',
        '- Paper 2412.04467 · 2412.04467 · 6 Dec 2024',
        '- Paper 2412.04468 · 2412.04468 · 6 Dec 2024',
        '<Pick one…> paper paper=* .: Paper 2412.04467 (2412.04467 · 6 Dec 2024) | Paper 2412.04468 (2412.04468 · 6 Dec 2024)',
        '[Search “*vision*”] search query=%2Avision%2A',
      ),
    );
  });

  it('says so if there is only one, or if not all can be shown', () => {
    const [only] = choices;
    if (only === undefined) throw new Error('no choice');
    const one = { kind: 'choice', of: 'paper', query: 'x', choices: [only] } as const;
    expect(shown(render(one, 'en'))).toContain('The closest match for “x” is this paper.');
    expect(shown(render(one, 'ko'))).toContain('“x”에 가장 가까운 논문이에요.');
    const most = { kind: 'choice', of: 'author', query: 'Wang', choices, total: 1312 } as const;
    expect(shown(render(most, 'en'))).toContain(
      '1,312 authors match “Wang”; showing the 2 with the most papers.',
    );
    expect(shown(render(most, 'ko'))).toContain('“Wang”에 해당하는 저자 1,312명 중 논문이 많은 2명이에요.');
  });

  it('is buttons if the choices differ too much for a menu', () => {
    const other = { label: 'Song Han', invocation: { command: 'author', options: { name: 'Song Han' } } };
    expect(
      shown(render({ kind: 'choice', of: 'author', query: 'x', choices: [...choices, other] }, 'ko')),
    ).toBe(
      LINES(
        '“x” 검색 결과가 여러 명이에요. 한 명을 골라 주세요.',
        '- Paper 2412.04467 · 2412.04467 · 2024년 12월 6일',
        '- Paper 2412.04468 · 2412.04468 · 2024년 12월 6일',
        '- Song Han',
        '[Paper 2412.04467] paper paper=2412.04467 .  [Paper 2412.04468] paper paper=2412.04468 .  ' +
          '[Song Han] author name=Song+Han .',
        '[“x” 검색] search query=x',
      ),
    );
  });

  it('stores invocations that are too long for a button, under the button’s key', () => {
    const name = '이름 '.repeat(60).trim();
    const choice = { label: name, invocation: { command: 'author', options: { name } } };
    const { messages, keep } = render({ kind: 'choice', of: 'author', query: 'x', choices: [choice] }, 'en');
    const [[key = '', line = ''] = []] = [...keep];
    expect(JSON.stringify(messages)).toContain(key);
    expect(readInvocation(line)).toEqual({ command: 'author', options: { name }, here: true });
  });
});

describe('a notice', () => {
  const notice = (tone: 'info' | 'error' | 'bug', key: TextKey, values = {}): Answer => ({
    kind: 'notice',
    tone,
    text: { key, values },
  });

  it('says what is wrong and what to do next', () => {
    expect(shown(render(notice('error', 'errors.date.unreadable', { value: '@everyone' }), 'en'))).toBe(
      "⚠️ I can't read “\\@everyone” as a date. Try **2024-12-06**, **today** or **yesterday**.",
    );
    expect(shown(render(notice('bug', 'errors.bug', { id: 'ab12cd34' }), 'ko'))).toBe(
      '🛠️ 죄송해요, 문제가 생겼어요. 다시 시도해 주세요. 계속되면 봇 운영자에게 이 번호를 알려 주세요: **ab12cd34**',
    );
  });
});

describe('help', () => {
  const help: Answer = {
    kind: 'help',
    totals: {
      digests: 357,
      papers: 5487,
      listings: 5488,
      authors: 1,
      votes: 1,
      first: '2023-11-20',
      last: '2025-05-09',
    },
    commands: [
      { name: 'top', options: ['period', 'page'], subcommands: [] },
      { name: 'help', options: [], subcommands: [] },
    ],
  };

  it('names the most useful commands first', () => {
    const commands = ['help', 'unheard', 'top', 'today'].map((name) => ({
      name,
      options: [],
      subcommands: [],
    }));
    const names = shown(render({ ...help, commands }, 'en')).matchAll(/\*\*\/(\w+)/g);
    expect([...names].map((match) => match[1])).toEqual(['today', 'top', 'help', 'unheard']);
  });

  it('says what people can ask, what the archive has, its sources, and what the bot stores', () => {
    expect(shown(render(help, 'en'))).toBe(
      LINES(
        'Paperboy',
        'The daily AI papers, ranked by votes, with short summaries.',
        '',
        '**/top** \\[period\\] \\[page\\]',
        'The top-voted papers of a day, week, month or year',
        '',
        '**/help**',
        'What I can do, what is in the archive, and the sources',
        '',
        'Or just ask: mention me, DM me, or reply to one of my answers. Right-click a message (long-press on mobile) › ' +
          '**Apps › Find these papers** to look up papers in it. Add **private** to any command to keep the answer to yourself.',
        'In the archive',
        '5,487 papers from 357 days, 20 Nov 2023 – 9 May 2025',
        'Summaries: Korean ones for papers up to May 2025, English ones for papers from Hugging Face. Other Korean and ' +
          'English ones are there only if the operators have set up a language model.',
        'Sources',
        'Papers, votes, author order, links and AI summaries: Hugging Face Daily Papers. Abstracts: arXiv via ' +
          'Hugging Face. Korean summaries: ' +
          '[l-yohai/daily\\_papers\\_ko](https://github.com/l-yohai/daily_papers_ko), quoted verbatim, CC BY-NC 4.0 (non-commercial).',
        'Privacy',
        'I store server settings, papers you save, what you follow, and long searches and questions for 30 days so that their buttons keep ' +
          'working. I never store messages. /privacy shows and deletes what is yours.',
      ),
    );
    expect(shown(render(help, 'ko'))).toContain(
      LINES('**/인기** \\[기간\\] \\[페이지\\] · /top', '하루, 한 주, 한 달, 한 해의 인기 논문을 보여줘요'),
    );
  });
});
