import { fold } from '../fold.ts';

/** Folded words of a name: `Min-Joon O'Neil` has min, joon and oneil. */
export function wordsOf(name: string): readonly string[] {
  return wordLinesOf([name])[0]?.match(/\S+/g) ?? [];
}

/** Folded words of each name, joined by spaces. All names at once take a third of the time. */
export function wordLinesOf(names: readonly string[]): readonly string[] {
  const text = names.map((name) => name.replaceAll('\n', ' ')).join('\n');
  return fold(text)
    .replace(/['’‘ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}\n]+/gu, ' ')
    .split('\n')
    .map((line) => line.trim());
}

/** The joined forms of a name's hyphenated words: `Min-Joon Seo` has minjoon. */
export function joinedWordsOf(name: string): readonly string[] {
  if (!name.includes('-')) return [];
  return name
    .split(/\s+/)
    .filter((word) => word.includes('-'))
    .map((word) => wordsOf(word).join(''));
}

/** Sorts the longest word first: it is likely the rarest, so it leaves the fewest names to check. */
export function longestFirst(words: readonly string[]): readonly string[] {
  return words.toSorted((a, b) => b.length - a.length);
}

/** A single letter is an initial, unless its script has no capitals: it matches any word that begins with it. */
export function isInitial(typed: string): boolean {
  return /^\p{Ll}$/u.test(typed);
}

/** Whether two names of the same letters are split alike: Min Joon Seo and Minjoon Seo, not Xi Nan and Xin An. */
export function isSplitAlike(words: readonly string[], others: readonly string[]): boolean {
  if (words.length === 1 || others.length === 1) return true;
  return words[0] === others[0] || words.at(-1) === others.at(-1);
}

/** Typing mistakes to tolerate in a name: two in a short name would spell another one. */
export function mistakesInName(letters: string): number {
  if (letters.length < 5) return 0;
  return letters.length < 8 ? 1 : 2;
}
