import type { Span } from '../read/span.ts';
import table from '../words/written-dates.json' with { type: 'json' };
import type { Part } from './date-of.ts';

/** Parts of the forms below; `N` is any number, so that a day which does not exist is told; `DD` may be no month. */
const PIECES: ReadonlyMap<string, string> = new Map(Object.entries(table.pieces));

/**
 * Dates in digits: `20241206`, `2024-12-06`, `2024.12`, `24/12/06`, `12/2024`, `10/4`, `Q2'26`, `kw 30`. Of two numbers that
 * may be months, the first is the month between slashes, the second between dots; between dashes nobody can tell.
 */
const FORMS = table.forms.map(asPattern);

/** An end of a period, which may leave out what the other end says: the 10.15 of `2024.10.1~10.15`, the 3 of `Dec 3-9`. */
const END_FORMS = table.ends.map(asPattern);

/** A number that goes on is another one. */
function asPattern(form: string): RegExp {
  return new RegExp(`^${form.replace(/[A-Z]+/g, (piece) => PIECES.get(piece) ?? piece)}(?![a-z\\d])`);
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
  if (!/^(?:20\d\d\.\d|(?:\d|[qh][1-4]|[kc]?w)[^.]*)$/.test(spans[at]?.text ?? '')) return null;
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
