import type { Language, Words } from './words.ts';

/** Loads the texts of a language. Each language is a script of its own, so that a reader loads only one. */
export function loadWords(language: Language): Promise<Words> {
  const script = language === 'ko' ? import('./ko.ts') : import('./en.ts');
  return script.then((loaded) => loaded.default);
}
