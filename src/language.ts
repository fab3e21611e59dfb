/** Readers of any other language get the first one. `docs/architecture.md` lists what another language needs. */
export const LANGUAGES = ['en', 'ko'] as const;

export type Language = (typeof LANGUAGES)[number];

/** @returns the bot's language for a tag: `ko`, `en-GB`, `ko_KR.UTF-8` */
export function languageOfTag(tag: string | undefined): Language {
  const [code = ''] = (tag ?? '').toLowerCase().split(/[-_.]/);
  return isLanguage(code) ? code : LANGUAGES[0];
}

export function isLanguage(value: string | null | undefined): value is Language {
  return LANGUAGES.some((language) => language === value);
}

export function inEachLanguage<Value>(of: (language: Language) => Value): Record<Language, Value> {
  return { en: of('en'), ko: of('ko') };
}
