import { type Document, FIELDS, type Field } from '../document.ts';

type Weights = Readonly<Record<Field, number>>;

/** Weight of a term by field, as measured. */
export const BOOST: Weights = {
  title: 4,
  name: 4,
  authors: 1,
  summary: 1,
  abstract: 1.5,
  meaning: 3,
  gist: 1.5,
};

/** Average number of terms by field in the real archive. Constant, so that a paper scores the same in any archive. */
const LENGTH: Weights = {
  title: 11,
  name: 3,
  authors: 16,
  summary: 480,
  abstract: 225,
  meaning: 9,
  gist: 330,
};

/** BM25's constants, as measured. */
const K = 2.4;
const B = 0.7;

/** Impact of each term of a paper: BM25 without the rarity, summed over the fields. */
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
