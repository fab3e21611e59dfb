import { LANGUAGES, type Language } from '../language.ts';

/** Letters by which a language is told. A text with none of them is taken for the first language. */
const LETTERS: Readonly<Partial<Record<Language, RegExp>>> = { ko: /[가-힣]/g };

/** At least this share of the letters of a text in a language are its own; most of the others spell English terms. */
const OWN_SHARE = 0.3;
/** A text is judged by this many characters at its beginning. */
const SAMPLE = 500;

/** The language in which somebody typed a line, told by a single letter; `otherwise` where no letter tells. */
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

function lettersOf(language: Language, text: string): number {
  const letters = LETTERS[language];
  return letters === undefined ? 0 : (text.match(letters)?.length ?? 0);
}
