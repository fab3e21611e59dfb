import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Listing } from '../../../src/archive/paper.ts';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import { isDoubtful } from '../../../src/sources/doubt/doubt.ts';
import { corpus, sharedFolder } from '../../support/shared.ts';
import labels from '../../unit/sources/doubt/grounded-labels.json' with { type: 'json' };

const ABSTRACT = `Diffusion models are slow to train. We present VisionZip, which drops redundant visual tokens before
  they reach the language model. On 12 benchmarks it keeps 95.5% of the accuracy of LLaVA while it prefills 8.3 times
  faster, and it needs no training. Code is available at https://github.com/a/b.`;
const TITLE = 'VisionZip: Longer is Better but Not Necessary';

const summary = (text: string) => [{ heading: null, text }];

describe('a summary of a paper with an abstract', () => {
  it.each([
    ['tells the same in Korean', 'VisionZip은 중복된 시각 토큰을 줄여 LLaVA의 정확도 95.5%를 유지합니다.'],
    [
      'tells the same in English',
      'VisionZip drops redundant visual tokens of LLaVA and prefills 8.3x faster.',
    ],
  ])('is not doubtful when it %s', (_, text) => {
    expect(isDoubtful(TITLE, summary(text), ABSTRACT)).toBe(false);
  });

  it.each([
    [
      'is about another subject',
      '분자의 반응을 예측하는 그래프 신경망을 제안합니다. 화학 실험의 비용을 줄입니다.',
    ],
    [
      'was made up',
      '이 논문은 Transformer 구조로 자연어 처리(NLP) 성능을 높이고 BERT보다 정확도(accuracy)가 15% 높습니다.',
    ],
    [
      'is of another paper that names itself',
      'SplatFields는 3D Gaussian Splatting을 희소한 시점에서 복원합니다.',
    ],
  ])('is doubtful when it %s', (_, text) => {
    expect(isDoubtful(TITLE, summary(text), ABSTRACT)).toBe(true);
  });

  it('is compared with the title alone if the abstract says almost nothing', () => {
    expect(isDoubtful(TITLE, summary('VisionZip을 소개합니다.'), 'Withdrawn.')).toBe(false);
  });

  it('is never doubtful if it is empty', () => {
    expect(isDoubtful(TITLE, [], ABSTRACT)).toBe(false);
  });
});

/** Abstracts by id, of the recorded days. */
function abstracts(): ReadonlyMap<string, string> {
  const folder = sharedFolder('hf');
  if (folder === null) return new Map();
  const days = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const papers = days.flatMap((file): { paper: { id: string; summary: string } }[] =>
    JSON.parse(readFileSync(folder + file, 'utf8')),
  );
  return new Map(papers.map(({ paper }) => [paper.id, paper.summary]));
}

const abstractOf = abstracts();
const real = corpus();

/** The listings of all labelled days. */
function labelledListings(): ReadonlyMap<string, Listing> {
  const days = new Set(labels.summaries.map(({ date }) => date).concat(labels.swaps.map(({ date }) => date)));
  const seeds = new URL('../../../seeds/', import.meta.url);
  const markdown = [
    ...real.filter(({ day }) => days.has(day)).map((file) => file.markdown),
    ...readdirSync(seeds)
      .filter((file) => days.has(file.slice(0, 10)))
      .map((file) => readFileSync(new URL(file, seeds), 'utf8')),
  ];
  return new Map(
    markdown.flatMap((text) => parseDigest(text).digest.listings.map((one) => [one.paperId, one] as const)),
  );
}

describe.skipIf(real.length === 0 || abstractOf.size === 0)('over papers of both archives', () => {
  let listings: ReadonlyMap<string, Listing>;
  beforeAll(() => {
    listings = labelledListings();
  });
  const isMarked = (paper: string, summaryOf = paper): boolean => {
    const [one, other] = [listings.get(paper), listings.get(summaryOf)];
    const abstract = abstractOf.get(paper);
    if (one === undefined || other === undefined || abstract === undefined) throw new Error(`no ${paper}`);
    return isDoubtful(one.title, other.sections, abstract);
  };
  const shareOf = (marks: readonly boolean[]) => marks.filter(Boolean).length / marks.length;
  const of = (verdict: string) => labels.summaries.filter((label) => label.verdict === verdict);

  it('finds at least 80 % of the really wrong ones', () => {
    const found = shareOf(of('wrong').map(({ id }) => isMarked(id)));
    console.log(`wrong summaries found: ${(found * 100).toFixed(1)} % of ${of('wrong').length}`);
    expect(found).toBeGreaterThanOrEqual(0.8);
  });

  it('finds at least 80 % of the swapped ones', () => {
    const found = shareOf(labels.swaps.map(({ paper, summaryOf }) => isMarked(paper, summaryOf)));
    console.log(`swapped summaries found: ${(found * 100).toFixed(1)} % of ${labels.swaps.length}`);
    expect(found).toBeGreaterThanOrEqual(0.8);
  });

  it('marks few of the right ones, although those were chosen because they share little', () => {
    const marked = shareOf(of('right').map(({ id }) => isMarked(id)));
    console.log(
      `right summaries marked: ${(marked * 100).toFixed(1)} % of ${of('right').length}, the hardest`,
    );
    expect(marked).toBeLessThan(0.15);
  });

  it('marks at most 3 % of all that are not known to be wrong', () => {
    const wrong = new Set(of('wrong').map(({ id }) => id));
    const others = [...listings.values()].filter(
      ({ paperId, sections }) => sections.length > 0 && abstractOf.has(paperId) && !wrong.has(paperId),
    );
    const marked = shareOf(others.map(({ paperId }) => isMarked(paperId)));
    console.log(`marked of all others: ${(marked * 100).toFixed(1)} % of ${others.length}`);
    expect(marked).toBeLessThanOrEqual(0.03);
  });
});
