/** Revised Romanization, syllable by syllable: initials, vowels and finals in Unicode's order. */
const INITIALS = 'g kk n d tt r m b pp s ss - j jj ch k t p h'
  .split(' ')
  .map((letter) => (letter === '-' ? '' : letter));
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINALS = ['', ...'k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')];

const FIRST = 0xac00;
const LAST = 0xd7a3;

/** Family names that people write otherwise than the rules do. */
const FAMILY: ReadonlyMap<string, readonly string[]> = new Map([
  ['김', ['kim']],
  ['이', ['lee', 'yi']],
  ['박', ['park', 'bak']],
  ['최', ['choi']],
  ['정', ['jung', 'jeong', 'chung']],
  ['강', ['kang']],
  ['조', ['cho', 'jo']],
  ['윤', ['yoon', 'yun']],
  ['임', ['lim', 'im']],
  ['신', ['shin', 'sin']],
  ['유', ['yoo', 'yu']],
  ['류', ['ryu', 'liu']],
  ['왕', ['wang']],
  ['오', ['oh']],
  ['서', ['seo', 'suh']],
  ['권', ['kwon']],
  ['황', ['hwang', 'huang']],
  ['안', ['ahn', 'an']],
  ['송', ['song']],
]);

/**
 * How a name in Hangul may stand in Latin letters, as the archive spells names: `송한` is Song Han, `김민수` is Kim Minsu
 * or Minsu Kim. Only guesses: whoever uses them looks whether there is such a name.
 */
export function latinSpellings(name: string): readonly string[] {
  const bare = name.replace(/\s+/g, '');
  if (!/^[가-힣]{2,4}$/.test(bare)) return [];
  const [first = '', ...others] = [...bare];
  const given = others.map(syllable);
  const families = FAMILY.get(first) ?? [syllable(first)];
  return families.flatMap((family) => {
    const forms = [...new Set([given.join(''), given.join(' '), given.join('-')])];
    return forms.flatMap((one) => [`${family} ${one}`, `${one} ${family}`]);
  });
}

function syllable(character: string): string {
  const code = character.charCodeAt(0);
  if (code < FIRST || code > LAST) return '';
  const place = code - FIRST;
  const initial = INITIALS[Math.floor(place / 588)] ?? '';
  const vowel = VOWELS[Math.floor((place % 588) / 28)] ?? '';
  return initial + vowel + (FINALS[place % 28] ?? '');
}
