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
  test('has the points under their headings, and says whose they are', () => {
    expect(shown(card(paper(), 'ko')).split('\n').slice(5, 11)).toEqual([
      '**언어 모델이 초록으로 쓴 요약**',
      '새로운 점',
      'VisionZip in Korean. It is new. It is third.',
      '기술 세부 사항',
      'How in Korean.',
      'arXiv 2412.04467 · 모델 요약: 초록 기반',
    ]);
  });

  test('has the abstract as well for readers of English, above', () => {
    const text = shown(card(paper(), 'en'));
    expect(text).toMatch(
      /\*\*Abstract\*\*\nTokens are many.*\n\n\*\*Summary by a language model from the abstract\*\*\nWhat's New\nVisionZip in English/s,
    );
    expect(text).toContain('Model summary: from the abstract · Abstract: arXiv via Hugging Face');
    expect(text).not.toContain('Hugging Face AI summary');
  });

  test('is as it was for readers of a language that none was written in', () => {
    const one = paper({ written: { en: WRITTEN.en } });
    expect(card(one, 'ko')).toEqual(card(paper({ written: undefined }), 'ko'));
  });

  test('has the archive’s own summary for readers of Korean, unless it is doubtful', () => {
    const own = { sections: paperOf().sections };
    const text = shown(card(paper(own), 'ko'));
    expect(text).toContain('시각적 토큰의 중복을 줄입니다');
    expect(text).not.toMatch(/in Korean|언어 모델/);
    const doubtful = shown(card(paper({ ...own, doubtful: true }), 'ko'));
    expect(doubtful).toContain('VisionZip in Korean');
    expect(doubtful).not.toMatch(/시각적|⚠️/);
  });

  test('keeps a summary of the archive that is in English', () => {
    const own = [{ heading: "What's New", text: 'The archive says this in English.' }];
    const text = shown(card(paper({ sections: own }), 'en'));
    expect(text).toContain('The archive says this');
    expect(text).not.toContain('language model');
  });

  test('is valid with everything at its longest, and builds nothing', () => {
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
  });

  test('labels each kind of text in the place of a summary, and credits each once', () => {
    const papers = [
      paper({ id: '2412.00001' }),
      paper({ id: '2412.00002', written: undefined }),
      paper({ id: '2412.00003', written: undefined, details: { ...DETAILS, aiSummary: null } }),
      paper({ id: '2412.00004', doubtful: true, sections: paperOf().sections }),
    ];
    const rendered = render(post(papers), 'en');
    expectValid(rendered);
    const cards = rendered.messages[0]?.embeds.map(({ description = '' }) =>
      description.split('\n').slice(1),
    );
    expect(cards).toEqual([
      ['-# Summary by a language model from the abstract', 'VisionZip in English. It is new.'],
      ['-# Hugging Face AI summary', 'VisionZip keeps few visual tokens.'],
      ['-# From the abstract', 'In this work, we propose VisionZip, which keeps few of them.'],
      ['-# Summary by a language model from the abstract', 'VisionZip in English.'],
    ]);
    expect(rendered.messages[0]?.embeds.at(-1)?.footer?.text).toBe(
      'Model summary: from the abstract · AI summary: Hugging Face · Abstract: arXiv via Hugging Face',
    );
  });
});
