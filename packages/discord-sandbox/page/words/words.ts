import type english from './en.ts';

export type Language = 'en' | 'ko';

/** What Discord calls the language, as a user's locale. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', ko: 'ko' };

export type Word = keyof typeof english;

/** All that the page says by itself, in one language. */
export type Words = Readonly<Record<Word, string>>;

/** Says something in the language of the page, with values in the place of `{name}`. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

export function sayIn(words: Words): Say {
  return (word, values = {}) =>
    words[word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
