import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../text/dates/calendar.ts';
import type { Day } from '../../text/dates/day.ts';
import { daysOf, ending, isUnit, lengthOf, type TimeUnit, unitBefore } from '../../text/dates/parts.ts';
import { type Term, termsIn } from '../read/rows.ts';
import { has, hasOne, type Span, tagValue } from '../read/span.ts';
import { ALIASES, type Tag, tagList } from '../read/words.ts';
import table from '../words/dates.json' with { type: 'json' };
import { CONDITIONS } from './conditions.ts';
import type { Part } from './date-of.ts';
import { writtenAt } from './written.ts';

/** What the words of a row say. */
interface Said {
  readonly own: readonly Span[];
  readonly today: Day;
  /** The last of the numbers, 1 without any. */
  readonly number: number;
  readonly numbers: readonly number[];
  readonly unit: TimeUnit | null;
}

type Give = (said: Said) => Part | null;

/** More units count something else than time. */
const COUNT_MAX = 999;

/** What rows of `words/dates.json` give, by name; null if the words say nothing of a date after all. */
const GIVES: Readonly<Record<string, Give>> = {
  year: ({ number }) => yearIn(number),
  quarter: ({ number }) => partOfYear(number, 3),
  half: ({ number }) => halfAt(number - 1),
  'half-from-0': ({ number }) => halfAt(number),
  month: ({ number }) => ({ month: number }),
  'month-beside': (said) => yearly(said, { month: said.number }),
  season: ({ number }) => ({ month: number, months: 3 }),
  'season-beside': (said) => yearly(said, { month: said.number, months: 3 }),
  'half-beside': (said) => yearly(said, { month: 1 + said.number * 6, months: 6 }),
  'third-of-year': ({ number }) => partOfYear(number + 1, 4),
  'third-of-month': latestThird,
  third: ({ number }) => ({ slice: [number, 3] }),
  week: ({ own, number }) => (number > 5 || own[1]?.text === 'weeks' ? null : { week: number - 1 }),
  edge: ({ own: [first], number, unit }) =>
    unit && { edge: { length: lengthOf(number, unit), isLast: !has(first, 'first') } },
  'week-of-year': ({ own: [first], number }) =>
    has(first, 'ord') && number < 6 ? null : { calendarWeek: number },
  'first-half': () => halfAt(0),
  around: () => ({ isAround: true }),
  weekday: ({ number }) => ({ weekday: number }),
  nth,
  weekend: () => ({ weekday: SATURDAY, isWeekend: true }),
  day: ({ number }) => ({ day: number }),
  holiday,
  recent: ({ today }) => ({ days: ending(today, { days: RECENT_DAYS }) }),
  latest: ({ number, unit, today }) => {
    if (unit === null) return null;
    const length = lengthOf(number, unit);
    return { days: ending(today, length), length };
  },
  'short-length': ({ own, today }) => ({ days: ending(today, { days: daysOfShort(own) }) }),
  before,
  beside: (said) => unitAt(said, -offsetIn(said)),
  ago: (said) => {
    const [near, far] = [unitAt(said, Math.min(...said.numbers)), unitAt(said, Math.max(...said.numbers))];
    return near && far && { days: { from: far.days.from, to: near.days.to } };
  },
  'ago-today': agoToday,
  'year-ago': ({ today }) => agoToday({ number: 1, unit: 'year', today }),
  'month-of-year-ago': ({ own, today }) => {
    const years = own.map((span) => Number(tagValue(span, 'ago-year') ?? 0)).find((count) => count < 0) ?? -1;
    return unitAt({ unit: 'month', today }, -12 * years);
  },
};

/** What `recently` and `these days` mean. */
const RECENT_DAYS = 30;

const ROWS = table.map(({ tags, gives, when }) => ({
  terms: termsIn(tags),
  gives: GIVES[gives],
  when: when === undefined ? () => true : CONDITIONS[when],
}));

/** Reads the part of a date at `at`, and how many spans it takes; null where none begins there. */
export function elementAt(
  spans: readonly Span[],
  at: number,
  calendar: Calendar,
): { readonly part: Part; readonly length: number } | null {
  const written = writtenAt(spans, at);
  if (written !== null) return written;
  const mark = markBehind(spans, at);
  const like = mark === undefined ? null : elementAt([...spans.slice(0, at + 1), mark], at, calendar);
  if (like !== null) return { ...like, length: 1 };
  for (const { terms, gives, when } of ROWS) {
    const length = lengthAt(spans, at, terms);
    if (length === null || !when?.({ spans, at, length, isWithin: calendar.within !== undefined })) continue;
    const own = spans.slice(at, at + length);
    const part = gives?.({ own, today: calendar.today, ...amountIn(own) });
    if (part) return { part, length };
  }
  return null;
}

/** What the last of several numbers counts: the 월 of 5,6월 and 3-5월. */
function markBehind(spans: readonly Span[], at: number): Span | undefined {
  const isListed = (span: Span | undefined) => /^\s?[,·~∼〜–-]\s?$/.test(span?.gap ?? '') && has(span, 'num');
  if (!has(spans[at], 'num') || !isListed(spans[at + 1])) return undefined;
  return spans.find((span, place) => place > at + 1 && !isListed(span));
}

/** How many spans the terms of a row take; null where they do not fit. */
function lengthAt(spans: readonly Span[], at: number, terms: readonly Term[]): number | null {
  let to = at;
  for (const { any, isOptional } of terms) {
    if (hasOne(spans[to], any)) to += 1;
    else if (!isOptional) return null;
  }
  return to - at;
}

const SEVERAL = ALIASES.get('SEVERAL') ?? [];
/** `a few weeks ago` is two to four weeks ago, `the last few weeks` are three. */
const FEW = [2, 4, 3];

const NUMBERS = tagList('num units days ord month weekday season third half year-third month-third');

/** Units of words that are no tag of one. */
const MARKS: readonly (readonly [TimeUnit, ...Tag[]])[] = [
  ['day', 'days', 'daymark', 'daily', '=며칠'],
  ['week', 'weekly'],
  ['year', 'yearmark'],
];

/** How many of which unit words say. */
function amountIn(own: readonly Span[]): Pick<Said, 'number' | 'numbers' | 'unit'> {
  const all = (...kinds: readonly Tag[]) =>
    own.flatMap((span) => kinds.flatMap((kind) => tagValue(span, kind) ?? []));
  const isIn = (...tags: readonly Tag[]) => own.some((span) => has(span, ...tags));
  const named = all('unit', 'length')[0] ?? MARKS.find(([, ...tags]) => isIn(...tags))?.[0] ?? '';
  const quarter = /^[qh]([1-4])$/.exec(own[0]?.text ?? '')?.[1];
  const said = isIn(...SEVERAL) ? FEW : all(...NUMBERS).map(Number);
  const numbers = said.length > 0 ? said : [Number(quarter ?? 1)];
  const number = numbers.at(-1) ?? 1;
  const unit = isUnit(named) && number <= COUNT_MAX ? named : null;
  // 1년 반
  if (!isIn('=반')) return { number, numbers, unit };
  const months = number * 12 + 6;
  return { number: months, numbers: [months], unit: unit === 'year' ? 'month' : null };
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
function unitAt({ unit, today }: Pick<Said, 'unit' | 'today'>, count: number) {
  if (unit === null) return null;
  const whole = unitBefore(unit, today, count);
  const { from, to } = whole;
  const days = count === 0 && unit !== 'weekend' ? { from, to: today } : { from, to };
  return { days, whole, ...(unit === 'year' && { year: yearOf(from) }) };
}

/** `24h`, `48 hours`, 48시간, `7d`, `2w` in days. */
function daysOfShort(own: readonly Span[]): number {
  const [, number, unit = ''] = /(\d{1,3})(\D)/.exec(own.map(({ text }) => text).join('')) ?? [];
  return Math.ceil(Number(number ?? 24) * ({ d: 1, w: 7 }[unit] ?? 1 / 24));
}

/** A half of a month, of a year or of what else stands beside it. */
function halfAt(index: number): Part | null {
  return index === 0 || index === 1 ? { slice: [index, 2] } : null;
}

/** 월말: of this month, or of the one before if it is still to come. */
function latestThird({ number, today }: Said): Part {
  const [first = 1] = [1, 11, 21].slice(number);
  const month = unitBefore('month', today, Number(Number(today.slice(8)) < first)).from;
  return { year: yearOf(month), month: Number(month.slice(5, 7)), slice: [number, 3] };
}

const SATURDAY = 5;

/** `first Monday`, `last weekend`. */
function nth({ own }: Said): Part {
  const [first, last] = [own[0], own.at(-1)];
  const isWeekend = has(last, 'unit:weekend');
  const index = has(first, 'last', 'prev') ? -1 : Number(tagValue(first, 'ord') ?? 1) - 1;
  return { nth: index, weekday: isWeekend ? SATURDAY : Number(tagValue(last, 'weekday')), isWeekend };
}

/** -1 for `last`, 0 for `this`, 1 for `next`. */
function offsetIn({ own: [first] }: Said): number {
  if (has(first, 'prev', 'last')) return -1;
  return has(first, 'next') || first?.text === 'next' ? 1 : 0;
}

/** Gives a part of a year its year: the `last summer` is over, `this summer` is running or of this year, the next is to come. */
function yearly(said: Said, part: { readonly month: number; readonly months?: number }): Part {
  const { today } = said;
  const year = yearOf(today);
  const offset = offsetIn(said);
  const fits = (of: number): boolean => {
    const { from = '', to = '' } = daysOf({ ...part, year: of }) ?? {};
    return offset < 0 ? to < today : offset > 0 ? from > today : from <= today && today <= to;
  };
  return { ...part, year: [year, year - 1, year - 2, year + 1].find(fits) ?? year };
}

/** A word for a unit counted from today, `ago-month:-2`, and for a part of it: 올초. */
function before({ own: [first], today }: Said): Part | null {
  const found = first?.tags.map((tag) => /^ago-(\w+):(-?\d+)$/.exec(tag)).find((match) => match !== null);
  const [, unit = '', count] = found ?? [];
  const [third, season] = [tagValue(first, 'third'), tagValue(first, 'season')];
  const days = isUnit(unit) ? unitAt({ unit, today }, -Number(count)) : null;
  return (
    days && {
      ...days,
      ...(third !== null && { slice: [Number(third), 3] }),
      ...(season !== null && { month: Number(season), months: 3 }),
    }
  );
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
