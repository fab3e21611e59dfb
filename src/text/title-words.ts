import { fold } from './fold.ts';

/** Shorter words stand within many others: `rag` in `leverage`. */
const WITHIN_MIN = 4;

/**
 * Tells whether a title has all words of a text. A word of four letters or more may stand within another (`mamba` in
 * `VMamba`); a shorter one must be a whole word, its plural, or the capital letters that end a name (`VideoRAG`).
 */
export function hasTitleWords(text: string): (title: string) => boolean {
  const wanted = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const [long, short] = [
    wanted.filter((word) => word.length >= WITHIN_MIN || /[가-힣]/.test(word)),
    wanted.filter((word) => word.length < WITHIN_MIN && !/[가-힣]/.test(word)),
  ];
  return (title) => {
    const folded = fold(title);
    if (!long.every((word) => folded.includes(word))) return false;
    return short.length === 0 || short.every((word) => hasShort(title, folded, word));
  };
}

function hasShort(title: string, folded: string, word: string): boolean {
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.some((one) => one === word || one === `${word}s`)) return true;
  const capitals = word.toUpperCase();
  return (title.match(/[\p{L}\p{N}]+/gu) ?? []).some((one) => one.endsWith(capitals));
}
