import { terms, words } from '../tokens.ts';
import { type PartMeaning, sensesAlone, sensesIn } from './concepts.ts';

/** Most letters of a text that are read: a few summaries are many times longer than others. */
const READ_MAX = 2_000;

/** Terms and meanings that were found, as a set or anything that can be asked like one. */
type Found = Pick<ReadonlySet<string>, 'has'>;

/** The search terms of a text, then the meanings of its words and phrases. */
export function termsAndMeanings(text: string): readonly string[] {
  return [...terms(text), ...sensesIn(words(text))];
}

/** Meanings of each word of a text, the words around it ignored: a tenth of the time that phrases and contexts take. */
export function textMeanings(text: string): readonly (readonly string[])[] {
  const all = text
    .slice(0, READ_MAX)
    .toLowerCase()
    .match(/[a-z0-9]+|[가-힣]+/g);
  return wordMeanings(all ?? []);
}

/** Meanings of each of some folded words. */
export function wordMeanings(all: readonly string[]): readonly (readonly string[])[] {
  return all.map(sensesAlone);
}

/** Share of a word whose meaning was found: all of a compound, or some of its words (자율 alone is half of 자율주행). */
export function shareMeant(meanings: readonly PartMeaning[], found: Found): number {
  let [all, held] = [0, 0];
  let [end, heldEnd] = [0, 0];
  for (const { from, to, senses } of meanings) {
    all += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
    if (!hasAny(found, senses)) continue;
    held += Math.max(0, to - Math.max(from, heldEnd));
    heldEnd = Math.max(heldEnd, to);
  }
  return all === 0 ? 0 : held / all;
}

/** Whether any of some terms or meanings was found. */
export function hasAny(found: Found, terms: readonly string[]): boolean {
  for (const term of terms) if (found.has(term)) return true;
  return false;
}
