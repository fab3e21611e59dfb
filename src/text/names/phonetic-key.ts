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

/** How letters are read, by their first letter; the first rule that matches counts. Letters that are missing here are silent. */
const OF_LATIN: Readonly<Record<string, readonly Rule[]>> = {
  b: [[/b+/y, ['P']]],
  c: [
    [/^chr/y, ['KL']],
    [/ch$/y, ['K', 'S']],
    [/ch|cz|c(?=[eiy])/y, ['S']],
    [/ck|c+/y, ['K']],
  ],
  d: [
    [/dz|dg/y, ['S']],
    [/d+/y, ['T']],
  ],
  f: [[/f+/y, ['P']]],
  g: [
    [/gh/y, ['', 'K']],
    [/g(?=[eiy])/y, ['S', 'K']],
    [/g+/y, ['K']],
  ],
  j: [[/j/y, ['S', '']]],
  k: [
    [/^kn/y, ['N']],
    [/k+/y, ['K']],
  ],
  l: [[/l+/y, ['L']]],
  m: [[/m+/y, ['M']]],
  n: [
    [/ng(?=[eiy])/y, ['NS', 'N', 'NK']],
    [/ng(?=[aou])/y, ['NK', 'N']],
    [/ng/y, ['N']],
    [/n+/y, ['N']],
  ],
  p: [
    [/ph/y, ['P']],
    [/p+/y, ['P']],
  ],
  q: [
    [/qu/y, ['K']],
    [/q/y, ['S', 'K']],
  ],
  r: [
    [/r(?=[aeiouy])/y, ['L']],
    [/r+/y, ['', 'L']],
  ],
  s: [
    [/^sch|sh/y, ['S']],
    [/s+/y, ['S']],
  ],
  t: [
    [/^tsch|tch|ts|tz/y, ['S']],
    [/th/y, ['T', 'S']],
    [/t+/y, ['T']],
  ],
  v: [[/v+/y, ['P']]],
  x: [
    [/^x/y, ['S']],
    [/x/y, ['KS', 'S']],
  ],
  z: [
    [/zh/y, ['S']],
    [/z+/y, ['S']],
  ],
};

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
    const rule = OF_LATIN[word[at] ?? '']?.find(([pattern]) => {
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
