import { romanize } from '../../text/names/romanize.ts';

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
  const given = others.map(romanize);
  const families = FAMILY.get(first) ?? [romanize(first)];
  return families.flatMap((family) => {
    const forms = [...new Set([given.join(''), given.join(' '), given.join('-')])];
    return forms.flatMap((one) => [`${family} ${one}`, `${one} ${family}`]);
  });
}
