import { meaningsAt, type PartMeaning, phraseSenses } from '../text/lexicon/concepts.ts';
import { BINDING, DULL } from '../text/lexicon/function-words.ts';
import { describedBy, relatedTo } from '../text/lexicon/related.ts';
import { coreTerms, hangulStem } from '../text/stems/hangul.ts';
import {
  compounds,
  isHangul,
  neighbours,
  seam,
  singular,
  spelledOut,
  squash,
  termsOf,
  words,
} from '../text/tokens.ts';

/** Most words of a query that are read: more add nothing, and the time to compare texts grows with their square. */
const WORDS_MAX = 32;
/** Most words that name its subject: each is looked for in every paper that is found. */
const UNITS_MAX = 16;
/** Most terms of a query that are looked up, and of one word: no question has so many, 300 syllables without a space have. */
const TERMS_MAX = 64;
const WORD_TERMS_MAX = 24;
/** Weights of terms by kind, as measured. */
const WEIGHT = { word: 1, pair: 0.8, sense: 1.6, described: 1, related: 0.3, dull: 0.3 };

/** A word of a query that names its subject; each word once. */
export interface Unit {
  readonly word: string;
  /** The word without its ending, as texts may have it. */
  readonly stem: string;
  /** Terms that spell the word together. */
  readonly terms: readonly string[];
  /** Terms that join the word with its neighbours; one of them is enough to find it. */
  readonly joined: readonly string[];
  /** Signs of its meanings. */
  readonly senses: readonly string[];
  /** Signs of the terms that papers use for its subject. */
  readonly related: readonly string[];
  /** The meanings of its parts, in their order: of a Korean compound and its words. */
  readonly meanings: readonly PartMeaning[];
  /** Weight before rarity. */
  readonly weight: number;
}

export interface Query {
  /** Terms to look up, with weights. */
  readonly weights: ReadonlyMap<string, number>;
  readonly units: readonly Unit[];
  /** All words as typed, folded. */
  readonly words: readonly string[];
  /** The words with a space before each, as in the line of a title. */
  readonly line: string;
  /** Letters only: `minigpt4`. */
  readonly squashed: string;
}

/**
 * Parses a typed query.
 *
 * @param isHeld whether the index has a term: joined words count only if it has them joined
 * @param rarity defaults to the same for all terms
 */
export function readQuery(
  text: string,
  isHeld: (term: string) => boolean,
  rarity: (term: string) => number = () => 1,
): Query {
  const all = words(text).slice(0, WORDS_MAX);
  const isAsking = all.some((word) => !BINDING.has(word));
  const weights = new Map<string, number>();
  const weigh = (term: string, weight: number): void => {
    const before = weights.get(term) ?? 0;
    if (before > 0 || weights.size < TERMS_MAX) weights.set(term, Math.max(weight, before));
  };
  const tellsNothing = (word: string) => isAsking && BINDING.has(word) && !DULL.has(word);
  const units: Unit[] = [];
  const described = describedBy(all);
  const joins = [...neighbours(all)].filter(({ term }) => isHeld(term));
  all.forEach((word, at) => {
    const phrases = phraseSenses(all, at);
    const meanings = [
      ...(tellsNothing(word) ? [] : meaningsAt(all, at)),
      { from: 0, to: word.length, senses: phrases },
    ];
    const senses = [...new Set(meanings.flatMap((one) => one.senses))];
    const held = senses.filter(isHeld);
    const commonest = Math.min(...held.map(rarity));
    // The rare meaning of an ambiguous word must not outweigh its common one.
    for (const sense of held)
      weigh(sense, WEIGHT.sense * Math.sqrt(commonest / rarity(sense) / senses.length));
    if ((tellsNothing(word) && phrases.length === 0) || all.indexOf(word) < at || units.length >= UNITS_MAX)
      return;
    const meant = described.filter((one) => one.at.includes(at)).flatMap(({ signs }) => signs);
    const related = [...new Set([...relatedTo(senses), ...meant])].filter(
      (term) => isHeld(term) && !senses.includes(term),
    );
    for (const term of related) weigh(term, meant.includes(term) ? WEIGHT.described : WEIGHT.related);
    const dull = isAsking && DULL.has(word);
    units.push({
      word,
      stem: isHangul(word) ? hangulStem(word) : singular(word),
      terms: isHangul(word) ? coreTerms(word).slice(0, WORD_TERMS_MAX) : [singular(word)],
      joined: [
        ...joins.filter(({ from, to }) => at >= from && at < to).map(({ term }) => term),
        ...spelledOut(word).filter(isHeld),
      ],
      senses,
      related,
      meanings: meanings.filter((one) => one.senses.length > 0).sort((a, b) => a.from - b.from),
      weight: dull ? WEIGHT.dull : 1,
    });
  });
  const runs = compounds(text).slice(0, WORDS_MAX);
  runs.forEach((compound, at) => {
    if (tellsNothing(compound)) return;
    const dull = isAsking && DULL.has(compound) ? WEIGHT.dull : null;
    for (const term of termsOf(compound)) {
      if (!isAsking || !BINDING.has(term))
        weigh(term, dull ?? (isHangul(term) && term.length === 2 ? WEIGHT.pair : WEIGHT.word));
    }
    for (const pair of seam(compound, runs[at + 1])) weigh(pair, WEIGHT.pair);
  });
  for (const { term } of joins) weigh(term, WEIGHT.word);
  const line = ` ${all.join(' ')}`;
  return { weights, units, words: all, line, squashed: squash(text) };
}

/** A query that no related term answers: for what a sentence itself must say. */
export function literally(query: Query): Query {
  return { ...query, units: query.units.map((unit) => ({ ...unit, related: [] })) };
}
