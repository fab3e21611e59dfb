import { monthOf, type Part } from './parts.ts';

/** One way to write a date: what it looks like, and what it says. */
export interface Form {
  readonly pattern: RegExp;
  read(match: RegExpExecArray): Part | null;
}

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = '((?:19|20)\\d{2})';
const START = '(?<![\\p{L}\\p{N}-]|\\p{N}\\.)';
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
    `${START}(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\.?,?\\s+${YEAR}${END}`,
    ([day, month = '', year]) => part(year, monthOf(month), day),
  ),
  form(`${START}${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}${END}`, ([month = '', day, year]) =>
    part(year, monthOf(month), day),
  ),
  form(`${START}${YEAR}\\s*년\\s*(\\d{1,2})\\s*월(?:달)?`, ([year, month]) =>
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
  form(`${START}(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}${END}`, ([day, month = '']) =>
    part(undefined, monthOf(month), day),
  ),
  form(`${START}${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?${END}`, ([month = '', day]) =>
    part(undefined, monthOf(month), day),
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
  form(
    `(?<=(?:^|\\b(?:in|of|during|from|since|until|till|to|and|between|for|through|before|after|year|early|late|all) ))${YEAR}${END}`,
    ([year]) => part(year, null, undefined),
  ),
  form(`${START}${YEAR}(?=(?:['’]s)?\\s*(?:$|papers?\\b|논문|\\.\\.|~|[-–—]\\s?\\d{4}))`, ([year]) =>
    part(year, null, undefined),
  ),
];
