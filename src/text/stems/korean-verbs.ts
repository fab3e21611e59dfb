/** Endings that follow a stem of one syllable, which alone would be found inside other words. */
const ENDINGS = ['는', '기', '고', '지', '게', '면', '며', '던', '려'];
/** Stems that are regular, although others with their last letter are not. */
const REGULAR = [
  '잡',
  '뽑',
  '입',
  '접',
  '좁',
  '꼽',
  '씹',
  '받',
  '믿',
  '닫',
  '얻',
  '쏟',
  '뜯',
  '웃',
  '벗',
  '빗',
  '씻',
  '솟',
  '따르',
  '들르',
  '치르',
];

/** Where Unicode's Hangul begins, and its numbers of vowels and last consonants. */
const FIRST = 0xac00;
const VOWELS = 21;
const FINALS = 28;
const VOWEL = { a: 0, ya: 2, eo: 4, yeo: 6, o: 8, wa: 9, u: 13, wo: 14, eu: 18, i: 20 };
const FINAL = { none: 0, n: 4, d: 7, l: 8, m: 16, b: 17, s: 19, ss: 20 };
/** The vowel that two become: 고치 and 어 are 고쳐. */
const CONTRACTED = new Map([
  [VOWEL.o, VOWEL.wa],
  [VOWEL.u, VOWEL.wo],
  [VOWEL.i, VOWEL.yeo],
]);

interface Syllable {
  readonly lead: number;
  readonly vowel: number;
  readonly final: number;
}

/**
 * Beginnings of the forms of a Korean verb or adjective, of two syllables or more: 고치 gives 고치, 고친, 고칠, 고침, 고쳐,
 * 고쳤, and a text has 고치는 or 고쳤다.
 *
 * @param stem the dictionary's form without 다
 */
export function verbForms(stem: string): readonly string[] {
  const before = stem.slice(0, -1);
  const last = read(stem.slice(-1));
  const open = before + write({ ...last, final: FINAL.none });
  const ended = (final: number) => before + write({ ...last, final });
  const vowelled = beforeVowel(stem);
  const forms = [
    ...(before === '' ? ENDINGS.map((ending) => stem + ending) : [stem]),
    ...(last.final === FINAL.none ? [FINAL.n, FINAL.l, FINAL.m, FINAL.b].map(ended) : []),
    // 만들다: 만드는, 만든.
    ...(last.final === FINAL.l ? [`${open}는`, ended(FINAL.n), ended(FINAL.b)] : []),
    ...vowelled,
  ];
  return [...new Set(forms)].filter((form) => form.length > 1);
}

/** Forms before 아 or 어, with the past tense, and before 은, 을, 음. */
function beforeVowel(stem: string): readonly string[] {
  const before = stem.slice(0, -1);
  const { lead, vowel, final } = read(stem.slice(-1));
  const isRegular = REGULAR.includes(stem);
  const withPast = (form: string) => [
    form,
    form.slice(0, -1) + write({ ...read(form.slice(-1)), final: FINAL.ss }),
  ];
  const after = (base: string, a = isBright(vowel)) => withPast(base + (a ? '아' : '어'));
  const all = (base: string) => [...after(base), `${base}은`, `${base}을`, `${base}음`];
  const open = before + write({ lead, vowel, final: FINAL.none });
  if (stem.endsWith('하')) return withPast(`${before}해`);
  if (final === FINAL.none) {
    const previous = before === '' ? null : read(before.slice(-1));
    const isA = previous !== null && isBright(previous.vowel);
    // 고르다: 골라; 모으다: 모아.
    if (stem.endsWith('르') && previous !== null && !isRegular)
      return withPast(before.slice(0, -1) + write({ ...previous, final: FINAL.l }) + (isA ? '라' : '러'));
    const joined = vowel === VOWEL.eu ? (isA ? VOWEL.a : VOWEL.eo) : (CONTRACTED.get(vowel) ?? vowel);
    return withPast(before + write({ lead, vowel: joined, final: FINAL.none }));
  }
  if (isRegular) return all(stem);
  // 쉽다: 쉬운, 쉬워; 듣다: 들어; 짓다: 지은.
  if (final === FINAL.b)
    return [
      ...withPast(open + (stem.endsWith('돕') ? '와' : '워')),
      ...['운', '울', '움'].map((end) => open + end),
    ];
  if (final === FINAL.d) return all(before + write({ lead, vowel, final: FINAL.l }));
  return all(final === FINAL.s ? open : stem);
}

function isBright(vowel: number): boolean {
  return vowel === VOWEL.a || vowel === VOWEL.ya || vowel === VOWEL.o;
}

function read(syllable: string): Syllable {
  const number = (syllable.codePointAt(0) ?? FIRST) - FIRST;
  const vowel = Math.floor(number / FINALS) % VOWELS;
  return { lead: Math.floor(number / FINALS / VOWELS), vowel, final: number % FINALS };
}

function write({ lead, vowel, final }: Syllable): string {
  return String.fromCodePoint(FIRST + (lead * VOWELS + vowel) * FINALS + final);
}
