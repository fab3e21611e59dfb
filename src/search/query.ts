import { coreTerms, hangulStem } from '../text/hangul.ts';
import { phraseSenses, sensesAt } from '../text/lexicon/concepts.ts';
import { BINDING, DULL } from '../text/lexicon/function-words.ts';
import { compounds, isHangul, seam, singular, squash, termsOf, words } from '../text/tokens.ts';

/** More words than this say nothing more; the time to compare texts grows with their number squared. */
const WORDS_MAX = 32;

/** So many words next to each other may be one name typed apart: `drawing spin up` is DrawingSpinUp. */
const JOINED_MAX = 4;

/** What a term counts beside a word spelled out, as measured. */
const WEIGHT = { word: 1, pair: 0.8, sense: 1.6, dull: 0.3 };

/** A word of a query that tells something; one that is typed twice tells no more. */
export interface Unit {
  readonly word: string;
  /** Terms that together spell it. */
  readonly terms: readonly string[];
  /** Terms that each stand for it, spelled in one with its neighbours. */
  readonly joined: readonly string[];
  /** Signs of what it means. */
  readonly senses: readonly string[];
  /** The share that it has in what the query tells, before its rarity. */
  readonly weight: number;
}

export interface Query {
  /** What is looked up, each once, with its weight. */
  readonly weights: ReadonlyMap<string, number>;
  readonly units: readonly Unit[];
  /** All words as typed, folded. */
  readonly words: readonly string[];
  /** Letters only: `minigpt4`. */
  readonly squashed: string;
}

/**
 * Takes a typed query apart.
 *
 * @param isHeld whether the index holds a term: words joined by guess count only where they are one there
 */
export function readQuery(text: string, isHeld: (term: string) => boolean): Query {
  const all = words(text).slice(0, WORDS_MAX);
  const isAsking = all.some((word) => !BINDING.has(word));
  const weights = new Map<string, number>();
  const weigh = (term: string, weight: number): void => {
    weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  };
  const tellsNothing = (word: string) => isAsking && BINDING.has(word) && !DULL.has(word);
  const units: Unit[] = [];
  const joins = [...neighbours(all)].filter(({ term }) => isHeld(term));
  all.forEach((word, at) => {
    const senses = [...new Set([...(tellsNothing(word) ? [] : sensesAt(all, at)), ...phraseSenses(all, at)])];
    for (const sense of senses) weigh(sense, WEIGHT.sense / Math.sqrt(senses.length));
    if (tellsNothing(word) || all.indexOf(word) < at) return;
    const dull = isAsking && DULL.has(word);
    units.push({
      word,
      terms: isHangul(word) ? coreTerms(word) : [singular(word)],
      joined: joins.filter(({ from, to }) => at >= from && at < to).map(({ term }) => term),
      senses,
      weight: dull ? WEIGHT.dull : 1,
    });
  });
  const runs = compounds(text).slice(0, WORDS_MAX);
  runs.forEach((compound, at) => {
    if (tellsNothing(compound)) return;
    const isDull = isAsking && DULL.has(compound);
    for (const term of termsOf(compound)) {
      if (!isAsking || !BINDING.has(term)) weigh(term, isDull ? WEIGHT.dull : weightOf(term));
    }
    for (const pair of seam(compound, runs[at + 1])) weigh(pair, WEIGHT.pair);
  });
  for (const { term } of joins) weigh(term, WEIGHT.word);
  return { weights, units, words: all, squashed: squash(text) };
}

/** The words of a query as they may stand in a text: without endings, those that only ask left out. */
export function stemsOf({ units }: Query): readonly string[] {
  return units.map(({ word }) => (isHangul(word) ? hangulStem(word) : singular(word)));
}

function weightOf(term: string): number {
  return isHangul(term) && term.length === 2 ? WEIGHT.pair : WEIGHT.word;
}

interface Join {
  readonly term: string;
  readonly from: number;
  readonly to: number;
}

/** Two to four Latin words that stand next to each other, joined. */
function* neighbours(all: readonly string[]): Generator<Join> {
  for (let from = 0; from < all.length; from++) {
    let joined = all[from] ?? '';
    for (let to = from + 1; to < Math.min(all.length, from + JOINED_MAX); to++) {
      const next = all[to] ?? '';
      if (isHangul(joined) || isHangul(next)) break;
      joined += next;
      yield { term: singular(joined), from, to: to + 1 };
    }
  }
}
