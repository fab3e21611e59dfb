import { fold } from './fold.ts';
import { plainWords, squash } from './tokens.ts';

/** Letters from which a word may be part of another: shorter ones are part of many (`rag` in `leverage`). */
const WITHIN_MIN = 4;

/**
 * Makes a test for titles that have all words of a text; words in quotation marks stand together (`"world model"`). A word of
 * four letters or more may be part of another (`mamba` in `VMamba`); a shorter one must be a whole word, its plural, or the
 * capital letters at the end of a name (`VideoRAG`).
 */
export function hasTitleWords(text: string): (title: string) => boolean {
  const phrase = /^"(.+ .+)"$/.exec(text.trim())?.[1];
  if (phrase !== undefined) {
    const spelled = new RegExp([...squash(phrase)].join('[^\\p{L}\\p{N}]*'), 'u');
    return (title) => spelled.test(fold(title));
  }
  const wanted = plainWords(text);
  const short = wanted.filter((word) => word.length < WITHIN_MIN && !/[가-힣]/.test(word));
  return (title) => {
    const folded = fold(title);
    return (
      wanted.every((word) => folded.includes(word)) && short.every((word) => hasShort(title, folded, word))
    );
  };
}

function hasShort(title: string, folded: string, word: string): boolean {
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.some((one) => one === word || one === `${word}s`)) return true;
  const capitals = word.toUpperCase();
  return (title.match(/[\p{L}\p{N}]+/gu) ?? []).some((one) => one.endsWith(capitals));
}
