import { isFrame } from '../../questions/read/function-words.ts';

/**
 * Where the line between an answer and a refusal is drawn: fitted to 350 questions that the archive answers, most of
 * them in other words than its own, and 200 that it does not, over Markdown alone and over both origins. `npm run eval`
 * shows how many of the answerable are refused and how many of the others are answered.
 */
const WEIGHT = { sentence: 1.8, hit: 1.13, words: 0.71, oneOfFew: -0.92, least: 7.65 };
/** More words than this say no more. */
const WORDS_MAX = 8;
const SCORE_MAX = 4;
/** A sentence that has less of a question does not answer it, however well its paper fits. */
const SENTENCE_MIN = 0.36;

/** A question of one or two words is answered only by a sentence that has all of them. */
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
}

/** How many words of a question are not there to ask. */
export function tellingWords(question: string): number {
  return question.split(' ').filter((word) => !isFrame(word)).length;
}

/** Whether what was found in the archive answers a question. */
export function answers({ sentence, hit }: Evidence, question: string): boolean {
  const words = Math.max(1, tellingWords(question));
  if (words <= FEW) return sentence >= OF_FEW;
  const told =
    WEIGHT.sentence * sentence +
    WEIGHT.hit * Math.min(hit, SCORE_MAX) +
    WEIGHT.words * Math.min(words, WORDS_MAX) +
    WEIGHT.oneOfFew / words;
  return sentence >= SENTENCE_MIN && told >= WEIGHT.least;
}

/** Whether a sentence of the paper asked about answers a question. @param coverage the share of the question it has */
export function answersOfPaper(coverage: number, question: string): boolean {
  return coverage >= (OF_ONE_PAPER[tellingWords(question) - 1] ?? OF_MORE);
}
