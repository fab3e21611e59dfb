import { termsAndMeanings } from '../text/lexicon/word-meanings.ts';
import { coverage } from './coverage.ts';
import { literally, readQuery } from './query.ts';

/** Share of a text's words that other texts have, 0 to 1, in either language; every word counts the same. */
export function overlap(text: string, others: readonly string[]): number {
  const found = new Set(others.flatMap(termsAndMeanings));
  const query = literally(readQuery(text, (term) => found.has(term)));
  const weights = query.units.map(({ weight }) => weight);
  return coverage(query, weights, found);
}
