import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import { isDoubtful } from '../../../src/sources/doubt/doubt.ts';
import { corpus } from '../../support/shared.ts';
import labels from '../../unit/sources/doubt/doubt-labels.json' with { type: 'json' };

const SEEDS = new URL('../../../seeds/', import.meta.url);

const summary = (...texts: readonly string[]) => texts.map((text) => ({ heading: null, text }));

describe('a summary is doubtful', () => {
  it('if it shares no term with the title', () => {
    const text = '분자의 특성과 반응을 예측하는 그래프 신경망을 제안합니다. 화학 실험의 비용을 줄입니다.';
    expect(isDoubtful('Pixel-Space Post-Training of Latent Diffusion Models', summary(text))).toBe(true);
  });

  it('if it shares only a word of the whole field, and has stock subjects of its own', () => {
    const text =
      '최근 arXiv에 발표된 논문은 Transformer 구조로 자연어 처리(NLP) 성능을 높이고 token 수를 줄입니다.';
    expect(isDoubtful('Colour Grading of Underwater Video with Token Mixers', summary(text))).toBe(true);
  });
});

describe('a summary is not doubtful', () => {
  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'])(
    'and causes no error, if the title has the word %s',
    (word) => {
      expect(isDoubtful(`A ${word} of Zebrafy`, summary('Zebrafy라는 새로운 방법을 소개합니다.'))).toBe(
        false,
      );
    },
  );

  it.each([
    ['names the method', 'Zebrafy: Stripes for Free', 'Zebrafy라는 새로운 방법을 소개합니다.'],
    [
      'is all Korean',
      'Diffusion Models for Weather Forecasting',
      '이 연구는 확산 모형으로 날씨를 예측합니다.',
    ],
    [
      'writes terms by their sound',
      'Gaussian Splatting on Phones',
      '가우시안 스플래팅을 가볍게 만들었습니다.',
    ],
    ['has terms in parentheses', 'Speculative Decoding', '추측 해독(speculative decoding)을 빠르게 합니다.'],
    ['has a term in another form', 'Watermarks in Generated Images', '워터마크(watermarking)를 남깁니다.'],
    [
      'is for a title that says almost nothing',
      'A Simple and Effective Approach',
      '새로운 방법을 제안합니다.',
    ],
    ['is for a short title of other words', 'On Kindness', '로봇이 사람을 돕는 방법을 다룹니다.'],
  ])('if it %s', (_, title, text) => {
    expect(isDoubtful(title, summary(text))).toBe(false);
  });

  it('if it is empty', () => {
    expect(isDoubtful('Pixel-Space Post-Training of Latent Diffusion Models', [])).toBe(false);
    expect(isDoubtful('Pixel-Space Post-Training of Latent Diffusion Models', summary(' '))).toBe(false);
  });

  it('for a syllable that is only part of another word', () => {
    const told = isDoubtful('Law Exams and Courts and Juries', summary('새로운 방법으로 그림을 그립니다.'));
    expect(told).toBe(true);
    expect(isDoubtful('Law Exams and Courts and Juries', summary('법을 다룹니다.'))).toBe(false);
  });
});

const real = corpus();

/** Whether each labelled summary is found doubtful. */
function judge() {
  const seeds = readdirSync(SEEDS).filter((file) => /^\d/.test(file));
  const markdown = new Map([
    ...seeds.map((file) => [file.slice(0, 10), readFileSync(new URL(file, SEEDS), 'utf8')] as const),
    ...real.map((file) => [file.day, file.markdown] as const),
  ]);
  return labels.flatMap((label) => {
    const { listings } = parseDigest(markdown.get(label.date) ?? '').digest;
    return listings
      .filter(({ paperId }) => paperId === label.id)
      .map(({ title, sections }) => ({ verdict: label.verdict, doubtful: isDoubtful(title, sections) }));
  });
}

describe.skipIf(real.length === 0)('over the labelled summaries', () => {
  let judged: ReturnType<typeof judge>;
  // The body of a skipped `describe` runs all the same; what needs the digests comes in here.
  beforeAll(() => {
    judged = judge();
  });
  const shareOf = (verdict: string) => {
    const some = judged.filter((one) => one.verdict === verdict);
    return some.filter(({ doubtful }) => doubtful).length / some.length;
  };

  it('finds them all in the digests', () => {
    expect(judged.length).toBeGreaterThanOrEqual(labels.length);
  });

  it('finds at least 80 % of the wrong ones', () => {
    expect(shareOf('wrong')).toBeGreaterThan(0.8);
  });

  it('marks at most 4 % of the right ones, which were chosen because they share little', () => {
    expect(shareOf('right')).toBeLessThan(0.04);
  });
});
