import { describe, expect, test } from 'vitest';
import type { DailyPost } from '../../../src/answers/answer.ts';
import type { Details, Paper, Section } from '../../../src/archive/paper.ts';
import type { Language } from '../../../src/language.ts';
import { render } from '../../../src/messages/render.ts';
import { paperOf, rankedOf, shown } from './samples.ts';
import { expectValid } from './valid.ts';

const DETAILS: Details = {
  abstract: 'Tokens are many. In this work, we propose VisionZip, which keeps few of them.',
  keywords: [],
  aiSummary: 'VisionZip keeps few visual tokens.',
  organization: null,
  code: null,
  project: null,
  hiddenAuthors: 0,
};
const pointsIn = (language: string): Section[] => [
  { heading: "What's New", text: `VisionZip in ${language}. It is new. It is third.` },
  { heading: 'Technical Details', text: `How in ${language}.` },
];
const WRITTEN = { en: pointsIn('English'), ko: pointsIn('Korean') };

const paper = (parts: Partial<Paper> = {}): Paper =>
  paperOf({ details: DETAILS, origins: ['huggingface'], sections: [], written: WRITTEN, ...parts });
const card = (one: Paper, locale: Language) =>
  render({ kind: 'paper', paper: one, allAuthors: null }, locale);

describe('the card of a paper that a model summarized', () => {
  test('has what is new in the reader’s language, and says who wrote it', () => {
    expect(shown(card(paper(), 'ko'))).toContain(
      'VisionZip in Korean. It is new. It is third.\narXiv 2412.04467 · AI 요약: 초록 기반',
    );
    expect(shown(card(paper(), 'en'))).toContain(
      'VisionZip in English. It is new. It is third.\narXiv 2412.04467 · AI summary of the abstract',
    );
  });

  test('has all points behind a button, under their headings', () => {
    const { messages } = render({ kind: 'paper', paper: paper(), allAuthors: null, show: 'summary' }, 'ko');
    expect(shown({ messages, keep: new Map() }).split('\n').slice(1)).toEqual([
      '-# AI가 초록을 요약한 글',
      '새로운 점',
      'VisionZip in Korean. It is new. It is third.',
      '기술적 세부 사항',
      'How in Korean.',
      'AI 요약: 초록 기반',
    ]);
  });

  test('has the archive’s own summary for readers of Korean, unless that is doubtful', () => {
    const own = { sections: paperOf().sections };
    const text = shown(card(paper(own), 'ko'));
    expect(text).toContain('시각적 토큰의 중복을 줄입니다');
    expect(text).not.toContain('in Korean');
    const doubtful = shown(card(paper({ ...own, doubtful: true }), 'ko'));
    expect(doubtful).toContain('VisionZip in Korean');
    expect(doubtful).not.toMatch(/시각적|⚠️/);
  });

  test('keeps an English summary of the archive', () => {
    const own = [{ heading: "What's New", text: 'The archive says this in English.' }];
    const text = shown(card(paper({ sections: own }), 'en'));
    expect(text).toContain('The archive says this');
    expect(text).not.toContain('AI summary of the abstract');
  });

  test('is valid with everything at its longest, and contains no working Markdown', () => {
    const long = '@everyone [x](https://e.vil) **b** '.repeat(60);
    const sections = WRITTEN.en.map(({ heading }) => ({ heading, text: long }));
    const one = paper({
      written: { en: sections, ko: sections },
      details: { ...DETAILS, abstract: 'a *b* '.repeat(900) },
    });
    for (const locale of ['en', 'ko'] as const) {
      expectValid(card(one, locale));
      expect(shown(card(one, locale))).not.toMatch(/[^\\]\[x\]|\n@everyone/);
    }
  });
});

describe('the daily post', () => {
  const post = (papers: readonly Paper[]): DailyPost => ({
    kind: 'post',
    date: '2026-03-10',
    votes: 9,
    counted: { first: '2026-03-10', last: '2026-03-10' },
    total: papers.length,
    top: papers.map((one, at) => ({ ...rankedOf(at + 1), paper: one })),
    papers: [],
    roleId: null,
    style: 'cards',
  });

  test('credits each kind of text once, in one line at the end', () => {
    const papers = [
      paper({ id: '2412.00001' }),
      paper({ id: '2412.00002', written: undefined }),
      paper({ id: '2412.00003', written: undefined, details: { ...DETAILS, aiSummary: null } }),
      paper({ id: '2412.00004', doubtful: true, sections: paperOf().sections }),
    ];
    const rendered = render(post(papers), 'en');
    expectValid(rendered);
    const cards = rendered.messages[0]?.embeds.map(({ description = '' }) => description.split('\n')[0]);
    expect(cards).toEqual([
      'VisionZip in English.',
      'VisionZip keeps few visual tokens.',
      'In this work, we propose VisionZip, which keeps few of them.',
      'VisionZip in English.',
    ]);
    expect(rendered.messages[0]?.embeds.at(-1)?.footer?.text).toBe(
      'AI summary of the abstract · AI summary: Hugging Face · Abstract: arXiv via Hugging Face',
    );
  });
});
