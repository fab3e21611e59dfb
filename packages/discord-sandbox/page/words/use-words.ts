import { useEffect, useMemo, useState } from 'preact/hooks';
import { loadWords } from './load-words.ts';
import { type Language, type Say, sayIn, type Words } from './words.ts';

/** Speaks the language that was switched to as soon as its words are there, and goes on in the one before until then. */
export function useWords(first: Words, language: Language): Say {
  const [words, setWords] = useState(first);
  useEffect(() => {
    let left = false;
    loadWords(language).then(
      (loaded) => left || setWords(loaded),
      // Without the sandbox there are no others; the page says that it is gone.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [language]);
  return useMemo(() => sayIn(words), [words]);
}
