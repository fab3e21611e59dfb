import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/text/fold.ts';

describe('folding', () => {
  it.each([
    ['Łukasz Møller', 'lukasz moller'],
    ['Straße', 'strasse'],
    ['Đặng Ýnh', 'dang ynh'],
    ['ISTANBUL İstanbul ı', 'istanbul istanbul i'],
    ['Ｆｕｌｌ ﬁ', 'full fi'],
    ['PixArtΣ pixartς', 'pixartσ pixartσ'],
    ['한글 그대로', '한글 그대로'],
    ['한글'.normalize('NFD'), '한글'],
  ])('makes %j into %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});
