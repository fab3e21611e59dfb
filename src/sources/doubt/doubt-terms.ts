import { EMPTY, FREQUENT, KOREAN } from '../../text/lexicon/common-words.ts';

/** The words of an English text that say what it is about, in lower case, each once; sizes like `7b` and formulas do not. */
export function termsOf(text: string): readonly string[] {
  const words =
    text
      .replace(/\$[^$]*\$/g, ' ')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return [...new Set(words)].filter(
    (word) => word.length > 1 && !EMPTY.has(word) && !/^\d+[bk]?$/.test(word),
  );
}

/** Whether half the field uses a term: that two texts share it hardly shows that they are about one thing. */
export function isFrequent(term: string): boolean {
  return FREQUENT.has(stemOf(term)) || FREQUENT.has(term);
}

/** Whether a text, in lower case, has a term in any of its English forms, or by one of its Korean names. */
export function hasTerm(text: string, term: string): boolean {
  return hasLatin(text, stemOf(term)) || koreanOf(term).some((form) => hasKorean(text, form));
}

const ENDINGS = /(?:izations?|ations?|ments?|ings?|ions?|ities|ity|ies|ers?|ors?|ed|es|ly|s|e|al|ive|y)$/;

/** What the forms of a word begin with; never shorter than four letters. */
export function stemOf(word: string): string {
  const stem = word.replace(ENDINGS, '');
  if (stem.length >= 4) return stem;
  return word.length > 4 ? word.replace(/s$/, '') : word;
}

function koreanOf(term: string): readonly string[] {
  for (let length = term.length; length >= 2; length--) {
    const forms = KOREAN.get(term.slice(0, length));
    if (forms !== undefined && (length > 2 || length === term.length)) return forms;
  }
  return [];
}

/** Short stems must begin a word; long ones may stand inside a name (`diffusion` in `LatentDiffusion`). */
export function hasLatin(text: string, stem: string): boolean {
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
