import { dataTable } from '../data.ts';

/** A number in words. */
interface NumberWord {
  readonly text: string;
  /** Digits (`3`) or an amount with its unit (`50 %`); null for compounds that only equal words match (`twenty-five`). */
  readonly meaning: string | null;
  /** The offset after it. */
  readonly end: number;
}

const table = dataTable(new URL('./number-words.txt', import.meta.url));
const list = (name: string): readonly string[] => table.get(name) ?? [];
const anyOf = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');

const WORDS = anyOf([...table.keys()].filter((word) => /^[a-z]/.test(word)));
const PARTS = `(?:an?|one|two|three|four|five|seven|nine)[- ](?:${anyOf(list('PARTS'))})s?\\b(?! (?:time|place|author|edition|one|kind))`;
const RUN = `(?:${WORDS})(?:[ -](?:and )?(?:${WORDS})\\b)*(?=\\b|fold)`;
/** Not after digits: `3 million` is a number in digits. */
const ENGLISH = new RegExp(`(?<![a-z0-9.,-]|\\d[ -])(?:${PARTS}|${RUN})`, 'gi');

/** A Korean number begins a word or follows one of these; elsewhere the syllable is part of a word or a particle (`LLM만`). */
const BEGINS = '(?<=^|[\\s("“\'‘,~-]|약|총|최대|최소|평균|단|무려)';
const COUNTED = `\\s?(?:${anyOf(list('COUNTED'))})`;
const ONES = anyOf(list('ONES'));
const NATIVE = `(?:${anyOf(list('TENS'))})(?:한|하나|${ONES})?(?=${COUNTED})|(?:${ONES})(?=\\s|${COUNTED}|[을를은는이가의로과와도다,.])`;
/** What may follow a Sino-Korean number: `이 개념` and `일 단위` are not numbers. */
const UNIT =
  '\\s?(?:퍼센트|프로|포인트|배(?!치|포|경|열)|개(?!념|발|선|인|방|별|체|요)|명(?!령|시|확)|편(?!향|집|리)|초(?!기|과|점)|시간|년|단계|가지|층|비트|차원|토큰|샷|억|만|장|점(?![가-힣]{2}))';
const DIGITS = '[일이삼사오육칠팔구]';
const SINO = [
  `${DIGITS}?[십백천만억][일이삼사오육칠팔구십백천만억조]*(?=여?${UNIT})`,
  `[영공일이삼사오육칠팔구]+점\\s?[영공일이삼사오육칠팔구]+(?=${UNIT})`,
  `[삼사오육칠팔구](?=${UNIT})|[일이](?=퍼센트|프로|배(?!치|포|경|열))`,
  `[이삼사오육칠팔구십백천]+(?=\\s?분의)`,
  // Alone it is round: 만일 is not 10,001.
  '[일이삼사오육칠팔구십백천만억]+[십백천만억](?=[이을를]?\\s|여\\s|$)',
].join('|');
const KOREAN = new RegExp(
  `${anyOf(list('ANYWHERE'))}|${BEGINS}(?:${anyOf(list('WHOLE'))})(?!치|포|경|열)|${BEGINS}반(?=으로|\\s이상|\\s이하|\\s정도)|${BEGINS}(?:${NATIVE}|${SINO})`,
  'g',
);

/** The numbers that a text spells out in English or Korean words. */
export function numberWordsIn(text: string): readonly NumberWord[] {
  return [ENGLISH, KOREAN].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => {
      const word = found.toLowerCase();
      return { text: word, meaning: table.get(word)?.[0] ?? null, end: index + found.length };
    }),
  );
}
