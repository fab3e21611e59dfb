import type { Language } from '../words/words.ts';

export type Theme = 'auto' | 'light' | 'dark';

/** A visitor's settings, which the page remembers. */
export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  /** The id of the user whom the visitor plays. */
  readonly user: string;
}

/** The key of the settings in the browser's storage. */
export const SETTINGS_KEY = 'paperboy-sandbox';

/** The id of the server's owner, who has all permissions; the same in every sandbox. */
export const VISITOR = '1180000000000000600';

/** Reads settings written by `writeSettings`; without any, takes the browser's language and the defaults. */
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
