import { describe, expect, it } from 'vitest';
import { dataLines } from '../../../src/text/data.ts';
import { sensesIn } from '../../../src/text/lexicon/concepts.ts';
import { GLOSSARY } from '../../../src/text/lexicon/glossary.ts';
import { describedBy, relatedTo } from '../../../src/text/lexicon/related.ts';
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
    ['Text2SQL', '자연어 질의 변환'],
    ['text-to-SQL', '자연어 질의 변환'],
    ['recommender systems', '추천 시스템'],
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

  it.each([
    ['이미지', 'unknown'],
    ['에이전트들을', 'prior work'],
    ['관심사에', 'judge'],
    ['적합성', 'synthesis'],
  ])('does not take letters inside a word for another word: %s is not %s', (korean, english) => {
    expect(share(english, korean)).toBe(false);
  });

  it('knows a compound and the words that it is made of', () => {
    expect([...meanings('음성인식을')]).toEqual(expect.arrayContaining(['=speechrecognition', '=speech']));
    expect(share('attempt', '시도')).toBe(true);
  });

  it.each([
    ['보고 듣고', 'multimodal'],
    ['photo', 'visual'],
    ['weakness', 'limitation'],
    ['배터리', 'energy'],
  ])('knows terms for the subject of a plain word: %s and %s', (plain, term) => {
    const related = new Set(relatedTo([...meanings(plain)]));
    expect([...meanings(term)].some((sign) => related.has(sign))).toBe(true);
    expect(relatedTo([...meanings(term)]).some((sign) => meanings(plain).has(sign))).toBe(false);
  });

  it.each([
    ['which one makes the network forget what it has learned', 'unlearning'],
    ['learned things it should forget', 'unlearning'],
    ['대본을 사람처럼 읽어 주는', 'speech synthesis'],
    ['뒤에 있는 배경만 깔끔하게 지워주는', 'background removal'],
  ])('knows the term that several words describe, wherever they stand: %s', (described, term) => {
    const found = describedBy(words(described)).flatMap(({ signs }) => signs);
    expect([...meanings(term)].some((sign) => found.includes(sign))).toBe(true);
  });

  it('takes one word for no description', () => {
    expect(describedBy(words('forget'))).toEqual([]);
    expect(describedBy(words('배경'))).toEqual([]);
  });

  it('has terms for the plain words of its own only', () => {
    const lines = dataLines(new URL('../../../src/text/lexicon/related.txt', import.meta.url));
    for (const line of lines) {
      const [plain = '', ...terms] = line.split(/: |, /);
      const isDescription = plain.includes('/');
      for (const text of isDescription ? terms : [plain, ...terms])
        expect([...meanings(text)], line).not.toEqual([]);
    }
  });

  it.each([
    ['말하는 얼굴을', 'lip sync'],
    ['찍은 사진', 'filming'],
    ['순서대로', 'sequence'],
  ])('reads %s as %s', (korean, english) => expect(share(korean, english)).toBe(true));

  it.each([
    ['말하는', 'lip sync'],
    ['찍은', 'guess'],
    ['순서', 'instruction'],
    ['이해', 'extensive'],
    ['지도', 'super'],
    ['수술', 'surge'],
    ['증명', 'provide'],
    ['제안', 'recommendation'],
    ['연구', 'laboratory'],
    ['문제', 'exam'],
    ['MRI', 'X-ray'],
  ])('does not read %s as %s', (korean, english) => expect(share(korean, english)).toBe(false));

  it('reads British spelling as American', () => {
    expect(share('optimisation', 'optimization')).toBe(true);
    expect(share('generalised', 'generalizing')).toBe(true);
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
