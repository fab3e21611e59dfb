import type { Language } from '../words/words.ts';

export type Theme = 'auto' | 'light' | 'dark';

/** What a visitor has switched, and the page remembers. */
export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  /** The id of the user being played. */
  readonly user: string;
}

/** Where the browser keeps them. */
export const SETTINGS_KEY = 'paperboy-sandbox';

/** The user of the sandbox who may do everything; the id is the same in every sandbox. */
export const VISITOR = '1180000000000000600';

/** Reads settings as `writeSettings` wrote them; the browser's language stands in. */
export function readSettings(kept: string | null, browserLanguage: string): Settings {
  const [language = '', theme, user = VISITOR] = (kept ?? browserLanguage).split(' ');
  return {
    language: language.startsWith('ko') ? 'ko' : 'en',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    user,
  };
}

export function writeSettings({ language, theme, user }: Settings): string {
  return [language, theme, user].join(' ');
}
