import { en, type Texts } from './en.ts';
import { ko } from './ko.ts';

export type { Texts } from './en.ts';

export type Language = 'en' | 'ko';

export const TEXTS: Readonly<Record<Language, Texts>> = { en, ko };

/** What Discord calls the language, as a user's locale. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', ko: 'ko' };

/** Puts values in the place of `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
