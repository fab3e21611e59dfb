import { useEffect, useMemo, useState } from 'preact/hooks';
import { loadWords } from './load-words.ts';
import { type Language, type Say, sayIn, type Words } from './words.ts';

/** Switches to another language once its texts are loaded; until then the previous language stays. */
export function useWords(first: Words, language: Language): Say {
  const [words, setWords] = useState(first);
  useEffect(() => {
    let left = false;
    loadWords(language).then(
      (loaded) => left || setWords(loaded),
      // The texts cannot be loaded if the sandbox has stopped, which the page shows already.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [language]);
  return useMemo(() => sayIn(words), [words]);
}
