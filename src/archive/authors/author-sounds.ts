import { mapped, type Sliced } from '../../sliced.ts';
import { editDistance } from '../../text/distance.ts';
import { isInitial, wordsOf } from '../../text/names/name-words.ts';
import { phoneticKeyOfHangul, phoneticKeysOfLatin } from '../../text/names/phonetic-key.ts';
import { romanize } from '../../text/names/romanize.ts';
import { type Packed, PackedStrings } from '../../text/packed-strings.ts';

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
    for (const turned of turnsOf(words)) {
      const sound = phoneticKeyOfHangul(turned);
      const apart = SOUND_APART[sound.length] ?? SOUND_APART[3];
      const letters = romanize(turned.join(''));
      const most = Math.floor(apart * letters.length);
      for (const index of this.#keys.having(sound)) {
        const name = this.#names[index] ?? '';
        const distance = editDistance(letters, wordsOf(name).join(''), most);
        if (distance <= most) found.set(name, Math.min(distance, found.get(name) ?? distance));
      }
    }
    return found;
  }
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
