import { monthOf, type Part } from './parts.ts';
import { MARKED } from './ranges.ts';

/** One way to write a date: what it looks like, and what it says. */
export interface Form {
  readonly pattern: RegExp;
  read(match: RegExpExecArray): Part | null;
}

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = '((?:19|20)\\d{2})';
/** `'24` and `24년`. */
const SHORT_YEAR = "['’]?(2\\d)";
/** A number here counts papers: `top 5 of December`. */
const NO_COUNT = '(?<!#)(?<!\\b(?:top|best|bottom|first|last|latest|newest|worst|rank|number|no\\.?) )';
const START = '(?<![\\p{L}\\p{N}-]|\\p{N}\\.)';
/** A day of the month may follow a hyphen: the end of `3-9 December`. */
const DAY_START = '(?<![\\p{L}\\p{N}]|\\p{N}\\.|(?<!\\b\\d{1,2})-)';
const END = '(?![\\p{N}]|[a-z])';

const number = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

const form = (source: string, read: (groups: readonly (string | undefined)[]) => Part | null): Form => ({
  pattern: new RegExp(source, 'giu'),
  read: (match) => read(match.slice(1)),
});

const part = (year: string | undefined, month: number | null, day: string | undefined): Part => ({
  year: number(year),
  month,
  day: number(day),
});

const century = (year: string | undefined): string | undefined => year && `20${year}`;

/** So many months of a year, the first of such parts being 0. */
const monthsFrom = (year: string | undefined, index: number, months: number): Part => ({
  ...part(year, 1 + index * months, undefined),
  months,
});

const PARTS: ReadonlyMap<string, number> = new Map([
  ...['first', 'second', 'third', 'fourth'].map((word, at): [string, number] => [word, at]),
  ...['1st', '2nd', '3rd', '4th'].map((word, at): [string, number] => [word, at]),
]);

/** Quarters and halves of a year that stands elsewhere in the question, or nowhere. */
const OF_YEAR: readonly Form[] = [
  form(`(?:\\bthe )?\\b(first|second|third|fourth|1st|2nd|3rd|4th) quarter\\b`, ([which = '']) =>
    monthsFrom(undefined, PARTS.get(which.toLowerCase()) ?? 0, 3),
  ),
  form(`(?:\\bthe )?\\b(first|second|1st|2nd) half\\b`, ([which = '']) =>
    monthsFrom(undefined, PARTS.get(which.toLowerCase()) ?? 0, 6),
  ),
  form(`${START}([1-4])\\s?분기`, ([which]) => monthsFrom(undefined, Number(which) - 1, 3)),
  form('(상|하)반기', ([which]) => monthsFrom(undefined, which === '상' ? 0 : 1, 6)),
  // `Q4` is a way to store numbers as well: alone it is no quarter.
  form(
    `(?<=${MARKED}\\s*|\\b(?:in|of|during|since|for|from|until|to) )Q([1-4])${END}|${START}Q([1-4])(?=\\s*(?:of )?${MARKED})`,
    ([one, other]) => monthsFrom(undefined, Number(one ?? other) - 1, 3),
  ),
  form(`(?<=${MARKED}\\s*)H([12])${END}|${START}H([12])(?=\\s*(?:of )?${MARKED})`, ([one, other]) =>
    monthsFrom(undefined, Number(one ?? other) - 1, 6),
  ),
];

/** Spring, summer and autumn by whole months, as meteorologists have them; of which year a winter is, people differ. */
const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['fall', 9],
  ['봄', 3],
  ['여름', 6],
  ['가을', 9],
]);

/** A season is one only beside a year: words for it have other meanings. */
const OF_SEASONS: readonly Form[] = [
  form(
    `(?:\\bthe )?\\b(spring|summer|autumn|fall)(?=,? (?:of )?(?:${MARKED}|(?:last|this) year))`,
    ([name = '']) => season(name),
  ),
  form(
    `(?<=(?:${MARKED}|\\b(?:last|this) year)(?:['’]s)?\\s*)(spring|summer|autumn|fall)${END}`,
    ([name = '']) => season(name),
  ),
  form(`(?<=(?:${MARKED}|작년|지난해|올해)의?\\s*)(봄|여름|가을)(?:철)?`, ([name = '']) => season(name)),
];

function season(name: string): Part {
  return { ...part(undefined, SEASONS.get(name.toLowerCase()) ?? null, undefined), months: 3 };
}

const TO = '(?:to|until|till|through|thru|[-–—~∼〜]|부터|에서)';

/** A day whose month the other end of the period has: `between 3 and 9 December`, `12월 3일부터 9일까지`. */
const DAYS_OF_RANGE: readonly Form[] = [
  form(`(?<=${MARKED}\\s?[-–~∼〜]\\s?)(\\d{1,2})[./](\\d{1,2})${END}`, ([month, day]) =>
    part(undefined, number(month), day),
  ),
  form(
    `(?<=\\b(?:between|from) (?:the )?)(\\d{1,2})(?:st|nd|rd|th)?(?= (?:and|to|until|till|through) (?:the )?${MARKED})`,
    ([day]) => part(undefined, null, day),
  ),
  form(`${NO_COUNT}${START}(\\d{1,2})(?:st|nd|rd|th|일)?(?=\\s?[-–~∼]\\s?${MARKED})`, ([day]) =>
    part(undefined, null, day),
  ),
  form(
    `(?<=${MARKED}\\s?${TO}\\s?|\\bbetween (?:the )?${MARKED} and (?:the )?)(\\d{1,2})(?:st|nd|rd|th|일)?(?:,? ${YEAR})?${END}(?!\\s?(?:papers|votes|upvotes|most|best|편|개|표|명))`,
    ([day, year]) => part(year, null, day),
  ),
];

/** Dates as people write them, the longest forms first, so that none is taken for part of itself. */
export const WRITTEN: readonly Form[] = [
  form(`${START}${YEAR}\\s?[-./]\\s?(\\d{1,2})\\s?[-./]\\s?(\\d{1,2})${END}`, ([year, month, day]) =>
    part(year, number(month), day),
  ),
  form(`${START}(20\\d{2})(\\d{2})(\\d{2})${END}`, ([year, month, day]) => part(year, number(month), day)),
  form(`${START}${YEAR}\\s*년\\s*(\\d{1,2})\\s*월\\s*(\\d{1,2})\\s*일`, ([year, month, day]) =>
    part(year, number(month), day),
  ),
  form(
    `${START}(2\\d)([./])\\s?(1[0-2]|0?[1-9])\\2\\s?(3[01]|[12]\\d|0?[1-9])${END}(?!\\.\\d)`,
    ([year, , month, day]) => part(century(year), number(month), day),
  ),
  form(`${START}${SHORT_YEAR}\\s*년\\s*(\\d{1,2})\\s*월\\s*(\\d{1,2})\\s*일`, ([year, month, day]) =>
    part(century(year), number(month), day),
  ),
  form(
    `${NO_COUNT}${DAY_START}(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\.?,?\\s+${YEAR}${END}`,
    ([day, month = '', year]) => part(year, monthOf(month), day),
  ),
  form(`${START}${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}${END}`, ([month = '', day, year]) =>
    part(year, monthOf(month), day),
  ),
  form(`${START}${YEAR}\\s*년\\s*(\\d{1,2})\\s*월(?:달)?`, ([year, month]) =>
    part(year, number(month), undefined),
  ),
  form(`${START}${SHORT_YEAR}\\s*년\\s*(\\d{1,2})\\s*월(?:달)?`, ([year, month]) =>
    part(century(year), number(month), undefined),
  ),
  form(`${START}${MONTH}\\.?\\s+['’](2\\d)${END}`, ([month = '', year]) =>
    part(century(year), monthOf(month), undefined),
  ),
  form(`(?<![\\p{L}\\p{N}/])(\\d{1,2})\\s?/\\s?${YEAR}${END}`, ([month, year]) =>
    part(year, number(month), undefined),
  ),
  form(`${START}${MONTH}\\.?,?\\s+(?:of\\s+)?${YEAR}${END}`, ([month = '', year]) =>
    part(year, monthOf(month), undefined),
  ),
  form(`${START}${YEAR}\\s?[-./]\\s?(\\d{1,2})${END}(?![-.]\\d)`, ([year, month]) =>
    part(year, number(month), undefined),
  ),
  form(`${START}${YEAR}\\s+${MONTH}${END}`, ([year, month = '']) => part(year, monthOf(month), undefined)),
  form(`${START}(\\d{1,2})\\s*월\\s*(\\d{1,2})\\s*일`, ([month, day]) => part(undefined, number(month), day)),
  form(
    `${NO_COUNT}${DAY_START}(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}${END}`,
    ([day, month = '']) => part(undefined, monthOf(month), day),
  ),
  form(`${START}${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?${END}`, ([month = '', day]) =>
    part(undefined, monthOf(month), day),
  ),
  form(
    `(?<![\\p{L}\\p{N}/.])(0?[1-9]|1[0-2])/(0?[1-9]|[12]\\d|3[01])(?=\\s*(?:$|[?,)~]|papers?\\b|논문|에|자|일|\\d{1,2}\\s?[등위]))`,
    ([month, day]) => part(undefined, number(month), day),
  ),
  form(`${START}(\\d{1,2})\\s*월(?:달)?(?!\\p{L}{0,2}\\d)`, ([month]) =>
    part(undefined, number(month), undefined),
  ),
  // `may` and `march` are words too: alone they are months only where something says so.
  form(
    `(?<=\\b(?:in|of|during|from|since|until|till|to|and|between|for|through|before|after|last|this|early|late|mid)[ -])${MONTH}${END}`,
    ([month = '']) => part(undefined, monthOf(month), undefined),
  ),
  form(
    `${START}((?:january|february|april|june|july|august|september|october|november|december))${END}`,
    ([month = '']) => part(undefined, monthOf(month), undefined),
  ),
  form(`${START}${YEAR}\\s*년도?`, ([year]) => part(year, null, undefined)),
  form(`${START}${SHORT_YEAR}\\s*년도?(?!\\s?(?:동안|간|전|후|차|만|째))`, ([year]) =>
    part(century(year), null, undefined),
  ),
  form(
    `(?<=(?:^|\\b(?:in|of|during|from|since|until|till|to|and|between|for|through|before|after|year|early|late|all) ))${YEAR}${END}`,
    ([year]) => part(year, null, undefined),
  ),
  form(
    `${START}${YEAR}(?=(?:['’]s)?\\s*(?:$|papers?\\b|논문|[?,)]|[QH][1-4]\\b|[1-4]\\s?분기|[상하]반기|\\.\\.|~|[-–—]\\s?\\d{4}))`,
    ([year]) => part(year, null, undefined),
  ),
  ...OF_YEAR,
  ...OF_SEASONS,
  ...DAYS_OF_RANGE,
];
