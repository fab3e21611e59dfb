import { isSign } from '../text/lexicon/concepts.ts';
import { FUNCTION_WORDS } from '../text/lexicon/function-words.ts';
import { hasAny, shareMeant } from '../text/lexicon/word-meanings.ts';
import { isHangul } from '../text/tokens.ts';
import type { FoundTerms, SearchIndex } from './index/search-index.ts';
import type { Query, Unit } from './query.ts';

/** Highest rarity: a word that no paper has says nothing about the subject, so it must not weigh most. */
const RARITY_MAX = 5;
/** Weight of a function word (`안`, `again`) beside other words; no text in the other language can match it. */
const FUNCTION = 0.3;
/** Share of a word that a related term stands for. */
const RELATED = 0.4;
/** Impact at which a word is half central: once in a title, or twice in an abstract. */
const CENTRAL = 4;

/** Rarity of a term: the fewer papers have it, the higher. */
export type Rarity = (term: string) => number;

export function rarityIn(index: SearchIndex): Rarity {
  return (term) => Math.min(RARITY_MAX, Math.log(1 + index.size / Math.max(0.5, index.papersWith(term))));
}

/** Weight of each word of a query. */
export function weighUnits({ units }: Query, rarity: Rarity): readonly number[] {
  return units.map(({ word, stem, terms, joined, weight: own }) => {
    const weight = FUNCTION_WORDS.has(word) || FUNCTION_WORDS.has(stem) ? FUNCTION * own : own;
    const spelled = terms.reduce((sum, term) => sum + rarity(term), 0) / Math.max(1, terms.length);
    return weight * (joined.length > 0 ? Math.min(spelled, rarity(joined[0] ?? '')) : spelled);
  });
}

type Has = Pick<FoundTerms, 'has'>;

/** Share of a query that was found, 0 to 1; `weights` has the weight of each of its words. */
export function coverage(query: Query, weights: readonly number[], found: Has): number {
  return meanOf(query, weights, (unit) => shareFound(unit, found));
}

/** How central a query is in a paper, 0 to 1: a word that it only mentions counts less. @param found terms with impacts */
export function centrality(
  query: Query,
  weights: readonly number[],
  found: Pick<FoundTerms, 'impact'>,
): number {
  const impact = (term: string) => found.impact(term);
  const most = (all: readonly string[]) => all.reduce((best, term) => Math.max(best, impact(term)), 0);
  return meanOf(query, weights, ({ terms, joined, senses, related }) => {
    const spelled = terms.reduce((sum, term) => sum + impact(term), 0) / Math.max(1, terms.length);
    const all = Math.max(spelled, most(joined), most(senses), RELATED * most(related));
    return all / (all + CENTRAL);
  });
}

/** Mean rarity of a query's words, or of their meanings if these are commoner: low for the words of the field. */
export function meanRarity(query: Query, rarity: Rarity): number {
  const own = query.units.map(({ weight }) => weight);
  return meanOf(query, own, ({ terms, joined, senses }) =>
    Math.min(RARITY_MAX, ...[...terms, ...joined, ...senses].map(rarity)),
  );
}

/** Mean of a value over the words of a query. */
function meanOf({ units }: Query, weights: readonly number[], value: (unit: Unit) => number): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return all === 0 ? 0 : units.reduce((sum, unit, at) => sum + (weights[at] ?? 0) * value(unit), 0) / all;
}

/** Share of one word that was found: the word itself, joined with its neighbours, or one of its meanings; less by a related term. */
function shareFound({ terms, joined, meanings, related }: Unit, found: Has): number {
  let had = 0;
  for (const term of terms) if (found.has(term)) had += 1;
  const spelled = had / Math.max(1, terms.length);
  if (spelled === 1 || hasAny(found, joined)) return 1;
  const share = Math.max(spelled, shareMeant(meanings, found));
  const own = share * share;
  return own < RELATED && hasAny(found, related) ? RELATED : own;
}

/** Words of a query that a paper has, as the paper writes them; Korean words without endings. */
export function wordsFound({ units }: Query, found: FoundTerms): readonly string[] {
  const latin = found.written().filter((term) => !isHangul(term) && !isSign(term));
  const korean = units.filter(
    (unit) => isHangul(unit.word) && unit.terms.length > 0 && unit.terms.every((term) => found.has(term)),
  );
  return [...new Set([...latin, ...korean.map(({ stem }) => stem)])];
}
