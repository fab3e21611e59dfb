import type { Language, Words } from './words.ts';

/** A language's words. Each language is a script of its own: a reader loads one of them. */
export function loadWords(language: Language): Promise<Words> {
  const script = language === 'ko' ? import('./ko.ts') : import('./en.ts');
  return script.then((loaded) => loaded.default);
}
