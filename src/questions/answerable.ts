import type { ScoredPassage } from '../search/passages.ts';
import { cuesOf } from './read/tokens.ts';

/**
 * Weights of a logistic regression over 452 questions that the archive answers, most of them paraphrased, and 125 that it
 * does not (`named` was set by hand). `npm run eval` counts wrong refusals and wrong answers.
 */
const WEIGHT = {
  hit: 1.62,
  sentence: 2.96,
  rarity: -1.35,
  words: 0.21,
  oneOfFew: -16.3,
  named: 2,
  constant: -0.29,
};
/** Smallest weighted sums of the evidence to quote sentences, and to show papers; below both the question is refused. */
const LINE = { quoted: 0.5, shown: -0.8 };
/** Further words, and a higher score, do not count. */
const WORDS_MAX = 8;
const HIT_MAX = 4.5;

/**
 * Smallest share of a question that a quoted sentence and its paper's title must have. For the best paper it is lower by
 * `LEAD` for each point that its score leads the next one's, up to `LEAD_MAX` points.
 */
const QUOTED_MIN = { best: 0.85, others: 0.9 };
const LEAD = 0.45;
const LEAD_MAX = 1.2;
/** Smallest score of a quoted sentence of a paper without such a lead, so that its own words match, not only the title's. */
const WITHOUT_LEAD = { score: 1.1, lead: 0.2 };
/** Questions of this many words or fewer need a sentence or paper that has (nearly) all of them. */
const FEW = 2;
const OF_FEW = 0.95;

/**
 * Smallest share of a question about one paper that a sentence must have, by number of telling words (one to five, then
 * `OF_MORE`): with few words, one matches by chance.
 */
const OF_ONE_PAPER = [0.8, 0.8, 0.67, 0.57, 0.53];
const OF_MORE = 0.48;

/** Evidence that the archive answers a question. */
interface Evidence {
  /** Words of the question that name its subject. */
  readonly words: number;
  /** Share of the question that the best sentence and its paper's title have, 0 to 1. */
  readonly sentence: number;
  /** Score of the best paper, which grows when the words are near each other or in the title. */
  readonly hit: number;
  /** Share of the question that the best paper has. */
  readonly coverage: number;
  /** How rare its words are in the archive, 0 to 5: other subjects have rarer ones. */
  readonly rarity: number;
  /** Whether it has the name of the best paper. */
  readonly isNamed: boolean;
}

/** Number of words of a question that name its subject. */
export function tellingWords(question: string): number {
  const isAsking = (word: string) => cuesOf(word).every((tags) => tags.some((tag) => ASKING.test(tag)));
  return question.split(' ').filter((word) => !isAsking(word)).length;
}

/** `quoted`: sentences may be quoted; `shown`: papers are listed that may fit; `none`: the question is refused. */
type Certainty = 'quoted' | 'shown' | 'none';

/** How certain it is that the found papers answer a question. */
export function certaintyOf({ words, sentence, hit, coverage, rarity, isNamed }: Evidence): Certainty {
  if (words <= FEW)
    return sentence >= OF_FEW ? 'quoted' : words === FEW && coverage >= OF_FEW ? 'shown' : 'none';
  const logit =
    WEIGHT.hit * Math.min(hit, HIT_MAX) +
    WEIGHT.sentence * sentence +
    WEIGHT.rarity * rarity +
    WEIGHT.words * Math.min(words, WORDS_MAX) +
    WEIGHT.oneOfFew / words +
    (isNamed ? WEIGHT.named : 0) +
    WEIGHT.constant;
  if (logit < LINE.shown) return 'none';
  return logit >= LINE.quoted ? 'quoted' : 'shown';
}

/**
 * Whether a sentence is quoted as an answer.
 *
 * @param lead score of the best paper above the next one's; null for a sentence of another paper
 * @param words of the question that name its subject
 */
export function isQuoted(
  { coverage, score }: Pick<ScoredPassage, 'coverage' | 'score'>,
  lead: number | null,
  words: number,
): boolean {
  if (words <= FEW) return coverage >= OF_FEW;
  if ((lead ?? 0) < WITHOUT_LEAD.lead && score < WITHOUT_LEAD.score) return false;
  if (lead === null) return coverage >= QUOTED_MIN.others;
  return coverage + LEAD * Math.min(lead, LEAD_MAX) >= QUOTED_MIN.best;
}

/** Whether a sentence of the paper asked about answers a question. @param coverage its share of the question */
export function answersOfPaper(coverage: number, question: string): boolean {
  return coverage >= (OF_ONE_PAPER[tellingWords(question) - 1] ?? OF_MORE);
}

/** Tags of words that ask or list and carry no subject. */
const ASKING =
  /^(?:function|ending|subject|of|show|paper|what|which|who|how|why|when|where|count|about|publish|listed|it|present|lead|and|with|by|author|relation|vote|most|recommend|more)$/;
