/** Revised Romanization, syllable by syllable: initials, vowels and finals in Unicode's order. */
const INITIALS = 'g kk n d tt r m b pp s ss - j jj ch k t p h'
  .split(' ')
  .map((letter) => (letter === '-' ? '' : letter));
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINALS = ['', ...'k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')];

const FIRST = 0xac00;
const LAST = 0xd7a3;
const FINALS_OF_ONE = 28;
const SYLLABLES_OF_ONE = 21 * FINALS_OF_ONE;

/** The three parts of a syllable of Hangul in Latin letters. */
interface Syllable {
  /** Empty if it begins with its vowel. */
  readonly initial: string;
  readonly vowel: string;
  /** Empty if it ends with its vowel. */
  readonly final: string;
}

/** Splits a syllable of Hangul; null for any other character. */
export function syllableOf(character: string): Syllable | null {
  const code = character.charCodeAt(0);
  if (code < FIRST || code > LAST) return null;
  const place = code - FIRST;
  return {
    initial: INITIALS[Math.floor(place / SYLLABLES_OF_ONE)] ?? '',
    vowel: VOWELS[Math.floor((place % SYLLABLES_OF_ONE) / FINALS_OF_ONE)] ?? '',
    final: FINALS[place % FINALS_OF_ONE] ?? '',
  };
}

/** A text with its Hangul in Latin letters (`송한` is `songhan`); other characters stay. */
export function romanize(text: string): string {
  return [...text]
    .map((character) => {
      const syllable = syllableOf(character);
      return syllable === null ? character : syllable.initial + syllable.vowel + syllable.final;
    })
    .join('');
}
