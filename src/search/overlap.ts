import { sensesIn } from '../text/lexicon/concepts.ts';
import { terms, words } from '../text/tokens.ts';
import { coverage } from './coverage.ts';
import { readQuery } from './query.ts';

/** How much of what a text tells some others have, 0 to 1, every word counting the same; across both languages. */
export function overlap(text: string, others: readonly string[]): number {
  const found = new Set(others.flatMap((other) => [...terms(other), ...sensesIn(words(other))]));
  const query = readQuery(text, (term) => found.has(term));
  return coverage(
    query,
    query.units.map(({ weight }) => weight),
    found,
  );
}
