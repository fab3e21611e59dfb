import type { DatePart } from '../../text/dates/parts.ts';
import type { Span } from '../read/span.ts';

/** Dates in digits: `20241206`, `2024-12-06`, `2024.12`, `24/12/06`, `12/2024`, `10/4`. */
const FORMS = [
  /^(?<year>20\d\d)(?<month>\d\d)(?<day>\d\d)/,
  /^(?<year>(?:19|20)\d\d)\s?(?<sign>[-./])\s?(?<month>\d{1,4})\s?\k<sign>\s?(?<day>\d{1,4})/,
  /^(?<year>(?:19|20)\d\d)\s?[-./]\s?(?<month>\d\d?)/,
  /^(?<short>[23]\d)\s?(?<sign>[./])\s?(?<month>\d{1,4})\s?\k<sign>\s?(?<day>[0-2]?\d|3[01])/,
  /^(?<month>0?[1-9]|1[0-2])\s?\/\s?(?<year>(?:19|20)\d\d)/,
  /^(?<month>0?[1-9]|1[0-2])\s?\/\s?(?<day>0?[1-9]|[12]\d|3[01])(?!\s?\/\s?\d)/,
].map(withEnd);

/** An end of a period, which may leave out what the other end says: the 10.15 of `2024.10.1~10.15`, the 3 of `Dec 3-9`. */
const END_FORMS = [
  /^(?<month>\d\d?)\s?[./]\s?(?<day>\d\d?)/,
  /^(?<day>\d\d?)(?:st|nd|rd|th)?,\s?(?<year>20\d\d)/,
  /^(?<day>\d\d?)(?:st|nd|rd|th)?(?:\s?일)?/,
].map(withEnd);

/** A number that goes on is another one. */
function withEnd({ source }: RegExp): RegExp {
  return new RegExp(`${source}(?![a-z\\d])`);
}

interface Written {
  readonly part: DatePart;
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
  if (!/^\d/.test(spans[at]?.text ?? '')) return null;
  const text = textOf(SPANS_MAX);
  const found = forms.map((form) => form.exec(text)).find((match) => match !== null);
  if (found == null) return null;
  const { short, year = short && `20${short}`, month, day } = found.groups ?? {};
  const written = Object.entries({ year, month, day }).filter(([, digits]) => digits !== undefined);
  let length = 1;
  while (textOf(length).length < found[0].length) length += 1;
  return { part: Object.fromEntries(written.map(([name, digits]) => [name, Number(digits)])), length };
}
