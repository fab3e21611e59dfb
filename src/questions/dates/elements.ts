import { Temporal } from 'temporal-polyfill';
import type { Day } from '../../text/dates/day.ts';
import {
  type Days,
  daysBefore,
  ending,
  monthBefore,
  quarterBefore,
  weekBefore,
  weekendBefore,
  yearBefore,
} from '../../text/dates/parts.ts';
import { has, numberIn, type Span, tagValue } from '../read/span.ts';

/** One piece of a date; neighbouring pieces make one date, in any order. */
export interface Element {
  /** How many spans it takes. */
  readonly length: number;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** Number of months from `month` on, for quarters, halves and seasons. */
  readonly months?: number;
  /** 0 for Monday. */
  readonly weekday?: number;
  /** Early, middle or late part of the rest: 0 to 2. */
  readonly third?: number;
  /** Which week of a month, from 0; -1 for the last. */
  readonly week?: number;
  /** Counted from today. */
  readonly days?: Days;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'weekend';

const YEAR = { least: 1900, most: 2099 };
const one = (day: Day): Days => ({ from: day, to: day });
const months = (index: number, length: number) => ({ month: 1 + index * length, months: length });

/** Reads the piece of a date at `at`; null where none begins there. */
export function elementAt(spans: readonly Span[], at: number, today: Day): Element | null {
  const span = spans[at];
  if (span === undefined) return null;
  for (const read of READERS) {
    const found = read(spans, at, today);
    if (found !== null) return found;
  }
  return null;
}

type Reader = (spans: readonly Span[], at: number, today: Day) => Element | null;

const READERS: readonly Reader[] = [numeric, counted, agoOf, relative, marked, named];

/** `2024-12-06`, `2024.12`, `20241206`, `12/2024`, `10/4`. */
function numeric(spans: readonly Span[], at: number): Element | null {
  const [a, b, c] = [spans[at], spans[at + 1], spans[at + 2]];
  const first = numberIn(a);
  if (first === null || a === undefined) return null;
  if (/^20\d{6}$/.test(a.text))
    return {
      length: 1,
      year: Number(a.text.slice(0, 4)),
      month: Number(a.text.slice(4, 6)),
      day: Number(a.text.slice(6)),
    };
  const joined = (span: Span | undefined) =>
    /^\s?[-./]\s?$/.test(span?.gap ?? '') && /^\d{1,4}$/.test(span?.text ?? '');
  if (!joined(b) || b === undefined) return null;
  const second = Number(b.text);
  const third = joined(c) && c !== undefined && c.gap.trim() === b.gap.trim() ? Number(c.text) : null;
  if (isYear(first) && third !== null) return { length: 3, year: first, month: second, day: third };
  if (isYear(first) && second <= 99 && !isYear(second)) return { length: 2, year: first, month: second };
  if (first >= 20 && first <= 39 && third !== null && third <= 31 && b.gap.trim() !== '-')
    return { length: 3, year: 2000 + first, month: second, day: third };
  if (b.gap.trim() !== '/' || first < 1 || first > 12) return null;
  if (isYear(second)) return { length: 2, month: first, year: second };
  return third === null && second >= 1 && second <= 31 ? { length: 2, month: first, day: second } : null;
}

/** `the last 7 days`, `past three months`, `최근 두 달`, `최근 일주일`. */
function counted(spans: readonly Span[], at: number, today: Day): Element | null {
  if (!has(spans[at], 'prev', 'last', 'newest')) return null;
  const named =
    tagValue(spans[at + 1], 'length') ??
    (has(spans[at], 'prev') && spans[at]?.text === 'past' ? unitOf(spans[at + 1]) : null);
  if (named !== null && named !== 'day') return { length: 2, days: ending(today, lengthOf(1, named)) };
  const days = tagValue(spans[at + 1], 'days');
  if (days !== null) return { length: 2, days: ending(today, { days: Number(days) }) };
  const number = numberIn(spans[at + 1]);
  const unit =
    unitOf(spans[at + 2]) ??
    (has(spans[at + 2], 'daymark') ? 'day' : has(spans[at + 2], 'yearmark') ? 'year' : null);
  if (number === null || number < 1 || number > 999 || unit === null) return null;
  return { length: 3, days: ending(today, lengthOf(number, unit)) };
}

/** `3 days ago`, `a year ago today`, `2주 전`, `이틀 전`. */
function agoOf(spans: readonly Span[], at: number, today: Day): Element | null {
  const fixed = tagValue(spans[at], 'days') ?? (tagValue(spans[at], 'length') === null ? null : '7');
  if (fixed !== null && has(spans[at + 1], 'ago')) {
    const unit = tagValue(spans[at], 'length');
    return {
      length: 2,
      days: unit === null ? one(daysBefore(today, Number(fixed))) : shifted(unit, -1, today),
    };
  }
  const isArticle = /^(?:a|an|one)$/.test(spans[at]?.text ?? '');
  const number = isArticle ? 1 : numberIn(spans[at]);
  const unit =
    unitOf(spans[at + 1]) ??
    (has(spans[at + 1], 'daymark') ? 'day' : has(spans[at + 1], 'yearmark') ? 'year' : null);
  if (number === null || number > 999 || unit === null || !has(spans[at + 2], 'ago')) return null;
  if (!has(spans[at + 3], 'ago-day:0')) return { length: 3, days: shifted(unit, -number, today) };
  return { length: 4, days: one(Temporal.PlainDate.from(today).subtract(lengthOf(number, unit)).toString()) };
}

/** `yesterday`, `last week`, `this December`, `올해`, `지난 월요일`. */
function relative(spans: readonly Span[], at: number, today: Day): Element | null {
  const span = spans[at];
  for (const unit of ['day', 'week', 'month', 'quarter', 'year', 'weekend'] as const) {
    const value = tagValue(span, `ago-${unit}`);
    if (value !== null && unit === 'year')
      return {
        length: 1,
        year: Number(today.slice(0, 4)) + Number(value),
        days: shifted(unit, Number(value), today),
      };
    if (value !== null) return { length: 1, days: shifted(unit, Number(value), today) };
  }
  if (has(span, 'recent')) return { length: 1, days: ending(today, { weeks: 1 }) };
  const offset = has(span, 'prev', 'last')
    ? -1
    : has(span, 'this') || span?.text === 'this'
      ? 0
      : has(span, 'next') || span?.text === 'next'
        ? 1
        : null;
  if (offset === null) return null;
  const next = spans[at + 1];
  const unit = unitOf(next);
  // `the last week of October` is a week of October.
  if (unit === 'week' && offset === -1 && (isOfMonth(spans, at + 2) || has(spans[at - 1], 'monthmark')))
    return { length: 2, week: -1 };
  if (unit === 'year')
    return { length: 2, year: Number(today.slice(0, 4)) + offset, days: shifted(unit, offset, today) };
  if (unit !== null && unit !== 'half') return { length: 2, days: shifted(unit, offset, today) };
  const weekday = tagValue(next, 'weekday');
  if (weekday !== null) return { length: 2, weekday: Number(weekday) };
  const month = tagValue(next, 'month');
  const season = tagValue(next, 'season');
  if (month === null && season === null) return null;
  const piece = month === null ? { month: Number(season), months: 3 } : { month: Number(month) };
  const isPast = piece.month < Number(today.slice(5, 7));
  return {
    length: 2,
    ...piece,
    year: Number(today.slice(0, 4)) + (offset === -1 && !isPast ? -1 : offset === 1 && isPast ? 1 : 0),
  };
}

/** Numbers with what they count: `2024년`, `12월`, `6일`, `6th`, `Q3`, `first half`, `3분기`, `first week of`. */
function marked(spans: readonly Span[], at: number): Element | null {
  const span = spans[at];
  const next = spans[at + 1];
  const [, kind = '', which = ''] = /^([qh])([1-4])$/.exec(span?.text ?? '') ?? [];
  if (kind === 'q' && isInDate(spans, at)) return { length: 1, ...months(Number(which) - 1, 3) };
  if (kind === 'h' && Number(which) < 3 && isInDate(spans, at))
    return { length: 1, ...months(Number(which) - 1, 6) };
  const half = tagValue(span, 'half');
  if (half !== null) return { length: 1, ...months(Number(half), 6) };
  const ordinal = ordinalIn(span);
  const number = numberIn(span) ?? ordinal;
  if (number === null || next === undefined) return null;
  if (has(next, 'yearmark') && isGlued(next)) {
    const year = number < 100 ? 2000 + number : number;
    return (number >= 20 && number < 40) || isYear(year) ? { length: 2, year } : null;
  }
  if (has(next, 'monthmark') && isGlued(next)) return { length: 2, month: number };
  // `5,6월`
  if (/^\s?[,·]\s?$/.test(next.gap) && has(spans[at + 2], 'monthmark')) return { length: 1, month: number };
  if (has(next, 'daymark') && isGlued(next) && !has(spans[at + 2], 'ago')) return { length: 2, day: number };
  const unit = unitOf(next);
  if (unit === 'quarter' && number >= 1 && number <= 4) return { length: 2, ...months(number - 1, 3) };
  if (unit === 'half' && number <= 2) return { length: 2, ...months(number - 1, 6) };
  if (unit === 'week' && (ordinal !== null || has(next, 'unit:week')) && number <= 5 && isInMonth(spans, at))
    return { length: 2, week: number - 1 };
  return null;
}

/** Months, seasons, weekdays and holidays by name, a year or a day of the month alone. */
function named(spans: readonly Span[], at: number): Element | null {
  const span = spans[at];
  if (span === undefined) return null;
  const holiday = tagValue(span, 'holiday');
  if (holiday !== null)
    return { length: 1, month: Number(holiday.slice(0, 2)), day: Number(holiday.slice(3)) };
  const month = tagValue(span, 'month');
  if (month !== null) return isMonthHere(spans, at) ? { length: 1, month: Number(month) } : null;
  const weekday = tagValue(span, 'weekday');
  if (weekday !== null) return { length: 1, weekday: Number(weekday) };
  const season = tagValue(span, 'season');
  if (season !== null) return besideYear(spans, at) ? { length: 1, month: Number(season), months: 3 } : null;
  const third = tagValue(span, 'third');
  if (third !== null) return besideDate(spans, at) ? { length: 1, third: Number(third) } : null;
  const [, short] = /^'?(2\d)$/.exec(span.text) ?? [];
  if (short !== undefined && /['’]$/.test(span.gap)) return { length: 1, year: 2000 + Number(short) };
  const number = numberIn(span) ?? (has(span, 'num') ? null : ordinalIn(span));
  if (number === null) return null;
  if (isYear(number) && /^\d{4}$/.test(span.text)) return { length: 1, year: number };
  return number >= 1 && number <= 31 && /^\d/.test(span.text) && !isCount(spans, at) && besideMonth(spans, at)
    ? { length: 1, day: number }
    : null;
}

export function isYear(number: number): boolean {
  return number >= YEAR.least && number <= YEAR.most;
}

function unitOf(span: Span | undefined): Unit | null {
  const unit = tagValue(span, 'unit');
  return unit === 'day' ||
    unit === 'week' ||
    unit === 'month' ||
    unit === 'quarter' ||
    unit === 'half' ||
    unit === 'year' ||
    unit === 'weekend'
    ? unit
    : null;
}

function ordinalIn(span: Span | undefined): number | null {
  const value = tagValue(span, 'ord');
  if (value !== null) return Number(value);
  if (has(span, 'first')) return 1;
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(span?.text ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

function lengthOf(number: number, unit: string): Temporal.DurationLike {
  if (unit === 'quarter') return { months: 3 * number };
  return { [unit === 'weekend' ? 'weeks' : `${unit}s`]: number };
}

/** The day, week, month … `offset` units from today; a unit that is still running ends today. */
function shifted(unit: string, offset: number, today: Day): Days {
  const upToToday = ({ from, to }: Days): Days => (offset === 0 ? { from, to: today } : { from, to });
  switch (unit) {
    case 'week':
      return upToToday(weekBefore(today, -offset));
    case 'month':
      return upToToday(monthBefore(today, -offset));
    case 'quarter':
      return upToToday(quarterBefore(today, -offset));
    case 'year':
      return upToToday(yearBefore(today, -offset));
    case 'weekend':
      return weekendBefore(today, -offset);
    default:
      return one(daysBefore(today, -offset));
  }
}

function isGlued(span: Span): boolean {
  return /^\s?$/.test(span.gap);
}

/** Whether a span is a month: `may`, `march` and `mar` are words unless something beside them says so. */
function isMonthHere(spans: readonly Span[], at: number): boolean {
  const span = spans[at];
  const next = spans[at + 1];
  if (span === undefined) return false;
  // A bare month before a capitalised word, or between "by" and any other word, is a person ("April Chen"), not a date.
  const isNext = next !== undefined && next.tags.length === 0 && next.gap === ' ';
  if (isNext && (next.isLarge || spans[at - 1]?.text === 'by')) return false;
  const isWord = /^(?:may|march|mar|dec|sep|jun|jan)$/.test(span.text);
  const before = spans[at - 1];
  const led =
    has(
      before,
      'by',
      'start',
      'after',
      'before',
      'till',
      'between',
      'about',
      'third',
      'lead',
      'and',
      'or',
      'not',
    ) || /^(?:in|of|during|to|for|last|this|and)$/.test(before?.text ?? '');
  const isOfTwo = has(next, 'till', 'and', 'or', 'start') && has(spans[at + 2], 'month');
  return (
    !isWord ||
    led ||
    isOfTwo ||
    besideNumber(spans, at) ||
    (span.text.length > 2 && span.text !== 'may' && span.text !== 'march' && next === undefined)
  );
}

function besideNumber(spans: readonly Span[], at: number): boolean {
  return [near(spans, at, -1), near(spans, at, 1)].some(
    (one) => one !== undefined && /^\d{1,4}(?:st|nd|rd|th)?$/.test(one.text),
  );
}

/** `top 5 of December`, `top 1, 2 and 3 of December`: the number counts papers. */
function isCount(spans: readonly Span[], at: number): boolean {
  const before = spans.slice(0, at).findLast((one) => !has(one, 'num', 'and', 'till'));
  return has(before, 'top', 'fewest', 'newest', 'oldest', 'first', 'last', 'place', 'rank', 'most');
}

function besideMonth(spans: readonly Span[], at: number): boolean {
  return [near(spans, at, -1), near(spans, at, 1)].some((one) => tagValue(one, 'month') !== null);
}

function besideYear(spans: readonly Span[], at: number): boolean {
  const isYearly = (one: Span | undefined) =>
    /^(?:19|20)\d\d$/.test(one?.text ?? '') ||
    tagValue(one, 'ago-year') !== null ||
    has(one, 'yearmark') ||
    tagValue(one, 'unit') === 'year';
  return isYearly(near(spans, at, -1)) || isYearly(near(spans, at, 1)) || isYearly(spans[at + 2]);
}

function besideDate(spans: readonly Span[], at: number): boolean {
  const isDate = (one: Span | undefined) =>
    one !== undefined &&
    (['month', 'unit', 'season', 'ago-year', 'ago-month', 'ago-week', 'ago-quarter'].some(
      (kind) => tagValue(one, kind) !== null,
    ) ||
      has(one, 'monthmark', 'yearmark', 'prev', 'this') ||
      /^(?:19|20)\d\d$/.test(one.text));
  return isDate(near(spans, at, -1)) || isDate(near(spans, at, 1));
}

function isInDate(spans: readonly Span[], at: number): boolean {
  return (
    besideDate(spans, at) || /^(?:in|of|during|for|from|to|until|since)$/.test(spans[at - 1]?.text ?? '')
  );
}

function isOfMonth(spans: readonly Span[], at: number): boolean {
  const next = /^(?:of|in)$/.test(spans[at]?.text ?? '') ? spans[at + 1] : undefined;
  return tagValue(next, 'month') !== null;
}

function isInMonth(spans: readonly Span[], at: number): boolean {
  return (
    isOfMonth(spans, at + 2) ||
    has(spans[at - 1], 'monthmark') ||
    tagValue(spans[at - 1], 'month') !== null ||
    tagValue(near(spans, at, -1), 'month') !== null
  );
}

/** The span beside one, over `of`, `the` and 의. */
function near(spans: readonly Span[], at: number, step: 1 | -1): Span | undefined {
  let place = at + step;
  while (/^(?:of|the|in|의|s)$/.test(spans[place]?.text ?? '')) place += step;
  return spans[place];
}
