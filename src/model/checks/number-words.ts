import { unitAt } from './units.ts';

/** A number as the source's and the model's are compared: a value with what it counts, `2 times`, `20000 `, `0.5 %`. */
export type StatedAmount = string;

const ENGLISH: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, place): [string, number] => [word, 20 + 10 * place]),
]);
const ENGLISH_SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const ENGLISH_WORD = [...ENGLISH.keys(), ...ENGLISH_SCALES.keys()].join('|');
const ENGLISH_NUMBER = new RegExp(
  `(?<![a-z0-9.,-])(?:${[...ENGLISH.keys()].join('|')}|a(?= (?:${[...ENGLISH_SCALES.keys()].join('|')})\\b)|(?<!\\d[ -])(?:${[...ENGLISH_SCALES.keys()].join('|')}))(?:[ -](?:and )?(?:${ENGLISH_WORD})\\b)*(?=\\b|fold)`,
  'gi',
);

const NATIVE: readonly (readonly [RegExp, number])[] = [
  [/^(?:한|하나)/, 1],
  [/^(?:두|둘)/, 2],
  [/^(?:세|셋)/, 3],
  [/^(?:네|넷)/, 4],
  [/^다섯/, 5],
  [/^여섯/, 6],
  [/^일곱/, 7],
  [/^여덟/, 8],
  [/^아홉/, 9],
];
const TENS: ReadonlyMap<string, number> = new Map([
  ['열', 10],
  ['스무', 20],
  ['스물', 20],
  ['서른', 30],
  ['마흔', 40],
  ['쉰', 50],
  ['예순', 60],
  ['일흔', 70],
  ['여든', 80],
  ['아흔', 90],
]);
const ONES = '한|하나|두|둘|세|셋|네|넷|다섯|여섯|일곱|여덟|아홉';
const COUNTED =
  '배|가지|개|명|편|번|단계|종|차례|층|시간|달|쪽|군데|사람|모델|방법|데이터|과제|벤치마크|작업|단어|언어|줄|차원|장|점|분야|관점|측면|요소|부분|축|갈래|곳';
/** A Korean number begins a word, or stands behind one of these: elsewhere it is a part of one, or a particle (`LLM만`). */
const BEGINS = '(?<=^|[\\s("“\'‘,~-]|약|총|최대|최소|평균|단|무려)';
const NATIVE_NUMBER = new RegExp(
  `${BEGINS}(?:(열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)(${ONES})?(?=\\s?(?:${COUNTED}))|(${ONES})(?=\\s|\\s?(?:${COUNTED})|[을를은는이가의로과와도다,.]))`,
  'g',
);

const SINO: Readonly<Record<string, number>> = {
  영: 0,
  공: 0,
  일: 1,
  이: 2,
  삼: 3,
  사: 4,
  오: 5,
  육: 6,
  칠: 7,
  팔: 8,
  구: 9,
  십: 10,
  백: 100,
  천: 1000,
  만: 1e4,
  억: 1e8,
  조: 1e12,
};
const SINO_UNIT =
  '퍼센트|프로|포인트|배(?!치|포|경|열)|개(?!념|발|선|인|방|별|체|요)|명(?!령|시|확)|편(?!향|집|리)|초(?!기|과|점)|시간|년|단계|가지|층|비트|차원|토큰|샷|억|만|장|시간|점(?![가-힣]{2})';
const DIGIT = '[일이삼사오육칠팔구]';
const SINO_NUMBER = new RegExp(
  [
    // Before what it counts; `이 개념` and `일 단위` are no numbers.
    `${BEGINS}(?:${DIGIT}?[십백천만억][일이삼사오육칠팔구십백천만억조]*|[영공일이삼사오육칠팔구]+점\\s?[영공일이삼사오육칠팔구]+)(?=여?\\s?(?:${SINO_UNIT}))`,
    `${BEGINS}[삼사오육칠팔구](?=\\s?(?:${SINO_UNIT}))|${BEGINS}[일이](?=(?:퍼센트|프로|배(?!치|포|경|열)))`,
    // Alone it is round: 만일 is not 10,001.
    `${BEGINS}[일이삼사오육칠팔구십백천만억]+[십백천만억](?=[이을를]?\\s|여\\s|$)`,
  ].join('|'),
  'g',
);

/** Words that are an amount by themselves. */
const WHOLE: readonly (readonly [RegExp, StatedAmount])[] = [
  [/\b(?:twice|doubl(?:e[sd]?|ing))\b|갑절|곱절/gi, '2 times'],
  [/\b(?:thrice|tripl(?:e[sd]?|ing))\b/gi, '3 times'],
  [/\bquadrupl(?:e[sd]?|ing)\b/gi, '4 times'],
  [/\b(?:half|halves|halv(?:ed|ing))\b|절반|(?<![가-힣])반으로/gi, '50 %'],
  [/(?<![가-힣])반(?=\s(?:이상|이하|정도))/g, '50 %'],
  [/(?<![가-힣])(?:한두|두세|두서너|서너|너댓|대여섯|예닐곱|일고여덟)\s?(?=[가-힣])/g, 'a few'],
  [/\bcouple of\b/gi, '2 '],
  [/\borders? of magnitude\b|자릿수/gi, 'magnitudes'],
  [/\b(?:several|many|multiple) times\b|\bmanifold\b|(?:몇|여러|수)\s?배(?!치|포|경|열)/gi, 'several times'],
  [/\bdozens?\b|\btens of\b|수십/gi, 'tens'],
  [/\bhundreds\b|수백(?![가-힣]*만)/gi, 'hundreds'],
  [/\bthousands\b|수천(?![가-힣]*만)/gi, 'thousands'],
  [/\bmillions\b|수백만|수천만/gi, 'millions'],
  [/\bbillions\b|수십억|수백억/gi, 'billions'],
];

/** The numbers that a text spells out in words of both languages. */
export function* spelledIn(text: string): Generator<StatedAmount> {
  for (const [pattern, amount] of WHOLE) {
    for (const _found of text.matchAll(pattern)) yield amount;
  }
  for (const [pattern, read] of [
    [ENGLISH_NUMBER, readEnglish],
    [NATIVE_NUMBER, readNative],
    [SINO_NUMBER, readSino],
  ] as const) {
    for (const { 0: words, index } of text.matchAll(pattern)) {
      const to = index + words.length;
      yield `${read(words)} ${unitAt(text.slice(to, to + 24))}`;
    }
  }
}

function readEnglish(words: string): number {
  let [sum, group] = [0, 0];
  for (const word of words.toLowerCase().split(/[ -]/)) {
    const scale = ENGLISH_SCALES.get(word);
    if (word === 'and') continue;
    if (scale === undefined) group += ENGLISH.get(word) ?? 1;
    else if (scale === 100) group = (group || 1) * 100;
    else {
      sum += (group || 1) * scale;
      group = 0;
    }
  }
  return sum + group;
}

function readNative(words: string): number {
  const tens = [...TENS.keys()].find((word) => words.startsWith(word));
  const rest = words.slice(tens?.length ?? 0);
  const ones = NATIVE.find(([pattern]) => pattern.test(rest))?.[1] ?? 0;
  return (tens === undefined ? 0 : (TENS.get(tens) ?? 0)) + ones;
}

function readSino(words: string): number {
  const [whole = '', part] = words.replace(/\s/g, '').split('점');
  const value = sinoWhole(whole);
  if (part === undefined) return value;
  return Number(`${value}.${[...part].map((digit) => SINO[digit] ?? 0).join('')}`);
}

function sinoWhole(words: string): number {
  let [all, group, digit] = [0, 0, 0];
  for (const letter of words) {
    const value = SINO[letter] ?? 0;
    if (value < 10) digit = value;
    else if (value < 1e4) {
      group += (digit || 1) * value;
      digit = 0;
    } else {
      all += (group + digit || 1) * value;
      [group, digit] = [0, 0];
    }
  }
  return all + group + digit;
}
