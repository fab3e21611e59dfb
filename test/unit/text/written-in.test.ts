import { describe, expect, test } from 'vitest';
import { typedIn, writtenIn } from '../../../src/text/written-in.ts';

describe('the language', () => {
  test('of a question is Korean where it has Hangul, else that of the reader', () => {
    expect(typedIn('VisionZip이 뭐야', 'en')).toBe('ko');
    expect(typedIn('what is VisionZip', 'ko')).toBe('ko');
    expect(typedIn('what is VisionZip', 'en')).toBe('en');
  });

  test.each([
    ['We propose VisionZip, which removes visual tokens.', 'en'],
    ['VisionZip은 visual token을 줄이는 방법을 제안합니다.', 'ko'],
    ['A glossary of the Korean word 논문 and its uses in English sentences', 'en'],
    ['', 'en'],
    ['2024.12 — 95 %', 'en'],
  ] as const)('of the text %j is %s', (text, language) => expect(writtenIn(text)).toBe(language));
});
