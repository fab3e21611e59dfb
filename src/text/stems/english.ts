import { dataLines } from '../data.ts';

const ENDINGS = dataLines(new URL('./english-endings.txt', import.meta.url)).toSorted(
  (a, b) => b.length - a.length,
);

/** Letters: unrelated words share shorter stems. */
const STEM_MIN = 4;

/**
 * The stem that the forms of an English word share: `prun` for `pruning` and `pruned`. Two different words may share one,
 * so a match of stems should count less than a match of words.
 *
 * @param word folded
 * @returns null if the word is short or has characters other than a to z
 */
export function stemOf(word: string): string | null {
  if (word.length <= STEM_MIN || !/^[a-z]+$/.test(word)) return null;
  let stem = word;
  for (let round = 0; round < 2; round++) {
    const ending = ENDINGS.find((one) => stem.endsWith(one) && stem.length - one.length >= STEM_MIN);
    if (ending === undefined) break;
    stem = stem.slice(0, -ending.length);
  }
  return stem.replace(/([bcdfgklmnprtvz])\1$/, '$1');
}
