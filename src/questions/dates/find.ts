import type { Calendar } from '../../text/dates/calendar.ts';
import type { Day } from '../../text/dates/day.ts';
import {
  type DatePart,
  type Days,
  daysBefore,
  daysOf,
  isMonday,
  monthBefore,
  weekdayBefore,
} from '../../text/dates/parts.ts';
import { between, type Dated, resolve } from '../../text/dates/resolve.ts';
import { has, isKorean, type Span, tagValue } from '../read/span.ts';
import { type Element, elementAt, isYear } from './elements.ts';

/** A date or period, and where it is: the spans from `from` up to, but without, `to`. */
interface Found {
  readonly from: number;
  readonly to: number;
  /** Null for a date that does not exist (30 February). */
  readonly days: Days | null;
  /** Its year is missing. */
  readonly isYearless?: boolean;
  /** It is only the year of another date. */
  readonly isYearOfOther?: boolean;
}

/** One date: as written, or days counted from today. */
interface Atom {
  readonly from: number;
  readonly to: number;
  readonly date: Dated | null;
}

const LINKS = /^(?:of|the|in|의|s|whole|entire)$/;
/** A date has at most this many pieces. */
const ELEMENTS_MAX = 5;

/**
 * Finds the dates of a question. A date without a year is the latest such date that the archive covers, else the latest
 * before today.
 */
export function findDates(spans: readonly Span[], calendar: Calendar): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < spans.length; at++) {
    const period = periodAt(spans, at, calendar);
    if (period === null) continue;
    found.push(withWords(spans, period));
    at = period.to - 1;
  }
  return withSharedYear(spans, found, calendar);
}

/** `between 3 and 9 December`, `June to August`, `since March`, `12월까지`, or one date. */
function periodAt(spans: readonly Span[], at: number, calendar: Calendar): Found | null {
  const lead = spans[at];
  const isBetween = has(lead, 'between');
  // In Korean these stand behind their date.
  const isWord = has(lead, 'start', 'after', 'before', 'till') && !isKorean(lead);
  const isLed = isBetween || isWord || lead?.text === 'from';
  const skip = isLed ? at + 1 + Number(LINKS.test(spans[at + 1]?.text ?? '')) : at;
  const begun =
    atomAt(spans, skip, calendar) ??
    (isBetween || lead?.text === 'from' || numberOnly(spans[skip]) ? dayAt(spans, skip) : null);
  if (begun === null) return null;
  const second = endOf(spans, begun, isBetween, calendar);
  const first = second === null ? withBareYear(spans, begun, calendar) : begun;
  if (second !== null) {
    if (isDayOnly(first) && isDayOnly(second)) return null;
    return {
      from: at,
      to: second.to,
      days: between(datedOf(first), datedOf(second), calendar),
      isYearless: isYearless(first) && isYearless(second),
    };
  }
  if (
    first.date !== null &&
    first.date.part !== null &&
    first.date.part.month === null &&
    first.date.part.day !== null
  )
    return null;
  const days = first.date === null ? null : resolve(first.date, calendar);
  const behind = spans[first.to];
  if (
    days !== null &&
    ((isWord && has(lead, 'start', 'after')) ||
      has(behind, 'onwards') ||
      has(behind, 'start') ||
      isOpen(spans, first.to))
  ) {
    const from = has(lead, 'after') ? daysBefore(days.to, -1) : days.from;
    const isClosed = has(behind, 'start', 'onwards') && has(spans[first.to], 'start', 'onwards');
    return {
      from: at,
      to: first.to + Number(isClosed),
      days: { from, to: calendar.last > from ? calendar.last : from },
    };
  }
  if (days !== null && ((isWord && has(lead, 'before', 'till')) || has(behind, 'before', 'till'))) {
    const to = (isWord && has(lead, 'before')) || has(behind, 'before') ? daysBefore(days.from, 1) : days.to;
    return {
      from: at,
      to: first.to + Number(has(behind, 'before', 'till')),
      days: { from: calendar.first < to ? calendar.first : to, to },
    };
  }
  return {
    from: isLed && lead?.text === 'from' ? at : skip,
    to: first.to,
    days,
    isYearless: isYearless(first),
  };
}

/** `agent papers July 26`: of what papers are about or by, a number behind a month that is a year of the archive is that year. */
function withBareYear(spans: readonly Span[], atom: Atom, { first, last }: Calendar): Atom {
  const { from, to, date } = atom;
  const part = date?.part;
  const number = spans[to - 1];
  if (part == null || part.month === null || part.day === null || part.year !== null) return atom;
  const year = 2000 + part.day;
  const isHeld = first.slice(0, 4) <= String(year) && String(year) <= last.slice(0, 4);
  const isBare = to - from === 2 && number?.text === String(part.day) && number.gap === ' ';
  const lead = spans[from - 1]?.text;
  const isOfPapers = spans.some((one) => one.tags.length === 0 || has(one, 'TOPIC', 'AUTHOR', 'ORG'));
  return isHeld && isBare && (lead === 'in' || (lead !== 'on' && isOfPapers))
    ? { ...atom, date: { days: null, part: { ...part, year, day: null } } }
    : atom;
}

function isDayOnly({ date }: Atom): boolean {
  return date?.part != null && date.part.month === null && date.part.year === null;
}

function isYearless({ date }: Atom): boolean {
  return date?.part != null && date.part.year === null;
}

/** `2024-12-06..`, `2024-06~`. */
function isOpen(spans: readonly Span[], at: number): boolean {
  return /^\s?(?:\.\.|~)\s*$/.test(spans[at]?.gap ?? '');
}

function numberOnly(span: Span | undefined): boolean {
  return /^\d{1,2}(?:st|nd|rd|th)?$/.test(span?.text ?? '');
}

/** Reads the end of a period that begins with a date. */
function endOf(spans: readonly Span[], { to }: Atom, isBetween: boolean, calendar: Calendar): Atom | null {
  const link = spans[to];
  const isDash = /^\s*(?:[-–—~∼〜]|\.{2,3}|to)\s*$/.test(link?.gap ?? '');
  const isWord = has(link, 'till') || has(link, 'start') || (has(link, 'and') && isBetween);
  // In `6월과 9월 사이` the word that makes it a period comes last.
  const isKorean = has(link, 'and') && !isBetween;
  if (!isDash && !isWord && !isKorean) return null;
  let at = isDash ? to : to + 1;
  while (LINKS.test(spans[at]?.text ?? '')) at += 1;
  const end = atomAt(spans, at, calendar) ?? dayAt(spans, at);
  if (end === null) return null;
  const behind = spans[end.to];
  if (isKorean) return has(behind, 'between') ? { ...end, to: end.to + 1 } : null;
  return has(behind, 'till', 'between') ? { ...end, to: end.to + 1 } : end;
}

/** A day whose month is written at the other end: the 3 of `3 to 9 December`. */
function dayAt(spans: readonly Span[], at: number): Atom | null {
  const span = spans[at];
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(span?.text ?? '')?.[1];
  const isNext = /^\s?[./]\s?$/.test(spans[at + 1]?.gap ?? '') && /^\d{1,2}$/.test(spans[at + 1]?.text ?? '');
  if (digits === undefined) return null;
  if (isNext)
    return {
      from: at,
      to: at + 2,
      date: { days: null, part: { year: null, month: Number(digits), day: Number(spans[at + 1]?.text) } },
    };
  const isMarked = has(spans[at + 1], 'daymark');
  const year =
    /^20\d\d$/.test(spans[at + 1]?.text ?? '') && spans[at + 1]?.gap.includes(',')
      ? Number(spans[at + 1]?.text)
      : null;
  const length = 1 + Number(isMarked || year !== null);
  return {
    from: at,
    to: at + length,
    date: { days: null, part: { year, month: null, day: Number(digits) } },
  };
}

function datedOf({ date }: Atom): Dated | undefined {
  return date ?? undefined;
}

/** Joins neighbouring pieces into one date. */
function atomAt(spans: readonly Span[], at: number, calendar: Calendar): Atom | null {
  const elements: Element[] = [];
  let to = at;
  while (elements.length < ELEMENTS_MAX) {
    let next = to;
    if (elements.length > 0) {
      while (LINKS.test(spans[next]?.text ?? '')) next += 1;
      if (has(spans[next], 'ending') && /^(?:에|의|에는|들어|자)$/.test(spans[next]?.text ?? '')) next += 1;
    }
    if (
      elements.length > 0 &&
      !/^\s*[,(]?\s*$/.test(spans[next]?.gap ?? '') &&
      !/^['’ ]*$/.test(spans[next]?.gap ?? '')
    )
      break;
    const element = elementAt(spans, next, calendar.today);
    if (element === null || clashes(elements, element)) break;
    elements.push(element);
    to = next + element.length;
  }
  const [only] = elements;
  if (only === undefined || (elements.length === 1 && !standsAlone(only, spans, at))) return null;
  if (elements.length === 1 && only.day !== undefined && only.month === undefined)
    return { from: at, to, date: { days: null, part: { year: null, month: null, day: only.day } } };
  return { from: at, to, date: join(elements, calendar) };
}

function clashes(
  elements: readonly Element[],
  { days, year, month, day, weekday, third, week }: Element,
): boolean {
  return elements.some(
    (one) =>
      (one.year !== undefined && year !== undefined) ||
      (one.month !== undefined && month !== undefined) ||
      (one.day !== undefined && day !== undefined) ||
      (one.weekday !== undefined && weekday !== undefined) ||
      (one.third !== undefined && third !== undefined) ||
      (one.week !== undefined && week !== undefined) ||
      (one.days !== undefined && days !== undefined),
  );
}

/** Whether a single piece is a date. A number is a year only where it is not part of a name. */
function standsAlone(element: Element, spans: readonly Span[], at: number): boolean {
  if (element.third !== undefined || element.week !== undefined) return false;
  const span = spans[at];
  if (element.year === undefined || element.days !== undefined || element.length > 1 || span === undefined)
    return true;
  const [before, after] = [spans[at - 1], spans[at + 1]];
  const isNamed =
    before !== undefined &&
    before.tags.length === 0 &&
    span.gap.length <= 1 &&
    /^[A-Z-]+$/.test(before.isLarge ? before.text.toUpperCase() : '');
  const isContinued = after?.tags.every(
    (tag) => !/^(?:paper|top|most|function|listed|order|and|or|count|till|ending|by)/.test(tag),
  );
  return isYear(element.year) && !(isNamed && isContinued) && !/[-.]/.test(span.gap.trim());
}

/** The date of several pieces: `Tuesday` and `last week`, `early` and `October 2024`. */
function join(elements: readonly Element[], calendar: Calendar): Dated | null {
  const all: Element = Object.assign({}, ...elements);
  const { year, month, day, months = 1, weekday, third, week, days } = all;
  const part: DatePart = { year: year ?? null, month: month ?? null, day: day ?? null, months };
  const isWritten =
    month !== undefined ||
    (day !== undefined && days === undefined) ||
    (year !== undefined && days === undefined);
  if (!isWritten && days === undefined) {
    if (weekday === undefined) return null;
    const date = weekdayBefore(calendar.today, weekday);
    return { days: { from: date, to: date }, part: null };
  }
  if (isWritten && weekday === undefined && third === undefined && week === undefined) {
    // A relative year is that of the month beside it; a day belongs to a relative month.
    return month === undefined && days !== undefined && day !== undefined
      ? dated(dayIn(days, day))
      : { days: null, part };
  }
  const whole = isWritten ? resolve({ days: null, part }, calendar) : (yearly(all) ?? (days as Days));
  if (whole === null) return null;
  if (week !== undefined) return dated(weekIn(whole, week));
  if (third !== undefined) return dated(thirdIn(whole, third));
  if (weekday !== undefined && day === undefined) return dated(weekdayIn(whole, weekday));
  return day !== undefined && !isWritten ? dated(dayIn(whole, day)) : dated(whole);
}

/** A year counted from today, whole even while it is still running. */
function yearly({ year, third }: Element): Days | null {
  return year === undefined || third === undefined ? null : daysOf({ year, month: null, day: null });
}

function dated(days: Days | null): Dated | null {
  return days === null ? null : { days, part: null };
}

/** Days 1 to 7, 8 to 14 … of a month; -1 for its last seven. */
function weekIn({ from, to }: Days, index: number): Days | null {
  if (from.slice(0, 7) !== to.slice(0, 7)) return null;
  if (index < 0) return { from: daysBefore(monthBefore(from, 0).to, 6), to: monthBefore(from, 0).to };
  const start = 1 + index * 7;
  return within(from, start, Math.min(start + 6, Number(to.slice(8))));
}

/** That weekday of a week from Monday on; in another period the last such weekday. */
function weekdayIn({ from, to }: Days, index: number): Days | null {
  const day =
    isMonday(from) && daysBefore(to, 6) <= from
      ? daysBefore(from, -index)
      : weekdayBefore(daysBefore(to, -1), index);
  return day < from ? null : { from: day, to: day };
}

function dayIn({ from }: Days, day: number): Days | null {
  return daysOf({ year: Number(from.slice(0, 4)), month: Number(from.slice(5, 7)), day });
}

/** Days 1 to 10, 11 to 20 and the rest of a month; four months each of a year. */
function thirdIn({ from, to }: Days, index: number): Days | null {
  if (from.slice(0, 7) === to.slice(0, 7))
    return within(
      from,
      1 + index * 10,
      index === 2 ? Number(monthBefore(from, 0).to.slice(8)) : 10 + index * 10,
    );
  const year = Number(from.slice(0, 4));
  const last = daysOf({ year, month: (index + 1) * 4, day: null });
  return last && { from: `${year}-${String(1 + index * 4).padStart(2, '0')}-01`, to: last.to };
}

function within(day: Day, from: number, to: number): Days | null {
  const written = (number: number) => `${day.slice(0, 8)}${String(number).padStart(2, '0')}`;
  return from > to ? null : { from: written(from), to: written(to) };
}

/** Extends a date over the small words before it: `in`, `on the`, `of`. */
function withWords(spans: readonly Span[], found: Found): Found {
  const { from } = found;
  let start = from;
  while (
    start > 0 &&
    /^(?:in|on|of|the|for|during|from|at|over|within|of the)$/.test(spans[start - 1]?.text ?? '') &&
    !has(spans[start - 1], 'num')
  )
    start -= 1;
  while (
    start > 0 &&
    /^(?:month|year|day)$/.test(spans[start - 1]?.text ?? '') &&
    /^(?:in|for|during|of|the)$/.test(spans[start - 2]?.text ?? '') &&
    start < from
  )
    start -= 2;
  return { ...found, from: start };
}

/**
 * Gives a date without a year that of the date beside it: `June and July 2026`, `작년 12월 6일`. A year by itself belongs to
 * the other date.
 */
function withSharedYear(
  spans: readonly Span[],
  found: readonly Found[],
  calendar: Calendar,
): readonly Found[] {
  const isYearly = (one: Found) => yearNamed(spans, one) !== null;
  const isPair = found.length === 2;
  return found.map((one, at) => {
    const other = found.slice(0, at).findLast(isDated) ?? found.slice(at + 1).find(isDated);
    if (!one.isYearless)
      return isPair && isYearly(one) && found[1 - at]?.isYearless ? { ...one, isYearOfOther: true } : one;
    if (other === undefined || other.days === null || (isYearly(other) && !isPair)) return one;
    const { from, to } = other.days;
    const inYear = (year: number) => daysInYear(spans, one, year, calendar);
    const year = Number(from.slice(0, 4));
    const days = inYear(year);
    if (days === null || isYearly(other)) return days === null ? one : { ...one, days };
    // `December and January 2025` go over the end of a year.
    const isBefore = found.indexOf(other) > at;
    const wrapped =
      isBefore && days.from > to ? inYear(year - 1) : !isBefore && days.to < from ? inYear(year + 1) : days;
    return wrapped === null || wrapped.from > calendar.today
      ? one
      : { ...one, days: wrapped, isYearless: false };
  });
}

/** Whether a date has a year, and lies in one. */
function isDated({ days, isYearless }: Found): boolean {
  return !isYearless && days !== null && days.from.slice(0, 4) === days.to.slice(0, 4);
}

/** A date without a year in some year. */
function daysInYear(spans: readonly Span[], { from }: Found, year: number, calendar: Calendar): Days | null {
  const last = `${year}-12-31`;
  const inside = { first: `${year}-01-01`, last, today: last < calendar.today ? last : calendar.today };
  const lead = spans.slice(from).findIndex((_, at) => periodAt(spans, from + at, calendar) !== null);
  return periodAt(spans, from + Math.max(0, lead), inside)?.days ?? null;
}

function yearNamed(spans: readonly Span[], { from, to, days }: Found): number | null {
  if (days === null || !days.from.endsWith('-01-01')) return null;
  const isYearly = spans
    .slice(from, to)
    .every(
      (span) =>
        tagValue(span, 'unit') === 'year' ||
        tagValue(span, 'ago-year') !== null ||
        has(span, 'prev', 'last', 'this', 'yearmark') ||
        /^(?:19|20)\d\d$/.test(span.text) ||
        LINKS.test(span.text),
    );
  return isYearly ? Number(days.from.slice(0, 4)) : null;
}
