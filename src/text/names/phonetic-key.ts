import { dataTable } from '../data.ts';
import { syllableOf } from './romanize.ts';

/**
 * Keys that names share when they sound alike, so that 얀 르쿤 finds Yann LeCun. A key is the consonants of a name without its
 * vowels, in the classes that Hangul distinguishes (K, T, P, S, L, M, N). A letter with several readings makes several keys.
 */

/** Keep at most this many keys of a name; further readings are unlikely. */
const KEYS_MAX = 32;

const OF_HANGUL: Readonly<Record<string, string>> = {
  ...{ g: 'K', kk: 'K', k: 'K', d: 'T', tt: 'T', t: 'T', b: 'P', pp: 'P', p: 'P' },
  ...{ s: 'S', ss: 'S', j: 'S', jj: 'S', ch: 'S', r: 'L', l: 'L', m: 'M', n: 'N', ng: 'N', h: '' },
};

type Rule = readonly [pattern: RegExp, readings: readonly string[]];

/** How letters sound, by their first letter; the first rule that fits counts. */
const OF_LATIN: ReadonlyMap<string, readonly Rule[]> = Map.groupBy(
  Array.from(dataTable(new URL('./latin-sounds.txt', import.meta.url)), ([letters, sounds]): Rule => {
    const pattern = letters.replace(/>(\w+)/, '(?=[$1])');
    return [new RegExp(pattern, 'y'), sounds.map((sound) => sound.replace('-', ''))];
  }),
  ([pattern]) => pattern.source.replace('^', '').charAt(0),
);

/** The key of words in Hangul. */
export function phoneticKeyOfHangul(words: readonly string[]): string {
  return words.map(soundOfWord).join('');
}

function soundOfWord(word: string): string {
  let sound = '';
  let final = '';
  for (const character of word) {
    const syllable = syllableOf(character);
    if (syllable === null) continue;
    const initial = OF_HANGUL[syllable.initial] ?? '';
    // 일리야, 안나: a consonant written on both sides of a syllable boundary counts once.
    if (initial !== final || initial === '') sound += initial;
    final = OF_HANGUL[syllable.final] ?? '';
    sound += final;
  }
  return sound;
}

/** The keys of words in folded Latin letters, each once. */
export function phoneticKeysOfLatin(words: readonly string[]): readonly string[] {
  let sounds = [''];
  for (const word of words) {
    for (const readings of readingsOf(word)) {
      sounds = sounds.flatMap((sound) => readings.map((reading) => sound + reading)).slice(0, KEYS_MAX);
    }
  }
  return [...new Set(sounds)];
}

function* readingsOf(word: string): Generator<readonly string[]> {
  let at = 0;
  while (at < word.length) {
    const rule = OF_LATIN.get(word.charAt(at))?.find(([pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(word);
    });
    if (rule === undefined) {
      at += 1;
      continue;
    }
    const [pattern, readings] = rule;
    at = Math.max(at + 1, pattern.lastIndex);
    yield readings;
  }
}
