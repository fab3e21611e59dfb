import { Temporal } from 'temporal-polyfill';
import type { Day } from '../../text/dates/day.ts';
import { ending, isUnit, lengthOf, type TimeUnit, unitBefore } from '../../text/dates/parts.ts';
import { termsIn } from '../read/rows.ts';
import { has, type Span, tagValue } from '../read/span.ts';
import type { Tag } from '../read/words.ts';
import table from '../words/dates.json' with { type: 'json' };
import { CONDITIONS } from './conditions.ts';
import type { Part } from './date-of.ts';
import { writtenAt } from './written.ts';

/** What the words of a row say. */
interface Said {
  readonly own: readonly Span[];
  readonly today: Day;
  /** 1 without any. */
  readonly number: number;
  readonly unit: TimeUnit | null;
}

type Give = (said: Said) => Part | null;

/** More units count something else than time. */
const COUNT_MAX = 999;

/** What rows of `words/dates.json` give, by name; null if the words say nothing of a date after all. */
const GIVES: Readonly<Record<string, Give>> = {
  year: ({ number }) => yearIn(number),
  quarter: ({ number }) => partOfYear(number, 3),
  half: ({ number }) => partOfYear(number, 6),
  'half-from-0': ({ number }) => partOfYear(number + 1, 6),
  month: ({ number }) => ({ month: number }),
  'month-beside': (said) => yearly(said, { month: said.number }),
  season: ({ number }) => ({ month: number, months: 3 }),
  'season-beside': (said) => yearly(said, { month: said.number, months: 3 }),
  third: ({ number }) => ({ third: number }),
  week: ({ number }) => (number > 5 ? null : { week: number - 1 }),
  'last-week': () => ({ week: -1 }),
  weekday: ({ number }) => ({ weekday: number }),
  day: ({ number }) => ({ day: number }),
  holiday,
  recent: ({ today }) => ({ days: ending(today, { weeks: 1 }) }),
  latest: ({ number, unit, today }) =>
    unit === null || number < 1 || number > COUNT_MAX
      ? null
      : { days: ending(today, lengthOf(number, unit)) },
  before,
  beside: (said) => unitAt(said, -offsetIn(said)),
  ago: (said) => {
    const { days } = unitAt(said, said.number) ?? {};
    return days === undefined ? null : { days };
  },
  'ago-today': agoToday,
  'year-ago': ({ today }) => agoToday({ number: 1, unit: 'year', today }),
};

const ROWS = table.map(({ tags, gives, when }) => ({
  terms: termsIn(tags).map(({ any }) => any),
  gives: GIVES[gives],
  when: when === undefined ? () => true : CONDITIONS[when],
}));

/** Reads the part of a date at `at`, and how many spans it takes; null where none begins there. */
export function elementAt(
  spans: readonly Span[],
  at: number,
  today: Day,
): { readonly part: Part; readonly length: number } | null {
  const written = writtenAt(spans, at);
  if (written !== null) return written;
  for (const { terms, gives, when } of ROWS) {
    const { length } = terms;
    const fits = terms.every((any, place) => has(spans[at + place], ...any)) && when?.({ spans, at, length });
    if (!fits) continue;
    const own = spans.slice(at, at + length);
    const part = gives?.({ own, today, ...amountIn(own) });
    if (part) return { part, length };
  }
  return null;
}

const NUMBERS: readonly Tag[] = ['num', 'days', 'ord', 'month', 'weekday', 'season', 'third', 'half'];

/** How many of which unit words say. */
function amountIn(own: readonly Span[]): Pick<Said, 'number' | 'unit'> {
  const first = (...kinds: readonly Tag[]) =>
    own.flatMap((span) => kinds.flatMap((kind) => tagValue(span, kind) ?? [])).at(0);
  const isDay = own.some((span) => has(span, 'days', 'daymark'));
  const unit = first('unit', 'length') ?? (isDay ? 'day' : 'year');
  const quarter = /^[qh]([1-4])$/.exec(own[0]?.text ?? '')?.[1];
  return { number: Number(first(...NUMBERS) ?? quarter ?? 1), unit: isUnit(unit) ? unit : null };
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** 24 is 2024; only 1900 to 2099 are years. */
function yearIn(number: number): Part | null {
  const year = number < 100 ? 2000 + number : number;
  return year >= 1900 && year <= 2099 ? { year } : null;
}

/** A quarter or half of a year, counted from 1. */
function partOfYear(number: number, months: number): Part | null {
  return number < 1 || number > 12 / months ? null : { month: 1 + (number - 1) * months, months };
}

/** The unit that is `count` before today's; one that is still running ends today. */
function unitAt({ unit, today }: Pick<Said, 'unit' | 'today'>, count: number): Part | null {
  if (unit === null || count > COUNT_MAX) return null;
  const { from, to } = unitBefore(unit, today, count);
  const isRunning = count === 0 && unit !== 'weekend';
  return { days: { from, to: isRunning ? today : to }, ...(unit === 'year' && { year: yearOf(from) }) };
}

/** -1 for `last`, 0 for `this`, 1 for `next`. */
function offsetIn({ own: [first] }: Said): number {
  if (has(first, 'prev', 'last')) return -1;
  return has(first, 'next') || first?.text === 'next' ? 1 : 0;
}

/** Gives a month or season the year of `last March`, `this March` or `next March`. */
function yearly(said: Said, part: { readonly month: number; readonly months?: number }): Part {
  const offset = offsetIn(said);
  const isOver = part.month < Number(said.today.slice(5, 7));
  const isOtherYear = isOver ? offset > 0 : offset < 0;
  return { ...part, year: yearOf(said.today) + (isOtherYear ? offset : 0) };
}

/** A word for a unit counted from today: `ago-month:-2`. */
function before({ own: [first], today }: Said): Part | null {
  const found = first?.tags.map((tag) => /^ago-(\w+):(-?\d+)$/.exec(tag)).find((match) => match !== null);
  const [, unit = '', count] = found ?? [];
  return isUnit(unit) ? unitAt({ unit, today }, -Number(count)) : null;
}

/** `a month ago today`: one day. */
function agoToday({ number, unit, today }: Pick<Said, 'number' | 'unit' | 'today'>): Part | null {
  if (unit === null) return null;
  const day = Temporal.PlainDate.from(today).subtract(lengthOf(number, unit)).toString();
  return { days: { from: day, to: day } };
}

/** `holiday:12-25`. */
function holiday({ own: [first] }: Said): Part {
  const [month, day] = (tagValue(first, 'holiday') ?? '').split('-').map(Number);
  return { month, day };
}
