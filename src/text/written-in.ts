import { LANGUAGES, type Language } from '../language.ts';

/** Letters that tell a language. A text without any counts as the first language. */
const LETTERS: Readonly<Partial<Record<Language, RegExp>>> = { ko: /[가-힣]/g };

/** The least share of its own letters in a text of a language; the others mostly spell English terms. */
const OWN_SHARE = 0.3;
/** Characters at the beginning of a text that decide. */
const SAMPLE = 500;

/** The language of a typed line, decided by a single letter; `otherwise` if no letter decides. */
export function typedIn(line: string, otherwise: Language): Language {
  return LANGUAGES.find((language) => lettersOf(language, line) > 0) ?? otherwise;
}

/** The language that most of a text is in. */
export function writtenIn(text: string): Language {
  const beginning = text.slice(0, SAMPLE);
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  const own = (language: Language) => letters > 0 && lettersOf(language, beginning) / letters >= OWN_SHARE;
  return LANGUAGES.find(own) ?? LANGUAGES[0];
}

/** Whether a text may be in a language: Korean with any Hangul, English without. */
export function isInLanguage(text: string, language: Language): boolean {
  return /[가-힣]/.test(text) === (language === 'ko');
}

/** Those of some texts that are in a language; all of them if none is. */
export function preferablyIn(language: Language, texts: readonly string[]): readonly string[] {
  const own = texts.filter((text) => isInLanguage(text, language));
  return own.length > 0 ? own : texts;
}

function lettersOf(language: Language, text: string): number {
  const letters = LETTERS[language];
  return letters === undefined ? 0 : (text.match(letters)?.length ?? 0);
}
