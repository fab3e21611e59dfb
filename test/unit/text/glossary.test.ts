import { describe, expect, it } from 'vitest';
import { sensesIn } from '../../../src/text/lexicon/concepts.ts';
import { GLOSSARY } from '../../../src/text/lexicon/glossary.ts';
import { words } from '../../../src/text/tokens.ts';

const meanings = (text: string) => new Set(sensesIn(words(text)));
const share = (one: string, other: string) => [...meanings(one)].some((sign) => meanings(other).has(sign));

describe('the glossary', () => {
  it.each([
    ['speech synthesis', '음성합성을'],
    ['speech synthesis', '음성 합성의'],
    ['text-to-speech', '음성 합성'],
    ['anomaly detection', '이상탐지'],
    ['diffusion', '디퓨전'],
    ['RLHF', '인간 피드백'],
    ['fine-tuned', '미세조정'],
    ['benchmarks', '벤치마크를'],
    ['generating', '생성하는'],
    ['drawers', '서랍'],
  ])('knows that %s is %s', (english, korean) => {
    expect(share(english, korean)).toBe(true);
  });

  it('tells the meanings of a word by its neighbours', () => {
    expect(meanings('이미지 생성을 위한 확산 모델')).toContain('=diffusion');
    expect(meanings('이미지 생성을 위한 확산 모델')).not.toContain('=spread');
    expect(meanings('소문의 확산')).toContain('=spread');
    expect(meanings('소문의 확산')).not.toContain('=diffusion');
    // Alone it may be either.
    expect([...meanings('확산')]).toEqual(expect.arrayContaining(['=diffusion', '=spread']));
  });

  it('has English in lower case and Korean on its own side, and no empty side', () => {
    for (const { english, korean } of GLOSSARY) {
      expect(english.length).toBeGreaterThan(0);
      expect(korean.length).toBeGreaterThan(0);
      for (const { text } of english) expect(text).toMatch(/^[^A-Z가-힣]+$/);
      for (const { text } of korean) expect(text).toMatch(/[가-힣]|\d/);
    }
  });
});
