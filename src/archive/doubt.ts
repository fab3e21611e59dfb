import { EMPTY, FREQUENT, STOCK } from './doubt-words.ts';
import type { Section } from './paper.ts';
import { KOREAN } from './terms.ts';

/** What one shared term tells: a rare one shows the right paper, one that half the field uses hardly does. */
const WEIGHT = { rare: 1, frequent: 0.4 };

/**
 * Where the lines are drawn: set by reading the beginnings of about 400 summaries of all eras, so that right ones are hardly ever marked
 * (`test/archive/doubt-labels.json` holds those that were labelled).
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
 * Whether a summary seems to describe another paper than the title names: it shares no term with the title, or next
 * to none while it talks about what made-up summaries talk about (Transformers, NLP, GANs …) and the title does not.
 * Terms are compared in Latin letters and, through `terms.ts`, with their Korean names. When in doubt, not doubtful.
 */
export function isDoubtful(
  title: string,
  sections: readonly Section[],
  _abstract: string | null = null,
): boolean {
  const text = sections
    .map((section) => section.text)
    .join('\n')
    .toLowerCase();
  if (text.trim() === '') return false;
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
    const stem = stemOf(term);
    const weight = FREQUENT.has(stem) || FREQUENT.has(term) ? WEIGHT.frequent : WEIGHT.rare;
    total += weight;
    if (hasLatin(text, stem) || koreanOf(term).some((form) => hasKorean(text, form))) shared += weight;
  }
  return { shared, total };
}

function ownSubjects(title: string, text: string): number {
  return STOCK.filter((subject) => subject.test(text) && !subject.test(title)).length;
}

/** The words of a title that say what it is about; sizes like `7b` and formulas do not. */
function termsOf(title: string): readonly string[] {
  const words =
    title
      .replace(/\$[^$]*\$/g, ' ')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return [...new Set(words)].filter(
    (word) => word.length > 1 && !EMPTY.has(word) && !/^\d+[bk]?$/.test(word),
  );
}

const ENDINGS = /(?:izations?|ations?|ments?|ings?|ions?|ities|ity|ies|ers?|ors?|ed|es|ly|s|e|al|ive|y)$/;

/** What the forms of a word begin with; never shorter than four letters. */
function stemOf(word: string): string {
  const stem = word.replace(ENDINGS, '');
  if (stem.length >= 4) return stem;
  return word.length > 4 ? word.replace(/s$/, '') : word;
}

/** A map, since a title may hold any word, `constructor` too, which every object has. */
const KOREAN_FORMS: ReadonlyMap<string, string> = new Map(Object.entries(KOREAN));

function koreanOf(term: string): readonly string[] {
  for (let length = term.length; length >= 2; length--) {
    const forms = KOREAN_FORMS.get(term.slice(0, length));
    if (forms !== undefined && (length > 2 || length === term.length)) return forms.split('|');
  }
  return [];
}

/** Short stems must begin a word; long ones may stand inside a name (`diffusion` in `LatentDiffusion`). */
function hasLatin(text: string, stem: string): boolean {
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
    if (stem.length >= 6 || at === 0 || !/[a-z0-9]/.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** One syllable (표, 법) is part of many other words, so it must be a word of its own, but for a particle. */
function hasKorean(text: string, form: string): boolean {
  if (form.length > 1) return text.includes(form);
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    const [last, next] = [text.charAt(at - 1), text.charAt(at + 1)];
    if (!/[가-힣]/.test(last) && !/[가-힣]/.test(next.replace(/[을를이가은는의에로와과도들]/, '')))
      return true;
  }
  return false;
}
