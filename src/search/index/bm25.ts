import { type Document, FIELDS, type Field } from '../document.ts';

/** How much a term counts in a field, as measured. */
export const BOOST: Readonly<Record<Field, number>> = {
  title: 4,
  name: 4,
  authors: 1,
  summary: 1,
  abstract: 1.5,
  meaning: 3,
  gist: 1.5,
};

/**
 * How many terms a field has on average, over the real archive. They stand still, so that a paper's terms count the
 * same whatever came in before and after it.
 */
const LENGTH: Readonly<Record<Field, number>> = {
  title: 11,
  name: 3,
  authors: 16,
  summary: 480,
  abstract: 225,
  meaning: 9,
  gist: 330,
};

/** BM25 as measured best on queries over the archive. */
const K = 2.4;
const B = 0.7;

/** What each term of a paper counts, before its rarity: BM25's share of a term, summed over the fields. */
export function impactsOf(document: Document): ReadonlyMap<string, number> {
  const impacts = new Map<string, number>();
  for (const field of FIELDS) {
    const terms = document[field];
    const length = K * (1 - B + (B * terms.length) / LENGTH[field]);
    for (const [term, count] of countsOf(terms)) {
      const impact = (BOOST[field] * count * (K + 1)) / (count + length);
      impacts.set(term, (impacts.get(term) ?? 0) + impact);
    }
  }
  return impacts;
}

function countsOf(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
