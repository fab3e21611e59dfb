import { stemOf } from '../english.ts';
import { isHangul, singular } from '../tokens.ts';
import { LEXICON } from './lexicon.ts';

/** Begins the sign of a meaning, which no word can. */
const SIGN = '=';

/** What may follow the stem of an English word and leave its meaning. */
const INFLECTION =
  /^(?:e|s|es|ed|d|er|ers|or|ors|ing|ings|ion|ions|ation|ations|ative|ive|ively|ity|al|ally|ment|ments|able|ability|ly|ic|ical|ics|y|ies|iz(?:e|ed|es|er|ing|ation)|is(?:e|ed|ing|ation)|ance|ence|ent|ency|ant|ful|ness|t)$/;

const PHRASE_WORDS_MAX = 5;
/** Korean phrases this long are found across spaces too: shorter ones would turn up where two words meet by chance. */
const ACROSS_MIN = 4;
/** Begins the sign of an English stem that stands in no group. */
const STEM = `${SIGN}${SIGN}`;

/** A stem shorter than this stands for itself alone. */
const STEM_MIN = 3;

/** Signs by word or joined phrase. */
const signs = new Map<string, readonly string[]>();
let longest = 0;
LEXICON.forEach((group, number) => {
  for (const form of group) {
    const key = isHangul(form) ? form.replaceAll('_', '') : joined(form.split('_'));
    const held = signs.get(key) ?? [];
    const sign = SIGN + number.toString(36);
    if (!held.includes(sign)) signs.set(key, [...held, sign]);
    if (isHangul(form)) longest = Math.max(longest, key.length);
  }
});

/** Whether a term is the sign of a meaning, not a word. */
export function isSign(term: string): boolean {
  return term.startsWith(SIGN);
}

/** What one word can mean: the signs of its meanings, and its stem where it has an English ending. */
export function sensesOf(word: string): readonly string[] {
  return isHangul(word) ? sensesInHangul(word) : sensesOfLatin(word);
}

/**
 * What the words mean, one by one and as phrases.
 *
 * @param all folded words in their order
 */
export function sensesIn(all: readonly string[]): readonly string[] {
  const found: string[] = [];
  all.forEach((word, at) => {
    found.push(...sensesOf(word), ...phraseSenses(all, at));
  });
  return found;
}

/** Meanings of the phrases that begin at a word. */
export function phraseSenses(all: readonly string[], at: number): readonly string[] {
  const first = all[at] ?? '';
  return isHangul(first) ? acrossHangul(all, at) : acrossLatin(all, at);
}

function sensesOfLatin(word: string): readonly string[] {
  const exact = signs.get(word) ?? signs.get(singular(word));
  if (exact !== undefined) return exact;
  for (let length = word.length - 1; length >= STEM_MIN; length--) {
    const found = signs.get(word.slice(0, length));
    if (found !== undefined && INFLECTION.test(word.slice(length))) return found;
  }
  const stem = stemOf(word);
  return stem === null ? [] : [STEM + stem];
}

function sensesInHangul(run: string): readonly string[] {
  const found: string[] = [];
  if (run.length === 1) return signs.get(run) ?? [];
  for (let from = 0; from < run.length; from++) {
    for (let length = 2; length <= Math.min(longest, run.length - from); length++) {
      const held = signs.get(run.slice(from, from + length));
      if (held !== undefined) found.push(...held);
    }
  }
  return found;
}

function acrossLatin(all: readonly string[], at: number): readonly string[] {
  const found: string[] = [];
  let phrase = singular(all[at] ?? '');
  for (let to = at + 1; to < Math.min(all.length, at + PHRASE_WORDS_MAX); to++) {
    const next = all[to] ?? '';
    if (isHangul(next)) break;
    phrase += singular(next);
    found.push(...(signs.get(phrase) ?? []));
  }
  return found;
}

function acrossHangul(all: readonly string[], at: number): readonly string[] {
  const first = all[at] ?? '';
  let phrase = first;
  for (let to = at + 1; to < Math.min(all.length, at + PHRASE_WORDS_MAX); to++) {
    const next = all[to] ?? '';
    if (!isHangul(next) || phrase.length > longest) break;
    phrase += next;
  }
  const found: string[] = [];
  for (
    let length = Math.max(ACROSS_MIN, first.length + 1);
    length <= Math.min(longest, phrase.length);
    length++
  ) {
    const held = signs.get(phrase.slice(0, length));
    if (held !== undefined) found.push(...held);
  }
  return found;
}

function joined(words: readonly string[]): string {
  return words.map(singular).join('');
}
