import { syllableOf } from './romanize.ts';

/**
 * What a name sounds like, so that 얀 르쿤 finds Yann LeCun: its consonants in classes that Hangul does not tell apart
 * (K, T, P, S, L, M, N), without vowels. A letter that may be read in several ways makes several keys.
 */

/** Names of more readings than this are not worth all of them. */
const KEYS_MAX = 32;

const OF_HANGUL: Readonly<Record<string, string>> = {
  ...{ g: 'K', kk: 'K', k: 'K', d: 'T', tt: 'T', t: 'T', b: 'P', pp: 'P', p: 'P' },
  ...{ s: 'S', ss: 'S', j: 'S', jj: 'S', ch: 'S', r: 'L', l: 'L', m: 'M', n: 'N', ng: 'N', h: '' },
};

/** Readings of letters, the first rule that fits; `$` is the end of a word. */
const OF_LATIN: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^t?sch/y, ['S']],
  [/^chr/y, ['KL']],
  [/^kn/y, ['N']],
  [/^x/y, ['S']],
  [/(?:sh|zh|ts|tz|cz|dz|dg|tch)/y, ['S']],
  [/ch$/y, ['K', 'S']],
  [/ch/y, ['S']],
  [/ck|qu/y, ['K']],
  [/ph/y, ['P']],
  [/th/y, ['T', 'S']],
  [/gh/y, ['', 'K']],
  [/ng(?=[eiy])/y, ['NS', 'N', 'NK']],
  [/ng(?=[aou])/y, ['NK', 'N']],
  [/ng/y, ['N']],
  [/x/y, ['KS', 'S']],
  [/c(?=[eiy])/y, ['S']],
  [/g(?=[eiy])/y, ['S', 'K']],
  [/q/y, ['S', 'K']],
  [/j/y, ['S', '']],
  [/r(?=[aeiouy])/y, ['L']],
  [/r+/y, ['', 'L']],
  [/(?:b+|p+|v+|f+)/y, ['P']],
  [/(?:d+|t+)/y, ['T']],
  [/(?:c+|g+|k+)/y, ['K']],
  [/(?:s+|z+)/y, ['S']],
  [/l+/y, ['L']],
  [/m+/y, ['M']],
  [/n+/y, ['N']],
];

/** The key of words in Hangul. */
export function soundOfHangul(words: readonly string[]): string {
  return words.map(soundOfWord).join('');
}

function soundOfWord(word: string): string {
  let sound = '';
  let final = '';
  for (const character of word) {
    const syllable = syllableOf(character);
    if (syllable === null) continue;
    const initial = OF_HANGUL[syllable.initial] ?? '';
    // 일리야, 안나: one consonant written on both sides of the seam.
    if (initial !== final || initial === '') sound += initial;
    final = OF_HANGUL[syllable.final] ?? '';
    sound += final;
  }
  return sound;
}

/** The keys of words in folded Latin letters, each once. */
export function soundsOfLatin(words: readonly string[]): readonly string[] {
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
    const rule = OF_LATIN.find(([pattern]) => {
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
