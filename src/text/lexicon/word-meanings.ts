import { sensesAlone } from './concepts.ts';

/** Most letters of a text that are read: a few summaries are many times longer than others. */
const READ_MAX = 2_000;

/** Meanings of each word of a text, the words around it ignored: a tenth of the time that phrases and contexts take. */
export function textMeanings(text: string): readonly (readonly string[])[] {
  const words = text
    .slice(0, READ_MAX)
    .toLowerCase()
    .match(/[a-z0-9]+|[가-힣]+/g);
  return wordMeanings(words ?? []);
}

/** Meanings of each of some folded words. */
export function wordMeanings(words: readonly string[]): readonly (readonly string[])[] {
  return words.map(sensesAlone);
}
