import { describe, expect, it } from 'vitest';
import { sectionKind } from '../../../../src/digest-format/read/section.ts';

describe('the kind of a heading', () => {
  it.each([
    "What's New",
    'What’s New',
    'whats new',
    "WHAT'S NEW",
    "***What's New***:",
    ' What`s  New ',
    '새로운 점',
    '새로운점',
  ])('is `new`: %s', (heading) => {
    expect(sectionKind(heading)).toBe('new');
  });

  it.each([
    'Technical Details',
    'technical detail',
    '**Technical Details*',
    'Technical Details:',
    '기술적 세부 사항',
    '기술 세부사항',
  ])('is `technical`: %s', (heading) => {
    expect(sectionKind(heading)).toBe('technical');
  });

  it.each([
    'Performance Highlights',
    'Performance highlight',
    'Ｐerformance Highlights',
    '성능 하이라이트',
    '주요 성과',
  ])('is `performance`: %s', (heading) => {
    expect(sectionKind(heading)).toBe('performance');
  });

  it.each(['Limitations', '고찰', 'Implementational Details', 'constructor', '__proto__', '', '***', null])(
    'is `other`: %s',
    (heading) => {
      expect(sectionKind(heading)).toBe('other');
    },
  );
});
