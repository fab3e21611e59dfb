import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/language.ts';
import { FORMATS } from '../../../src/messages/locales/index.ts';

describe('numbers and plurals', () => {
  it.each(LANGUAGES)('are those of Intl in %s', (language) => {
    const numbers = new Intl.NumberFormat(language);
    const plurals = new Intl.PluralRules(language);
    const anyNumber = fc.oneof(
      fc.integer(),
      fc.integer().map((value) => value / 1000),
    );
    fc.assert(
      fc.property(anyNumber, (value) => {
        expect(FORMATS[language].number(value)).toBe(numbers.format(value));
        expect(FORMATS[language].plural(value)).toBe(plurals.select(value));
      }),
    );
    for (const count of [-1, 0, 1, 2]) expect(FORMATS[language].plural(count)).toBe(plurals.select(count));
  });
});
