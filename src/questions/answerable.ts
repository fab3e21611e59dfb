import type { ScoredPassage } from '../search/passages.ts';
import { tokensOf } from './read/tokens.ts';
import { PHRASES } from './read/words.ts';

/**
 * Weights of a logistic regression (`named` set by hand) over 343 questions that the archive answers, most of them in other words than its
 * own, and 199 that it does not. `npm run eval` counts what is refused and answered wrongly.
 */
const WEIGHT = {
  hit: 2,
  sentence: 3.14,
  known: 2.17,
  words: 1.17,
  oneOfFew: -1.37,
  named: 2,
  constant: -16.07,
};
/** From here on papers are shown; below, the question is refused. */
const LINE = -0.8;
/** More words than this say no more. */
const WORDS_MAX = 8;
const HIT_MAX = 4.5;

/** The share of a question that the best paper must have to be shown. */
const SHOWN_MIN = 0.45;

/**
 * The share of a question that a quoted sentence must have with its paper's title. Of the best paper less is enough, by this much
 * for each point that its score leads the next one's, up to a limit. Of 128 sentences read, 82 % of those above the line were on the subject.
 */
const QUOTED_MIN = { best: 0.85, others: 0.9 };
const LEAD = 0.45;
const LEAD_MAX = 1.2;
/** The score that a sentence of another paper must have as well: its own words, not the title's, are what is asked. */
const OTHERS_SCORE = 1.1;

/** A question of one or two words is answered only by a sentence, or a paper, that has all of them. */
const FEW = 2;
const OF_FEW = 0.95;

/**
 * The share of a question that a sentence of the one paper asked about must have, by how many words tell something
 * (one to five, then `ofMore`): of few words one is soon met by chance.
 */
const OF_ONE_PAPER = [0.8, 0.8, 0.67, 0.57, 0.53];
const OF_MORE = 0.48;

/** How much of a question was found. */
interface Evidence {
  /** The share of what it tells that the best sentence has, with its paper's title, 0 to 1. */
  readonly sentence: number;
  /** The score of the best paper: above its coverage, whether the words stand together, and in the title. */
  readonly hit: number;
  /** The share of what it tells that the best paper has. */
  readonly coverage: number;
  /** The share of its words that any paper has. */
  readonly known: number;
  /** Whether it has the best paper's own name. */
  readonly isNamed: boolean;
}

/** How many words of a question are not there to ask. */
export function tellingWords(question: string): number {
  return question.split(' ').filter((word) => !isBuilt(word)).length;
}

/** Whether the papers that were found may answer a question. */
export function mayAnswer({ sentence, hit, coverage, known, isNamed }: Evidence, question: string): boolean {
  const words = tellingWords(question);
  if (words <= FEW) return sentence >= OF_FEW || (words === FEW && coverage >= OF_FEW);
  const told =
    WEIGHT.hit * Math.min(hit, HIT_MAX) +
    WEIGHT.sentence * sentence +
    WEIGHT.known * known +
    WEIGHT.words * Math.min(words, WORDS_MAX) +
    WEIGHT.oneOfFew / words +
    (isNamed ? WEIGHT.named : 0) +
    WEIGHT.constant;
  return told >= LINE && coverage >= SHOWN_MIN;
}

/**
 * Whether a sentence is quoted as an answer.
 *
 * @param lead by which the score of its paper leads the next one's; null for any paper but the best
 */
export function isQuoted(
  { coverage, score }: Pick<ScoredPassage, 'coverage' | 'score'>,
  lead: number | null,
  question: string,
): boolean {
  if (tellingWords(question) <= FEW) return coverage >= OF_FEW;
  if (lead === null) return coverage >= QUOTED_MIN.others && score >= OTHERS_SCORE;
  return coverage + LEAD * Math.min(lead, LEAD_MAX) >= QUOTED_MIN.best;
}

/** Whether a sentence of the paper asked about answers a question. @param coverage the share of the question it has */
export function answersOfPaper(coverage: number, question: string): boolean {
  return coverage >= (OF_ONE_PAPER[tellingWords(question) - 1] ?? OF_MORE);
}

/** Tags of words that ask or list, and tell nothing of what is asked. */
const ASKING =
  /^(?:function|ending|subject|of|show|paper|what|which|who|how|why|when|where|count|about|publish|listed|it|present|lead|and|with|by|author|relation|vote|most|recommend|more)$/;

/** Whether all of a word is there to ask. */
function isBuilt(word: string): boolean {
  const tokens = tokensOf(word);
  return tokens.every(({ text, tags }) => {
    const all = tags.length > 0 ? tags : (PHRASES.get(text) ?? []);
    return all.some((tag) => ASKING.test(tag));
  });
}
