import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, escapeText } from '../../../../../src/messages/parts/text/escape.ts';
import { cut, firstSentences, share } from '../../../../../src/messages/parts/text/truncate.ts';
import { anyText } from '../../arbitraries.ts';
import { readDiscord } from '../../discord-markdown.ts';

const anyMax = fc.integer({ min: 1, max: 400 });

describe('cut', () => {
  it('leaves a text that fits as it is', () => {
    expect(cut('Attention', 9)).toBe('Attention');
  });

  it.each([
    ['Attention Is All You Need', 20, 'Attention Is All…'],
    ['Attention Is All You Need', 4, 'Att…'],
    ['A Survey: Multimodal Models', 12, 'A Survey…'],
    ['논문을 읽고 정리합니다', 8, '논문을 읽고…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 13, '👩‍👩‍👧‍👦…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 8, '…'],
    ['a\\*b', 3, 'a…'],
    ['anything', 0, ''],
  ])('%j in %i characters is %j', (text, max, expected) => {
    expect(cut(text, max)).toBe(expected);
  });

  it('never passes its maximum, never splits a character, and keeps the beginning', () => {
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(anyText(), anyMax, (text, max) => {
        const whole = clean(text);
        const result = cut(whole, max);
        expect(result.length).toBeLessThanOrEqual(max);
        expect(result.isWellFormed()).toBe(true);
        if (result === whole) return;
        const kept = result.slice(0, -1).replace(/\\+$/, '');
        expect(whole.startsWith(kept)).toBe(true);
        const next = graphemes.segment(whole).containing(kept.length);
        expect(next?.index ?? kept.length).toBe(kept.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves escaped text harmless', () => {
    fc.assert(
      fc.property(anyText(), anyMax, (text, max) => {
        const { text: shown, marks } = readDiscord(cut(escapeText(text), max));
        expect(marks).toEqual([]);
        if (shown.endsWith('…')) expect(clean(text).startsWith(shown.slice(0, -1))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('first sentences', () => {
  it.each([
    ['One. Two. Three.', 2, 100, 'One. Two.'],
    ['One. Two. Three.', 1, 100, 'One.'],
    ['한 문장입니다. 두 문장입니다. 셋.', 2, 100, '한 문장입니다. 두 문장입니다.'],
    ['By Smith et al. in 3.5 days, e.g. here. Two.', 1, 100, 'By Smith et al. in 3.5 days, e.g. here.'],
    ['One. Two is far too long to fit.', 2, 12, 'One.'],
    ['Far too long to fit.', 2, 10, 'Far too…'],
    ['No mark at the end', 2, 100, 'No mark at the end'],
    ['"Quoted." Then more.', 1, 100, '"Quoted."'],
    ['', 2, 100, ''],
  ])('of %j, %i within %i, are %j', (text, most, max, expected) => {
    expect(firstSentences(text, most, max)).toBe(expected);
  });

  it('never pass their maximum', () => {
    fc.assert(
      fc.property(anyText(), fc.integer({ min: 1, max: 3 }), anyMax, (text, most, max) => {
        expect(firstSentences(clean(text), most, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

describe('share', () => {
  it('gives long texts what short ones do not need', () => {
    expect(share([10, 500, 500], 410)).toEqual([10, 200, 200]);
    expect(share([10, 20], 100)).toEqual([10, 20]);
    expect(share([], 100)).toEqual([]);
    expect(share([5, 5], -3)).toEqual([0, 0]);
  });

  it('never gives more than the total, nor more than wanted', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { maxLength: 25 }), fc.nat(6000), (wanted, total) => {
        const shares = share(wanted, total);
        expect(shares.reduce((sum, given) => sum + given, 0)).toBeLessThanOrEqual(total);
        shares.forEach((given, index) => {
          expect(given).toBeLessThanOrEqual(wanted[index] ?? 0);
        });
      }),
    );
  });
});
