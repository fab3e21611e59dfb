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
    rankedOf(1),
    rankedOf(2, { title: 'A [MASK] for *All*', doubtful: true, votes: 'dash' }),
    rankedOf(3, { sections: [], authors: { names: [], cut: false } }),
    rankedOf(4),
  ],
  papers: [rankedOf(1), rankedOf(2)],
  roleId: null,
};

describe('the daily post', () => {
  it('tells the day, its papers and what is new in them', () => {
    expect(shown(render(post, 'en'))).toBe(
      LINES(
        '## Daily Papers · 6 Dec 2024',
        '26 papers · ▲ 512 votes · as of <t:1733526000:f>',
        '1. VisionZip: Longer is Better but Not Necessary',
        '▲ 53 · Senqiao Yang, Yukang Chen, Zhuotao Tian and 2 more',
        'VisionZip은 시각적 토큰의 중복을 줄입니다. 성능은 유지됩니다.',
        '2. A \\[MASK\\] for \\*All\\*',
        'votes unknown · Senqiao Yang, Yukang Chen, Zhuotao Tian and 2 more',
        '⚠️ Its summary may be about another paper, so it is not quoted here.',
        '3. VisionZip: Longer is Better but Not Necessary',
        '▲ 53 · authors unknown',
        '4. VisionZip: Longer is Better but Not Necessary',
        '▲ 53 · Senqiao Yang, Yukang Chen, Zhuotao Tian and 2 more',
        'VisionZip은 시각적 토큰의 중복을 줄입니다.',
        'Summaries in Korean, from l-yohai/daily_papers_ko · CC BY-NC 4.0',
        '<Open one of the 2 most-voted papers…> paper paper=*: ' +
          '1. VisionZip: Longer is Better but Not Necessary (▲ 53 · Senqiao Yang, Yukang Chen, Zhuotao Tian and 2 more) | ' +
          '2. VisionZip: Longer is Better but Not Necessary (▲ 53 · Senqiao Yang, Yukang Chen, Zhuotao Tian and 2 more)',
        '[All 26 papers] today date=2024-12-06  [Top of the week] top period=week  [Help] help',
      ),
    );
  });

  it('reads as naturally in Korean', () => {
    const lines = shown(render(post, 'ko')).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      '## 데일리 페이퍼 · 2024년 12월 6일',
      '논문 26편 · ▲ 512표 · <t:1733526000:f> 집계',
      '1. VisionZip: Longer is Better but Not Necessary',
      '▲ 53 · Senqiao Yang, Yukang Chen, Zhuotao Tian 외 2명',
      'VisionZip은 시각적 토큰의 중복을 줄입니다. 성능은 유지됩니다.',
    ]);
    expect(lines).toContain('득표 미상 · Senqiao Yang, Yukang Chen, Zhuotao Tian 외 2명');
    expect(lines).toContain('⚠️ 다른 논문의 요약일 수 있어서 싣지 않았어요.');
    expect(lines).toContain('요약 출처: l-yohai/daily_papers_ko · CC BY-NC 4.0');
    expect(lines.at(-1)).toBe(
      '[논문 26편 모두 보기] today date=2024-12-06  [주간 인기 논문] top period=week  [도움말] help',
    );
  });

  it('links each paper to arXiv and shows its picture, by id', () => {
    const [card] = render(post, 'en').messages[0]?.embeds ?? [];
    expect(card?.url).toBe('https://arxiv.org/abs/2412.04468');
    expect(card?.thumbnail?.url).toBe(
      'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2412.04468.png',
    );
  });

  it('shows a paper once, since Discord would merge two cards of one address', () => {
    const twice = render({ ...post, top: [rankedOf(1), rankedOf(1), rankedOf(2)] }, 'en');
    expect(twice.messages[0]?.embeds).toHaveLength(2);
  });

  it('holds ten cards of the longest titles, names and summaries', () => {
    const long = {
      title: '긴 제목 *'.repeat(600),
      authors: { names: ['*'.repeat(200), '이름'.repeat(100), 'x'.repeat(500), 'a', 'b'], cut: true },
      sections: [{ heading: "What's New", text: '아주_긴 문장 '.repeat(800) }],
    };
    const answer = { ...post, top: Array.from({ length: 10 }, (_, index) => rankedOf(index + 1, long)) };
    for (const locale of ['en', 'ko'] as const) expectValid(render(answer, locale));
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
  it('shows a page, with the ways to other pages and days', () => {
    expect(shown(render(digest, 'en'))).toBe(
      LINES(
        'Daily Papers · 6 Dec 2024',
        '26 papers · ▲ 512 votes · as of <t:1733526000:f>',
        '',
        '**11.** [VisionZip: Longer is Better but Not Necessary](https://arxiv.org/abs/2412.04478)',
        '▲ 53 · Senqiao Yang, Yukang Chen, Zhuotao Tian and 2 more',
        'Page 2 of 3',
        '<Open a paper…> paper paper=*: 11. VisionZip: Longer is Better but Not Necessary ' +
          '(▲ 53 · Senqiao Yang, Yukang Chen, Zhuotao Tian and 2 more)',
        '[« 5 Dec 2024] today date=2024-12-05 .  [◀ Page 1] today date=2024-12-06 page=1 .  ' +
          '[Page 3 ▶] today date=2024-12-06 page=3 .  [9 Dec 2024 »] today date=2024-12-09 .',
      ),
    );
  });

  it('says plainly when it is older than what was asked for', () => {
    const latest = { ...digest, asked: '2025-11-20', today: '2025-11-20', later: null };
    expect(shown(render(latest, 'en'))).toContain(
      'There is no digest for 20 Nov 2025. **The latest digest is of 6 Dec 2024.**',
    );
    expect(shown(render(latest, 'ko'))).toContain(
      '2025년 11월 20일 목록은 없어요. **가장 최근 목록은 2024년 12월 6일자예요.**',
    );
    const weekend = { ...digest, asked: '2024-12-07' };
    expect(shown(render(weekend, 'en'))).toContain('**This is the digest before it, of 6 Dec 2024.**');
  });

  it('disables the buttons at both ends, and shows none for a single page', () => {
    const rows = (page: number) =>
      shown(render({ ...digest, page: pageOf([rankedOf(1)], { page, pages: 3 }) }, 'en'));
    expect(rows(1)).toContain('[◀ Page 1] (disabled)  [Page 2 ▶] today date=2024-12-06 page=2 .');
    expect(rows(3)).toContain('[◀ Page 2] today date=2024-12-06 page=2 .  [Page 3 ▶] (disabled)');
    expect(shown(render({ ...digest, page: pageOf([rankedOf(1)]) }, 'en'))).not.toContain('Page');
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

  it('says which days it counts, and when these are not the latest ones', () => {
    expect(shown(render(top, 'en'))).toBe(
      LINES(
        'Top papers of the week · 30 Nov – 6 Dec 2024',
        'Counted back from the newest digest, of **6 Dec 2024**.',
        '120 papers',
        '',
        '**1.** [VisionZip: Longer is Better but Not Necessary](https://arxiv.org/abs/2412.04468)',
        '▲ 53 · 6 Dec 2024 · Senqiao Yang, Yukang Chen, Zhuotao Tian and 2 more',
        'Votes as of 6 Dec 2024',
        '<Open a paper…> paper paper=*: 1. VisionZip: Longer is Better but Not Necessary ' +
          '(▲ 53 · 6 Dec 2024 · Senqiao Yang, Yukang Chen, Zhuotao Tian and 2 more)',
        '[Day] top period=day .  [Week] (disabled)  [Month] top period=month .  [Year] top period=year .  ' +
          '[All time] top period=all .',
      ),
    );
    expect(shown(render(top, 'ko'))).toContain(
      LINES(
        '주간 인기 논문 · 2024년 11월 30일 ~ 12월 6일',
        '가장 최근 목록인 **2024년 12월 6일**부터 거슬러 셌어요.',
        '논문 120편',
      ),
    );
  });
});

describe("a paper's card", () => {
  const card = (parts: Parameters<typeof paperOf>[0], locale: Language = 'en') =>
    shown(render({ kind: 'paper', paper: paperOf(parts), allAuthors: null }, locale));

  it('holds all that is known of it', () => {
    expect(card({})).toBe(
      LINES(
        'VisionZip: Longer is Better but Not Necessary',
        '**▲ 53** · as of <t:1733526000:f>',
        'Senqiao Yang, Yukang Chen, Zhuotao Tian, Chengyao Wang, Jingyao Li',
        'Listed 6 Dec 2024',
        "What's New",
        'VisionZip은 시각적 토큰의 중복을 줄입니다. 성능은 유지됩니다. 셋째 문장입니다.',
        'Technical Details',
        '중요한 토큰만 고릅니다.',
        'Performance Highlights',
        '8배 빨라졌습니다.',
        'arXiv 2412.04467 · Summary in Korean, from l-yohai/daily_papers_ko · CC BY-NC 4.0',
        '[arXiv] https://arxiv.org/abs/2412.04467  [PDF] https://arxiv.org/pdf/2412.04467  ' +
          '[Hugging Face] https://huggingface.co/papers/2412.04467  [5 authors] paper paper=2412.04467 authors=1 .  [Similar] paper paper=2412.04467 similar=1',
        '[Ask about this paper] ask paper=2412.04467 question=?',
      ),
    );
  });

  it('has Korean names for the usual sections and keeps other headings', () => {
    const sections = [
      { heading: 'What’s New', text: '하나' },
      { heading: 'Technical Details', text: '둘' },
      { heading: 'Limitations *', text: '셋' },
    ];
    expect(card({ sections }, 'ko')).toContain(
      LINES('새로운 점', '하나', '기술 세부 사항', '둘', 'Limitations \\*', '셋'),
    );
  });

  it('lists points without a heading', () => {
    const sections = ['첫째입니다.', '둘째\n- 안쪽'].map((text) => ({ heading: null, text }));
    expect(card({ sections })).toContain(
      LINES('Listed 6 Dec 2024', '', '- 첫째입니다.', '- 둘째', '\\- 안쪽'),
    );
  });

  it('warns of a summary that may be about another paper, and says when there is none', () => {
    expect(card({ doubtful: true })).toContain(
      '⚠️ **This summary may be about another paper:** it shares no term',
    );
    expect(card({ doubtful: true }, 'ko')).toContain('⚠️ **다른 논문의 요약일 수 있어요.**');
    expect(card({ sections: [] })).toContain('No summary is held for this paper.');
    expect(card({ sections: [] })).not.toContain('CC BY-NC');
  });

  it('does not call unknown votes 0', () => {
    expect(card({ votes: 'missing' })).toContain(
      LINES('VisionZip: Longer is Better but Not Necessary', 'votes unknown'),
    );
  });

  it('shows all its authors by page, each one openable', () => {
    const paper = paperOf();
    const allAuthors = pageOf(['Senqiao Yang', 'x'.repeat(101)], { page: 2, pages: 3, total: 663 });
    expect(shown(render({ kind: 'paper', paper, allAuthors }, 'en'))).toBe(
      LINES(
        'VisionZip: Longer is Better but Not Necessary',
        '663 authors as listed; the order means nothing.',
        '',
        `Senqiao Yang · ${'x'.repeat(59)}…`,
        'Page 2 of 3',
        '<Open an author…> author name=*: Senqiao Yang ()',
        '[◀ Page 1] paper paper=2412.04467 authors=1 .  [Page 3 ▶] paper paper=2412.04467 authors=3 .  ' +
          '[◀ Back to the paper] paper paper=2412.04467 .',
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
        '**12 papers** list this name · 20 Nov 2023 – 6 Dec 2024 · ▲ 512 votes',
        '-# Namesakes are not told apart: one name can be several people.',
        '',
        '[VisionZip: Longer is Better but Not Necessary](https://arxiv.org/abs/2412.04468)',
        '▲ 53 · 6 Dec 2024',
        'Co-authors',
        'Furu Wei (9)',
        'Similar names, not counted here',
        'LI Dong (1 paper, other spelling) · Dong Li (3 papers, other order)',
        'Votes as of 6 Dec 2024',
        '<Open a paper…> paper paper=*: VisionZip: Longer is Better but Not Necessary (▲ 53 · 6 Dec 2024)',
        '[Furu Wei] author name=Furu+Wei',
        '[LI Dong] author name=LI+Dong  [Dong Li] author name=Dong+Li',
      ),
    );
    expect(shown(render(author, 'ko'))).toContain(
      '이 이름이 실린 **논문 12편** · 2023년 11월 20일 ~ 2024년 12월 6일',
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

  it('is one menu where one option tells the choices apart', () => {
    expect(shown(render({ kind: 'choice', of: 'paper', query: '*vision*', choices }, 'en'))).toBe(
      LINES(
        'Several papers fit “\\*vision\\*”. Which one do you mean?',
        '<Pick one…> paper paper=* .: Paper 2412.04467 (2412.04467 · 6 Dec 2024) | Paper 2412.04468 (2412.04468 · 6 Dec 2024)',
      ),
    );
  });

  it('says so when there is only one, and when not all can be shown', () => {
    const [only] = choices;
    if (only === undefined) throw new Error('no choice');
    const one = { kind: 'choice', of: 'paper', query: 'x', choices: [only] } as const;
    expect(shown(render(one, 'en'))).toContain('Only this paper comes near “x”.');
    expect(shown(render(one, 'ko'))).toContain('“x”에 가까운 논문은 이 한 편이에요.');
    const most = { kind: 'choice', of: 'author', query: 'Wang', choices, total: 1312 } as const;
    expect(shown(render(most, 'en'))).toContain(
      '1,312 authors fit “Wang”: here are the 2 with the most papers.',
    );
    expect(shown(render(most, 'ko'))).toContain('“Wang”에 맞는 저자 1,312명 중 논문이 가장 많은 2명이에요.');
  });

  it('is buttons where the choices are too different for a menu', () => {
    const other = { label: 'Song Han', invocation: { command: 'author', options: { name: 'Song Han' } } };
    expect(
      shown(render({ kind: 'choice', of: 'author', query: 'x', choices: [...choices, other] }, 'ko')),
    ).toBe(
      LINES(
        '“x”에 맞는 저자가 여러 명 있어요. 누구인가요?',
        '[Paper 2412.04467] paper paper=2412.04467 .  [Paper 2412.04468] paper paper=2412.04468 .  ' +
          '[Song Han] author name=Song+Han .',
      ),
    );
  });

  it('keeps what is too long for a button, under the key the button has', () => {
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
      '⚠️ “\\@everyone” is not a date I can read. Write it like **2024-12-06**, or **today** or **yesterday**.',
    );
    expect(shown(render(notice('bug', 'errors.bug', { id: 'ab12cd34' }), 'ko'))).toBe(
      '🛠️ 죄송해요, 저희 쪽에서 문제가 생겼어요. 다시 시도해 주세요. 계속되면 운영자에게 이 번호를 알려 주세요: **ab12cd34**',
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

  it('says what can be asked, what is held, where it comes from and what is stored', () => {
    expect(shown(render(help, 'en'))).toBe(
      LINES(
        'Paperboy',
        'The daily AI papers, with their votes and Korean summaries.',
        '',
        '**/top** \\[period\\] \\[page\\]',
        'The most-voted papers of a week, a month or a year',
        '',
        '**/help**',
        'What this bot can do, what it holds and where it comes from',
        '',
        'Or ask in words: mention me, write to me directly, or reply to an answer of mine. In the menu of a message, ' +
          '**Apps › Find these papers** looks up the papers that it names.',
        'What it holds',
        '5,487 papers in 357 digests, 20 Nov 2023 – 9 May 2025',
        'Votes of Markdown digests are counted at 23:00 UTC of the day; those from Hugging Face when they were last read.',
        'Where it comes from',
        'Papers, votes, order of authors, links and AI summaries: Hugging Face Daily Papers. Abstracts: arXiv via ' +
          'Hugging Face. Korean summaries: ' +
          '[l-yohai/daily\\_papers\\_ko](https://github.com/l-yohai/daily_papers_ko), quoted word for word, CC BY-NC 4.0, not for commercial use.',
        'Privacy',
        "Only a server's settings are stored and, for 30 days, searches and questions too long to fit into a button. No messages are.",
      ),
    );
    expect(shown(render(help, 'ko'))).toContain(
      LINES('**/인기** \\[기간\\] \\[쪽\\] · /top', '한 주, 한 달, 한 해 동안'),
    );
  });
});
