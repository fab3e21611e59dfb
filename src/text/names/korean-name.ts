import { fold } from '../fold.ts';
import data from './korean-names.json' with { type: 'json' };
import { syllableOf } from './romanize.ts';

/** How families, and the parts of other syllables, are spelled besides the Revised Romanization. */
const FAMILY = tableOf(data.family);
const INITIAL = tableOf(data.initial);
const VOWEL = tableOf(data.vowel);
const FINAL = tableOf(data.final);
/** Vowels that begin a syllable: 이 is Yi, 욱 is Wook. */
const OPEN = tableOf(data.open);

/**
 * The words of a Korean name as they may stand in Latin letters, in both orders: `황성주` is Sungju Hwang and Hwang
 * Seongju. Guesses to look up; none for what is no name of two to four syllables.
 */
export function koreanSpellings(name: string): readonly (readonly string[])[] {
  const bare = fold(name).replace(/\s+/g, '');
  if (!/^[가-힣]{2,4}$/.test(bare)) return [];
  const [first = '', ...others] = [...bare];
  // Many words of two syllables look like a name of a rare family: 우버 is not Bo Wu.
  if (others.length === 1 && !FAMILY.has(first)) return [];
  const given = joined(others.map(spellingsOf));
  const family = new Set([...(FAMILY.get(first) ?? []), ...spellingsOf(first)]);
  return [...family].flatMap((one) =>
    given.flatMap((other) => [
      [other, one],
      [one, other],
    ]),
  );
}

function spellingsOf(syllable: string): readonly string[] {
  const { initial = '', vowel = '', final = '' } = syllableOf(syllable) ?? {};
  const open = initial === '' ? (OPEN.get(vowel) ?? []) : [];
  const middles = [...(VOWEL.get(vowel) ?? [vowel]), ...open];
  const all = joined([INITIAL.get(initial) ?? [initial], middles, FINAL.get(final) ?? [final]]);
  // 환 is Hwan and Whan.
  return [...new Set(all.flatMap((one) => [one, one.replace(/^hw/, 'wh')]))];
}

/** Every way to choose one of each list, in one word. */
function joined(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.reduce<readonly string[]>(
    (begun, list) => begun.flatMap((beginning) => list.map((one) => beginning + one)),
    [''],
  );
}

function tableOf(rows: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(rows).map(([key, line]) => [key, line.split(' ')]));
}
