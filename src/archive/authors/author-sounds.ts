import { mapped, type Sliced } from '../../sliced.ts';
import { editDistance } from '../../text/distance.ts';
import { isInitial, wordLinesOf, wordsOf } from '../../text/names/name-words.ts';
import { phoneticKeyOfHangul, phoneticKeysOfLatin } from '../../text/names/phonetic-key.ts';
import { romanize } from '../../text/names/romanize.ts';
import { type Packed, PackedStrings } from '../../text/packed/packed-strings.ts';

/**
 * The share of letters, mostly vowels, in which a name may differ from the name typed in Hangul, by the length of its
 * phonetic key: many names share a short key, so they must agree more.
 */
const SOUND_APART = [0, 0, 0.35, 0.6] as const;

/** Finds names in Latin letters that sound like a name in Hangul. Few questions need it, and it takes longest to make. */
export class AuthorSounds {
  readonly #names: readonly string[];
  /** Phonetic keys with spaces around them: ` SNKHN SNGHN `. */
  readonly #keys: PackedStrings;

  private constructor(names: readonly string[], keys: PackedStrings) {
    this.#names = names;
    this.#keys = keys;
  }

  static *of(authors: Iterable<string>): Sliced<AuthorSounds> {
    const names = [...authors];
    const keys = yield* mapped(names, (name) => ` ${keysOf(wordsOf(name)).join(' ')} `);
    return new AuthorSounds(names, yield* PackedStrings.of(keys));
  }

  /** @param authors the same, in the same order, as the packed keys were made of */
  static from(keys: Packed, authors: readonly string[]): AuthorSounds {
    return new AuthorSounds(authors, PackedStrings.from(keys));
  }

  get packed(): Packed {
    return this.#keys.packed;
  }

  /** Names that sound like the words in either order, with the edit distance of each. */
  like(words: readonly string[]): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const [turn, turned] of turnsOf(words).entries()) {
      const sound = phoneticKeyOfHangul(turned);
      const apart = SOUND_APART[sound.length] ?? SOUND_APART[3];
      const letters = romanize(turned.join(''));
      const most = Math.floor(apart * letters.length);
      // A name has at least as many characters as letters.
      const names = [...this.#keys.having(sound)]
        .map((index) => this.#names[index] ?? '')
        .filter((name) => letters.length - name.length <= most);
      const lines = wordLinesOf(names);
      for (const [place, name] of names.entries()) {
        const own = lines[place]?.replaceAll(' ', '') ?? '';
        if (editDistance(letters, own, most) > most) continue;
        // Names of several words are seldom turned around in Hangul.
        const isTurned = turn > 0 && words.length > 1;
        const distance = editDistance(plainSound(letters), plainSound(own), most) + Number(isTurned);
        found.set(name, Math.min(distance, found.get(name) ?? distance));
      }
    }
    return found;
  }
}

/** Letters as Hangul tells them apart: `reu` and `l`, `kun` and `cun` are the same. */
function plainSound(letters: string): string {
  return SAME_SOUND.reduce((text, [pattern, sound]) => text.replace(pattern, sound), letters);
}

const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/r(?![aeiouy])/g, ''],
  [/r/g, 'l'],
  [/eu/g, ''],
  [/ck?|q|g/g, 'k'],
  [/ph|f/g, 'p'],
  [/sh/g, 's'],
  [/v/g, 'b'],
  [/z/g, 'j'],
  [/oo|ou/g, 'u'],
  [/ee/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/** The share of letters in which two names may differ and still be the same, the one in Hangul and the other in Latin letters. */
const SAME_APART = 0.25;

/** Whether a name in Hangul, spoken, is one in Latin letters: 얀 르쿤 is Yann LeCun. */
export function soundsSame(hangul: string, name: string): boolean {
  const [one, other] = [wordsOf(hangul).map(romanize), wordsOf(name)].map((words) =>
    words
      .map(plainSound)
      .join('')
      .replace(/[aeiouwy]+/g, 'a'),
  );
  if (one === undefined || other === undefined) return false;
  const most = Math.floor(SAME_APART * one.length);
  return editDistance(one, other, most) <= most;
}

/** A name in both orders, also if it is one word: 조재민 is Jaemin Cho. */
function turnsOf(words: readonly string[]): readonly (readonly string[])[] {
  const [first = '', ...others] = words;
  if (others.length > 0) return [words, [...others, first]];
  return first.length < 3 ? [words] : [words, [first.slice(1), first.slice(0, 1)]];
}

/** Keys of a name without its initials, which are not spoken: 크리스토퍼 매닝 is Christopher D. Manning. */
function keysOf(words: readonly string[]): readonly string[] {
  return phoneticKeysOfLatin(words.filter((word) => !isInitial(word)));
}
