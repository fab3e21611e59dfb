import type { Language } from '../../language.ts';

/** What prompts and checks need to know of a language that a model writes in. */
interface ModelLanguage {
  /** The language in a prompt for an answer, which speaks to the reader. */
  readonly answer: string;
  /** The language in a prompt for a summary. */
  readonly summary: string;
  /**
   * The least share of a summary's terms that its paper, and its quotes, must have. Measured on the summaries of 811 papers
   * and the abstracts of 811 others. English: 99 % of the right summaries share more than 0.60, wrong ones at most 0.48.
   * Korean, where only some words have known translations: 90 % of the right ones share 0.20, and 10 % of the wrong ones.
   */
  readonly overlap: { readonly paper: number; readonly sentence: number; readonly quotes: number };
  /** Whether a sentence is in the language, judged by its letters and small words. */
  isIn(sentence: string): boolean;
}

/** Words that nearly every English sentence has and neighbouring languages do not. */
const ENGLISH =
  /\b(?:the|of|and|with|is|are|was|were|that|to|for|by|from|it|its|this|these|which|as|at|be|can|using|uses|on|than|how|when|while|without)\b/i;

/** The least share of Hangul among the letters of a Korean sentence, without terms in brackets; names are Latin. */
const HANGUL_MIN = 0.25;

export const MODEL_LANGUAGES: Readonly<Record<Language, ModelLanguage>> = {
  en: {
    answer: 'English',
    summary: 'English',
    overlap: { paper: 0.5, sentence: 0.4, quotes: 0.35 },
    isIn: (sentence) => !/\p{Script=Hangul}/u.test(sentence) && ENGLISH.test(sentence),
  },
  ko: {
    answer: 'Korean (polite, 해요체)',
    summary: 'Korean (합니다체). Terms without a common Korean word stay English; every name stays as it is',
    overlap: { paper: 0.2, sentence: 0.15, quotes: 0.15 },
    isIn(sentence) {
      const own = sentence.replace(/\([^)]{1,50}\)/g, '');
      const hangul = own.match(/[가-힣]/g)?.length ?? 0;
      const all = own.match(/\p{L}/gu)?.length ?? 0;
      return hangul > 0 && hangul >= HANGUL_MIN * all;
    },
  },
};
