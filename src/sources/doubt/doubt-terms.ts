import { EMPTY, FREQUENT, KOREAN } from '../../text/lexicon/common-words.ts';
import { stemOf } from '../../text/stems/english.ts';

/** The distinct words that say what an English text is about, without sizes (`7b`) and formulas. */
export function topicTerms(text: string): readonly string[] {
  const words =
    text
      .replace(/\$[^$]*\$/g, ' ')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return [...new Set(words)].filter(
    (word) => word.length > 1 && !EMPTY.has(word) && !/^\d+[bk]?$/.test(word),
  );
}

/** A rare term identifies a paper; one that half of the field uses hardly does. */
const WEIGHT = { rare: 1, frequent: 0.4 };

/** The weight of all terms (`total`) and of those that the other text has (`shared`). */
export function weigh(
  terms: Iterable<string>,
  isShared: (term: string) => boolean,
): { shared: number; total: number } {
  let shared = 0;
  let total = 0;
  for (const term of terms) {
    const weight = FREQUENT_STEMS.has(stemOrWord(term)) ? WEIGHT.frequent : WEIGHT.rare;
    total += weight;
    if (isShared(term)) shared += weight;
  }
  return { shared, total };
}

/** Whether a lower-case text has a term in any English form, or by a Korean name. */
export function hasTerm(text: string, term: string): boolean {
  return hasLatin(text, stemOrWord(term)) || koreanOf(term).some((form) => hasKorean(text, form));
}

/** What all forms of a word begin with. */
export function stemOrWord(word: string): string {
  return stemOf(word) ?? word;
}

const FREQUENT_STEMS: ReadonlySet<string> = new Set(Array.from(FREQUENT, stemOrWord));

function koreanOf(term: string): readonly string[] {
  for (let length = term.length; length >= 2; length--) {
    const forms = KOREAN.get(term.slice(0, length));
    if (forms !== undefined && (length > 2 || length === term.length)) return forms;
  }
  return [];
}

/** Short stems begin a word; stems of 6+ letters may be inside a name (`diffusion` in `LatentDiffusion`). */
export function hasLatin(text: string, stem: string): boolean {
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
    if (stem.length >= 6 || at === 0 || !/[a-z0-9]/.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** A single syllable (표, 법) is part of many words, so it must be a whole word, with a particle at most. */
function hasKorean(text: string, form: string): boolean {
  if (form.length > 1) return text.includes(form);
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    const [last, next] = [text.charAt(at - 1), text.charAt(at + 1)];
    if (!/[가-힣]/.test(last) && !/[가-힣]/.test(next.replace(/[을를이가은는의에로와과도들]/, '')))
      return true;
  }
  return false;
}
