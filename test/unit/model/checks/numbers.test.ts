import { describe, expect, test } from 'vitest';
import { amountsIn, unknownAmounts } from '../../../../src/model/checks/numbers.ts';

describe('the amounts of a text', () => {
  test.each([
    ['3배 빠르고 2.5% 향상됐어요', ['3 times', '2.5 %']],
    ['약3배, 최대2.5배', ['3 times', '2.5 times']],
    ['두 배 빠르다', ['2 times']],
    ['두배 빠르다', ['2 times']],
    ['three times faster', ['3 times']],
    ['twofold, tenfold and 8x', ['8 times', '2 times', '10 times']],
    ['twice as fast', ['2 times']],
    ['삼십 퍼센트', ['삼십 %']],
    ['이십오 배', ['이십오 times']],
    ['약삼십 배, 천 개, 삼백을 넘는', ['삼십 times', '천 ', '삼백 ']],
    ['영점 오 퍼센트', ['영점 오 %']],
    ['twenty-five percent', ['twenty-five %']],
    ['2만 개, 1억 5천만 개', ['20000 ', '150000000 ']],
    ['two hundred million images', ['two hundred million ']],
    ['several hundred images, 3 million', ['3000000 ', 'hundred ']],
    ['1,234.5 and .5', ['1234.5 ', '0.5 ']],
    ['70억 매개변수', ['7000000000 ']],
    ['a 7B model', ['7000000000 ']],
    ['10-20%', ['10 %', '20 %']],
    ['2.5%p, 2.5 percentage points', ['2.5 point', '2.5 point']],
    ['half of it, 절반', ['50 %', '50 %']],
    ['다섯 가지 방법, 열두 개', ['5 ', '12 ']],
    ['５０％', ['50 %']],
    ['10² samples', ['10 ', '2 ']],
    ['5초, 5 ms, 5분, 5시간', ['5 second', '5 ms', '5 minute', '5 hour']],
    ['version 1.2.3', ['1.2.3']],
    ['2024년에 24GB', ['2024 ', '24 GB']],
    ['a tenth, one-fifth, two thirds', ['a tenth ', 'one-fifth ', 'two thirds ']],
    ['10분의 1, 십분의 일', ['10 ', '1 ', '십 ']],
    ['several times, 몇 배', ['several times', 'several times']],
    ['an order of magnitude', ['magnitudes']],
    ['수백 개, hundreds', ['hundreds', 'hundreds']],
  ])('%s', (text, amounts) => {
    expect([...amountsIn(text)].sort()).toEqual([...amounts].sort());
  });

  test.each([
    '이 구조의 이점을 구분한다',
    '열 관리와 이 개념, 이 점은',
    'GPT-4 and LLaVA-1.5',
    '단일 모델이 이만큼',
    '오직 사전 학습된 표현',
    '토큰(tokens)만 남기고 LLM만 쓴다',
    '만일 이 모델이 천이 확률을',
    '이를 기반으로 나눈 분리, 두각을 나타낸다',
    '변수 배치와 함수 배열을 재수배한다',
  ])('are none in %s', (text) => {
    expect(amountsIn(text)).toEqual([]);
  });
});

describe('an amount counts as known', () => {
  test.each([
    ['두 배', 'runs 2x faster'],
    ['3배', 'three times faster'],
    ['threefold', '3배 빠르다'],
    ['20,000 images', '2만 장의 이미지'],
    ['2만 장', '20K images'],
    ['70억', '7B parameters'],
    ['50%', '절반으로 줄인다'],
    ['3 models', '세 모델을'],
    ['4-bit', '4비트 양자화'],
    ['three-dimensional', '3D'],
    ['one of the best', ''],
    ['twenty-five percent', 'of twenty-five percent'],
    ['삼십 퍼센트', '삼십 퍼센트를'],
  ])('%s from %s', (text, source) => {
    expect(unknownAmounts(text, [source])).toEqual([]);
  });

  test.each([
    ['3배', '3% 향상'],
    ['3%', '3%p 향상'],
    ['3 seconds', '3 ms'],
    ['2', '2만 개'],
    ['2.5%', '25%'],
    ['20%', '120%'],
    ['두 배', '세 배'],
    ['twice', 'faster'],
    ['삼십 퍼센트', '13%'],
    ['100 GPUs', 'A100 GPUs'],
    ['3 models', 'models'],
    ['약5배', '배'],
    ['1억', '1억 5천만'],
    ['thousands', 'hundreds'],
    ['세 가지', '두 가지'],
    ['9', '0.9'],
    ['half', '5%'],
    ['twenty-five percent', '25%'],
    ['삼십 퍼센트', '30%'],
    ['a tenth of the tokens', '10% of the tokens'],
    ['변수 이백 개', '변수 200개'],
    ['a fifth of the tokens', '10% of the tokens'],
    ['a third', '3 models'],
    ['orders of magnitude faster', 'faster'],
    ['몇 배 빠르다', '빠르다'],
    ['두세 배 빠르다', '빠르다'],
    ['백여 개', '개'],
    ['×2 faster', '2 models'],
    ['반 이상', '5개'],
  ])('does not: %s from %s', (text, source) => {
    expect(unknownAmounts(text, [source])).not.toEqual([]);
  });
});
