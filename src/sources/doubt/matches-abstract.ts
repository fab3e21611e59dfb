import { PROSE, STOCK } from '../../text/lexicon/common-words.ts';
import { hasLatin, hasTerm, isFrequent, stemOf, termsOf } from './doubt-terms.ts';

/** What one shared term tells. @see isFrequent */
const WEIGHT = { rare: 1, frequent: 0.4 };

/**
 * What each sign counts, and from where on a summary is taken for one of its paper. Fitted (logistic regression) to
 * the 468 papers that are in both `../shared/corpus` and `../shared/hf`, and to all swaps of two summaries of one day;
 * measured on days that were left out of the fit it finds 96 % of the swaps and the 24 that are really wrong, and marks
 * 1.4 % of the right ones.
 */
const SIGNS = { shared: 3, own: 3, numbers: 1.3, title: 3.5, madeUp: -1, enough: 7.5 };

/** More numbers in common, or subjects of its own, say no more. */
const COUNTED = { numbers: 2, madeUp: 3 };

/**
 * Whether a summary, in lower case, is about the paper of this title and abstract: how many of their terms it has, in
 * English or Korean; how many of its own English terms they have; numbers that both name; and the subjects of made-up
 * summaries, which speak against it.
 */
export function isGrounded(summary: string, title: string, abstract: string): boolean {
  const source = `${title}\n${abstract}`;
  const ground = source.toLowerCase();
  const shared = weigh(tellingOf(source), (term) => hasTerm(summary, term));
  const own = weigh(tellingOf(summary), (term) => hasLatin(ground, stemOf(term)));
  const named = weigh(tellingOf(title), (term) => hasTerm(summary, term));
  const madeUp = STOCK.filter((subject) => subject.test(summary) && !subject.test(ground)).length;
  const score =
    SIGNS.shared * Math.log1p(shared.held) +
    SIGNS.own * (own.held / Math.max(2, own.all)) +
    SIGNS.numbers * Math.min(COUNTED.numbers, numbersInBoth(summary, ground)) +
    SIGNS.title * (named.held / Math.max(1, named.all)) +
    SIGNS.madeUp * Math.min(COUNTED.madeUp, madeUp);
  return score >= SIGNS.enough;
}

/** The terms of a text, each once whatever its ending, without those that any abstract has. */
function tellingOf(text: string): Iterable<string> {
  const stems = new Map<string, string>();
  for (const term of termsOf(text)) {
    if (PROSE.has(term) || /^\d+[mx]$/.test(term)) continue;
    const stem = stemOf(term);
    if (!stems.has(stem)) stems.set(stem, term);
  }
  return stems.values();
}

function weigh(terms: Iterable<string>, isHeld: (term: string) => boolean): { held: number; all: number } {
  let held = 0;
  let all = 0;
  for (const term of terms) {
    const weight = isFrequent(term) ? WEIGHT.frequent : WEIGHT.rare;
    all += weight;
    if (isHeld(term)) held += weight;
  }
  return { held, all };
}

function numbersInBoth(a: string, b: string): number {
  const inB = numbersOf(b);
  return [...numbersOf(a)].filter((number) => inB.has(number)).length;
}

/** Numbers of two digits or more as written (`92.5`, `12,000`), but no years. */
function numbersOf(text: string): ReadonlySet<string> {
  const numbers = (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replaceAll(',', ''));
  return new Set(numbers.filter((number) => number.length > 1 && !/^(?:19|20)\d\d$/.test(number)));
}
