import type { Section } from '../../archive/paper.ts';
import { STOCK } from '../../text/lexicon/common-words.ts';
import { hasTerm, topicTerms, weigh } from './doubt-terms.ts';
import { isGrounded } from './matches-abstract.ts';

/** Characters: a shorter abstract says too little to compare a summary with. */
const ABSTRACT_MIN = 200;

/**
 * Thresholds, set by reading the beginnings of about 400 summaries of all years so that a right one is hardly ever marked.
 * `test/unit/sources/doubt/doubt-labels.json` holds the labelled ones.
 */
const LIMITS = {
  /** A title that weighs less than this may share nothing with a right summary. */
  telling: 3,
  /** The share of a title that a wrong summary has by chance. */
  chance: 0.27,
  /** A summary with this many subjects of its own was made up. */
  madeUp: 2,
};

/**
 * Whether a summary seems to describe another paper. Where there is an abstract, `isGrounded` compares the two.
 * Otherwise a summary is doubtful when it shares no term with the title, or hardly any while it has subjects of made-up
 * summaries (Transformers, NLP, GANs …) that the title does not have. Terms are compared in Latin letters and by their Korean
 * forms. In doubt the answer is false.
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
  const { shared, total } = weigh(topicTerms(title), (term) => hasTerm(text, term));
  if (total === 0 || shared > total * LIMITS.chance) return false;
  const own = ownSubjects(title.toLowerCase(), text);
  if (shared === 0) return own > 0 || total >= LIMITS.telling;
  return own >= LIMITS.madeUp;
}

function ownSubjects(title: string, text: string): number {
  return STOCK.filter((subject) => subject.test(text) && !subject.test(title)).length;
}
