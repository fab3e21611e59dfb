import { fold } from './fold.ts';
import { hangulStem, hangulTerms } from './stems/hangul.ts';

const WORD = /[가-힣]+|(?:(?![가-힣])[\p{L}\p{N}])+/gu;
const COMPOUND = /[가-힣]+|(?:(?![가-힣])[\p{L}\p{N}])+(?:[-_'’./+](?:(?![가-힣])[\p{L}\p{N}])+)*/gu;

const JOINER = /[-_'’./+]/;

/** Longest run of words that may be one name typed apart: `drawing spin up` is DrawingSpinUp. */
const JOINED_MAX = 4;

/** The words of a text, folded: runs of Hangul, and runs of other letters and digits. */
export function words(text: string): readonly string[] {
  return fold(text).match(WORD) ?? [];
}

/** Runs of letters and digits in a text, folded, whatever their script. */
export function plainWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The folded letters of a text without spaces and punctuation: `Mini-GPT 4` is `minigpt4`. */
export function squash(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The search terms of a text: pairs of syllables and stems for Hangul; for other letters the words without their
 * plural, and both parts and joined form of compounds (`gpt-4` has gpt, 4 and gpt4).
 */
export function terms(text: string): readonly string[] {
  const found: string[] = [];
  const all = compounds(text);
  all.forEach((compound, at) => {
    found.push(...termsOf(compound), ...seam(compound, all[at + 1]));
  });
  return found;
}

/** The pair of syllables where two Korean words meet: 음성 합성을 and 음성합성 share 성합, with any endings. */
export function seam(word: string, next: string | undefined): readonly string[] {
  if (next === undefined || !isHangul(word) || !isHangul(next)) return [];
  return [hangulStem(word).slice(-1) + next.charAt(0)];
}

/** Two to four Latin words next to each other, joined; `from` and `to` (excluded) are their places. */
export function* neighbours(all: readonly string[]): Generator<{ term: string; from: number; to: number }> {
  for (let from = 0; from < all.length; from++) {
    let joined = all[from] ?? '';
    for (let to = from + 1; to < Math.min(all.length, from + JOINED_MAX); to++) {
      const next = all[to] ?? '';
      if (isHangul(joined) || isHangul(next)) break;
      joined += next;
      yield { term: singular(joined), from, to: to + 1 };
    }
  }
}

/** The folded words of a text, compounds in one piece: `gpt-4`. */
export function compounds(text: string): readonly string[] {
  return fold(text).match(COMPOUND) ?? [];
}

/** The search terms of one compound. */
export function termsOf(compound: string): readonly string[] {
  return isHangul(compound) ? hangulTerms(compound) : compoundTerms(compound);
}

/** `text2sql` with `to` in place of the 2: `texttosql`; none for other words. */
export function spelledOut(word: string): readonly string[] {
  const parts = word.includes('2') ? /^(\p{L}{3,})2(\p{L}{2,})$/u.exec(word) : null;
  return parts === null ? [] : [singular(`${parts[1]}to${parts[2]}`)];
}

export function isHangul(word: string): boolean {
  return /^[가-힣]/.test(word);
}

/** Whether a term is in Latin or Greek letters; only such terms are guessed at. */
export function isSpelled(term: string): boolean {
  return /^[a-z0-9\u0370-\u03ff]{3,}$/.test(term);
}

/** A word without the s of its plural; in `bias`, `loss` and `dpos` the s may not be a plural, so it stays. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || 'suiao'.includes(word.at(-2) ?? '')) return word;
  return word.endsWith('ies') && word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

function compoundTerms(run: string): readonly string[] {
  if (!JOINER.test(run)) return [singular(run), ...spelledOut(run)];
  const parts = words(run);
  const spelled = parts.flatMap((part) => [singular(part), ...spelledOut(part)]);
  return parts.length < 2 ? spelled : [...spelled, singular(parts.join(''))];
}
