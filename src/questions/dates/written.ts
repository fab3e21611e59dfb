import type { Span } from '../read/span.ts';
import type { Part } from './date-of.ts';

/** Parts of the forms below; `N` is any number, so that a day which does not exist is told. */
const PIECES: Readonly<Record<string, string>> = {
  Y: '(?<year>(?:19|20)\\d\\d)',
  YY: '(?:(?<year>20\\d\\d)|(?<short>2[3-9]))',
  Q: '(?<part>q[1-4]|[1-4]q|h[12]|[12]h)',
  W: '(?<week>[0-5]?\\d)',
  M: '(?<month>0?[1-9]|1[0-2])',
  MN: '(?<month>\\d{1,4})',
  D: '(?<day>0?[1-9]|[12]\\d|3[01])',
  DN: '(?<day>\\d{1,4})',
  /** No month. */
  DD: '(?<day>1[3-9]|2\\d|3[01])',
};

/**
 * Dates in digits: `20241206`, `2024-12-06`, `2024.12`, `24/12/06`, `12/2024`, `10/4`, `Q2'26`, `kw 30`. Of two numbers that
 * may be months, the first is the month between slashes, the second between dots; between dashes nobody can tell.
 */
const FORMS = [
  '(?<year>20\\d\\d)(?<month>\\d\\d)(?<day>\\d\\d)',
  '(?<short>2[3-9])(?<month>0[1-9]|1[0-2])(?<day>[0-2]\\d|3[01])',
  'Y ?(?<sign>[-./]) ?MN ?\\k<sign> ?DN',
  'Y[- ]?(?:w|kw|cw)W',
  '(?:w|kw|cw) ?W[- /]Y',
  '[kc]w ?W',
  'Y[-/ ]?Q',
  "Q ?['’/-]? ?YY",
  'Y ?[-./] ?M',
  '(?<short>2[3-9]) ?(?<sign>[./]) ?MN ?\\k<sign> ?D',
  'D ?\\. ?M ?\\. ?YY',
  'DD ?(?<sign>[-/]) ?M ?\\k<sign> ?YY',
  'M ?(?<sign>[-.]) ?DD ?\\k<sign> ?YY',
  'M ?/ ?D ?/ ?YY',
  '\\d\\d?-\\d\\d?-(?:20\\d\\d|2[3-9])',
  'M ?[-./] ?Y',
  'M ?/ ?D(?! ?/ ?\\d)',
  '(?<day>1[3-9]|2[0-3]|3[01]) ?/ ?M(?! ?/ ?\\d)',
  '(?<day>1[3-9]|2[0-3]|3[01])\\.(?<month>0[1-9]|1[0-2])(?!\\.\\d)',
  '(?<short>2[4-9])\\.M(?!\\.\\d)',
  '(?<month>0[1-9])-(?<day>[0-2]\\d|3[01])(?!-\\d)',
].map(asPattern);

/** An end of a period, which may leave out what the other end says: the 10.15 of `2024.10.1~10.15`, the 3 of `Dec 3-9`. */
const END_FORMS = [
  'M ?\\. ?D',
  '(?<month>\\d\\d?) ?/ ?(?<day>\\d\\d?)',
  'D(?:st|nd|rd|th)?, ?(?<year>20\\d\\d)',
  '(?<day>\\d\\d?)(?:st|nd|rd|th)?(?: ?일)?',
].map(asPattern);

/** A number that goes on is another one. */
function asPattern(form: string): RegExp {
  return new RegExp(`^${form.replace(/[A-Z]+/g, (piece) => PIECES[piece] ?? piece)}(?![a-z\\d])`);
}

interface Written {
  readonly part: Part;
  /** Number of spans. */
  readonly length: number;
}

/** A date in digits at a place. */
export function writtenAt(spans: readonly Span[], at: number): Written | null {
  return formAt(FORMS, spans, at);
}

/** A date in digits, or a day alone, at a place where a period ends. */
export function endWrittenAt(spans: readonly Span[], at: number): Written | null {
  return formAt(END_FORMS, spans, at);
}

/** A date in digits takes no more spans. */
const SPANS_MAX = 4;

function formAt(forms: readonly RegExp[], spans: readonly Span[], at: number): Written | null {
  const textOf = (length: number) => {
    const [first, ...others] = spans.slice(at, at + length);
    return others.reduce((text, span) => text + span.gap + span.text, first?.text ?? '');
  };
  if (!/^(?:\d|[qh][1-4]|[kc]?w)[^.]*$/.test(spans[at]?.text ?? '')) return null;
  const text = textOf(SPANS_MAX);
  const found = forms.map((form) => form.exec(text)).find((match) => match !== null);
  if (found == null) return null;
  let length = 1;
  while (textOf(length).length < found[0].length) length += 1;
  const { short, year = short && `20${short}`, month, day, week, part } = found.groups ?? {};
  const written = Object.entries({ year, month, day, calendarWeek: week }).filter(
    ([, digits]) => digits !== undefined,
  );
  const numbers = Object.fromEntries(written.map(([name, digits]) => [name, Number(digits)]));
  const index = Number(part?.replace(/\D/, '')) - 1;
  const ofYear =
    part === undefined
      ? {}
      : part.includes('q')
        ? { month: 1 + index * 3, months: 3 }
        : { slice: [index, 2] as const };
  return { part: { ...numbers, ...ofYear }, length };
}
