import type { Section } from '../../archive/paper.ts';
import { STOCK } from '../../text/lexicon/common-words.ts';
import { hasTerm, isFrequent, termsOf } from './doubt-terms.ts';
import { isGrounded } from './matches-abstract.ts';

/** What one shared term tells: a rare one shows the right paper, one that half the field uses hardly does. */
const WEIGHT = { rare: 1, frequent: 0.4 };

/** An abstract of fewer characters than this says too little to be held against. */
const ABSTRACT_MIN = 200;

/**
 * Where the lines are drawn: set by reading the beginnings of about 400 summaries of all eras, so that right ones are hardly ever marked
 * (`test/unit/sources/doubt/doubt-labels.json` holds those that were labelled).
 */
const LIMITS = {
  /** A title that says less than this may share nothing with a right summary. */
  telling: 3,
  /** The share of a title that a wrong summary has by chance. */
  chance: 0.27,
  /** So many subjects of its own show that a summary was made up. */
  madeUp: 2,
};

/**
 * Whether a summary seems to describe another paper. With the abstract at hand the summary is held against that
 * (`isGrounded`). Against the title alone it is doubtful when it shares no term with it, or next to none while it talks
 * about what made-up summaries talk about (Transformers, NLP, GANs …) and the title does not. Terms are compared in Latin
 * letters and, through `terms.ts`, with their Korean names. When in doubt, not doubtful.
 */
export function isDoubtful(
  title: string,
  sections: readonly Section[],
  abstract: string | null = null,
): boolean {
  const text = sections
    .map((section) => section.text)
    .join('\n')
    .toLowerCase();
  if (text.trim() === '') return false;
  if (abstract !== null && abstract.length >= ABSTRACT_MIN) return !isGrounded(text, title, abstract);
  const { shared, total } = weigh(title, text);
  if (total === 0 || shared > total * LIMITS.chance) return false;
  const own = ownSubjects(title.toLowerCase(), text);
  if (shared === 0) return own > 0 || total >= LIMITS.telling;
  return own >= LIMITS.madeUp;
}

/** Weight of the title's terms, of those that the text shares and of all. */
function weigh(title: string, text: string): { shared: number; total: number } {
  let shared = 0;
  let total = 0;
  for (const term of termsOf(title)) {
    const weight = isFrequent(term) ? WEIGHT.frequent : WEIGHT.rare;
    total += weight;
    if (hasTerm(text, term)) shared += weight;
  }
  return { shared, total };
}

function ownSubjects(title: string, text: string): number {
  return STOCK.filter((subject) => subject.test(text) && !subject.test(title)).length;
}
