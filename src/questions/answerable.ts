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
/** Above the first sentences are quoted, above the second papers are named; below, the question is refused. */
const LINE = { high: 0.9, low: -0.5 };
/** More words than this say no more. */
const WORDS_MAX = 8;
const HIT_MAX = 4.5;

/** The share of a question that a sentence that is quoted, and a paper that is named, must have. */
const SHARE_MIN = { quoted: 0.36, named: 0.5 };

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
export interface Evidence {
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

/** `high`: sentences are quoted; `low`: papers are named that may fit; `none`: the question is refused. */
export type Certainty = 'high' | 'low' | 'none';

/** How many words of a question are not there to ask. */
export function tellingWords(question: string): number {
  return question.split(' ').filter((word) => !isBuilt(word)).length;
}

/** How well what was found in the archive answers a question. */
export function certaintyOf(
  { sentence, hit, coverage, known, isNamed }: Evidence,
  question: string,
): Certainty {
  const words = tellingWords(question);
  if (words <= FEW) return sentence >= OF_FEW ? 'high' : words === FEW && coverage >= OF_FEW ? 'low' : 'none';
  const told =
    WEIGHT.hit * Math.min(hit, HIT_MAX) +
    WEIGHT.sentence * sentence +
    WEIGHT.known * known +
    WEIGHT.words * Math.min(words, WORDS_MAX) +
    WEIGHT.oneOfFew / words +
    (isNamed ? WEIGHT.named : 0) +
    WEIGHT.constant;
  if (told >= LINE.high && sentence >= SHARE_MIN.quoted) return 'high';
  return told >= LINE.low && coverage >= SHARE_MIN.named ? 'low' : 'none';
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
