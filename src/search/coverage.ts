import { isSign } from '../text/lexicon/concepts.ts';
import { FUNCTION_WORDS } from '../text/lexicon/function-words.ts';
import { hangulStem } from '../text/stems/hangul.ts';
import { isHangul } from '../text/tokens.ts';
import type { Candidate } from './index/search-index.ts';
import type { Query, Unit } from './query.ts';

/** A word that no paper has is rare for its own sake, not for its subject: it must not weigh most. */
const RARITY_MAX = 5;

/** What a word without a subject (`안`, `again`) tells beside others: a paper in the other language cannot have it. */
const FUNCTION = 0.3;

/**
 * How much a term tells, from in how many of all papers it stands.
 */
export type Rarity = (term: string) => number;

/** @param papersWith in how many papers a term stands */
export function rarityOf(papers: number, papersWith: (term: string) => number): Rarity {
  return (term) => Math.min(RARITY_MAX, Math.log(1 + papers / Math.max(0.5, papersWith(term))));
}

/** How much each word of a query tells. */
export function weighUnits({ units }: Query, rarity: Rarity): readonly number[] {
  return units.map(({ word, terms, joined, weight: own }) => {
    const weight = FUNCTION_WORDS.has(word) || FUNCTION_WORDS.has(hangulStem(word)) ? FUNCTION * own : own;
    const spelled = terms.reduce((sum, term) => sum + rarity(term), 0) / Math.max(1, terms.length);
    return weight * (joined.length > 0 ? Math.min(spelled, rarity(joined[0] ?? '')) : spelled);
  });
}

/**
 * How much of what a query tells is found, 0 to 1; rare words tell more.
 *
 * @param told how much each word of the query tells
 */
export function coverage({ units }: Query, told: readonly number[], found: ReadonlySet<string>): number {
  let [all, shared] = [0, 0];
  units.forEach((unit, at) => {
    const telling = told[at] ?? 0;
    all += telling;
    shared += telling * shareFound(unit, found);
  });
  return all === 0 ? 0 : shared / all;
}

/** How much of one word is found: itself, in one with its neighbours, or by another word for it. */
function shareFound({ terms, joined, senses }: Unit, found: ReadonlySet<string>): number {
  if (joined.some((term) => found.has(term))) return 1;
  const spelled = terms.filter((term) => found.has(term)).length / Math.max(1, terms.length);
  return spelled === 1 || senses.some((sense) => found.has(sense)) ? 1 : spelled * spelled;
}

/** The words of a query that a paper has, as it writes them; Korean ones without their endings. */
export function wordsFound({ units }: Query, { found, written }: Candidate): readonly string[] {
  const latin = written.filter((term) => !isHangul(term) && !isSign(term));
  const korean = units.filter(
    (unit) => isHangul(unit.word) && unit.terms.length > 0 && unit.terms.every((term) => found.has(term)),
  );
  return [...new Set([...latin, ...korean.map(({ word }) => hangulStem(word))])];
}
