import { isSign, isStem, sensesAt, sensesIn } from '../text/lexicon/concepts.ts';
import { isHangul, singular, words } from '../text/tokens.ts';

/**
 * What a keyword means, whatever its spelling: the concept of the glossary that all of it stands for (`LLMs`, `large
 * language models (LLMs)` and `대형 언어 모델` are one), else its words without plurals.
 *
 * @returns null for a text without words
 */
export function termOf(keyword: string): string | null {
  const all = words(keyword.replace(/\([^)]*\)/g, ' '));
  if (all.length === 0) return null;
  const joined = all.join('');
  const senses = new Set(sensesAt([joined], 0).filter((sense) => isSign(sense) && !isStem(sense)));
  const [first] = senses;
  // Of a run of Hangul the longest word comes first; behind it come the words that it is made of.
  if (first !== undefined && (senses.size === 1 || isHangul(joined))) return first;
  return all.map(singular).join(' ');
}

/** Tells of texts whether they name a term, alone or within a longer one (`LLM agents` names agents). */
export function naming(term: string): (text: string) => boolean {
  if (isSign(term)) return (text) => sensesIn(words(text)).includes(term);
  return (text) => ` ${words(text).map(singular).join(' ')} `.includes(` ${term} `);
}
