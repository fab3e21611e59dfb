import { summarizedIn } from '../../archive/merge/assemble.ts';
import type { Paper, Section } from '../../archive/paper.ts';
import { STOCK } from '../../text/lexicon/common-words.ts';
import { hasTerm, topicTerms, weigh } from './doubt-terms.ts';
import { isGrounded } from './matches-abstract.ts';

/** Characters; a shorter abstract says too little for a comparison. */
const ABSTRACT_MIN = 200;

/**
 * Chosen on about 400 summaries of all years, so that a right one is hardly ever marked. The labels are in
 * `test/unit/sources/doubt/doubt-labels.json`.
 */
const LIMITS = {
  /** A lighter title may share no term with a right summary. */
  telling: 3,
  /** The share of a title's weight that a wrong summary has by chance. */
  chance: 0.27,
  /** Stock subjects that the title lacks: with this many the summary is made up. */
  madeUp: 2,
};

/** Increase it with every change of the rules: the next start decides all summaries again. */
export const DOUBT_RULES = 1;

/** Whether a paper's summary seems to describe another paper. */
export function isSummaryDoubtful({ listings, sections, details }: Paper): boolean {
  return isDoubtful(summarizedIn(listings).title, sections, details?.abstract ?? null);
}

/**
 * A long enough abstract is compared with the summary. Without one, a summary is doubtful if it shares no term with the
 * title, or hardly any and has stock subjects of made-up summaries (Transformers, NLP, GANs …) that the title lacks. If the
 * signs are unclear, the answer is false.
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
