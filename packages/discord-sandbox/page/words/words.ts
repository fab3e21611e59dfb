import type english from './en.ts';

export type Language = 'en' | 'ko';

/** Discord's locale for each language. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', ko: 'ko' };

export type Word = keyof typeof english;

/** All texts of the page itself, in one language. */
export type Words = Readonly<Record<Word, string>>;

/** Returns a text in the language of the page, with values filled in for `{name}`. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

export function sayIn(words: Words): Say {
  return (word, values = {}) =>
    words[word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
