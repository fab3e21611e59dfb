import type { Language } from '../texts/texts.ts';

export type Theme = 'auto' | 'light' | 'dark';

/** The user of the sandbox who may do everything; the id is the same in every sandbox. */
export const VISITOR = '1180000000000000600';

/** What a visitor has switched, and the page remembers. */
export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  /** The id of the user being played. */
  readonly user: string;
}

/** Reads settings as they were kept, whatever is left of them; the browser's language stands in. */
export function readSettings(kept: string | null, browserLanguage: string): Settings {
  const { language, theme, user } = objectIn(kept);
  return {
    language:
      language === 'ko' || language === 'en' ? language : browserLanguage.startsWith('ko') ? 'ko' : 'en',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    user: typeof user === 'string' ? user : VISITOR,
  };
}

function objectIn(kept: string | null): Partial<Record<keyof Settings, unknown>> {
  try {
    const value: unknown = JSON.parse(kept ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
