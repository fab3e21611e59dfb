import type { Calendar } from '../../text/dates/calendar.ts';
import type { Day } from '../../text/dates/day.ts';
import { type Days, daysBefore, weekdayBefore } from '../../text/dates/parts.ts';
import { between, isWritten, resolve } from '../../text/dates/resolve.ts';
import { has, isKorean, type Span } from '../read/span.ts';
import { dateOf, edgeOf, type Part } from './date-of.ts';
import { elementAt } from './elements.ts';
import { endWrittenAt } from './written.ts';

/** A date or period, and where it is: the spans from `from` up to, but without, `to`. */
interface Found {
  readonly from: number;
  readonly to: number;
  /** Null for a date that does not exist (30 February). */
  readonly days: Days | null;
  /** The same for another archive: a date without a year may take it from the date beside it. */
  readonly daysIn: (calendar: Calendar) => Days | null;
  /** Its year is missing. */
  readonly isYearless: boolean;
  /** Its month is missing as well. */
  readonly isMonthless?: boolean;
  /** It is a year and nothing more. */
  readonly isYear: boolean;
  /** It is only the year of another date. */
  readonly isYearOfOther?: boolean;
}

/** The parts of one date, and the span behind it. */
interface Atom {
  readonly to: number;
  readonly part: Part;
  /** It is more than a part of another date: `early`, the first week. */
  readonly isWhole: boolean;
  readonly isYear: boolean;
}

const LINKS = /^(?:of|the|in|의|s|whole|entire)$/;
/** A date has at most this many parts. */
const PARTS_MAX = 5;

/**
 * Finds the dates of a question. A date without a year is the latest such date that the archive covers, else the latest
 * before today.
 */
export function findDates(spans: readonly Span[], calendar: Calendar): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < spans.length; at++) {
    const period = periodAt(spans, at, calendar);
    if (period === null) continue;
    found.push({ ...period, days: period.daysIn(calendar) });
    at = period.to - 1;
  }
  return ofEachYear(found, calendar) ?? found.map((one, at) => withSharedYear(one, at, found, calendar));
}

/** `July: last year or this year?`, 7월 논문 작년이랑 올해: the month of each year. */
function ofEachYear(found: readonly Found[], { today }: Calendar): readonly Found[] | null {
  const [month, ...more] = found.filter(({ isYearless }) => isYearless);
  const years = found.filter(({ isYear }) => isYear);
  if (month === undefined || more.length > 0 || years.length !== 2) return null;
  const within = ({ days }: Found) =>
    days && month.daysIn({ first: days.from, last: days.to, today: days.to < today ? days.to : today });
  return years.map((year) => ({ ...year, days: within(year) }));
}

/** `between 3 and 9 December`, `June to August`, `since March`, 12월까지, or one date. */
function periodAt(spans: readonly Span[], at: number, calendar: Calendar): Omit<Found, 'days'> | null {
  const isBetween = has(spans[at], 'between');
  // In Korean these stand behind their date.
  const lead = isKorean(spans[at]) ? undefined : spans[at];
  const isLed = isBetween || lead?.text === 'from' || has(lead, 'start', 'after', 'before', 'till');
  const start = isLed ? overLinks(spans, at + 1) : at;
  const whole = atomAt(spans, start, calendar);
  const bare = endAt(spans, start);
  const begun = whole ?? bare;
  const second = begun && endOf(spans, begun.to, isBetween, calendar);
  if (begun !== null && second !== null) {
    const [one, part] = [begun.part, second.part];
    // `early to late fusion` is no period.
    const isDays = isDay(one) && isDay(part);
    return (isDays && !isLeftOut(spans, at, second.to)) || !(begun.isWhole || second.isWhole)
      ? null
      : {
          from: at,
          to: second.to,
          daysIn: (inside) => daysBetween(one, part, inside),
          isYearless: isYearless(one) && isYearless(part),
          isMonthless: isDays,
          isYear: false,
        };
  }
  const only = whole?.isWhole ? whole : bare;
  if (only === null || (isDay(only.part) && only !== whole)) return null;
  const behind = spans[only.to];
  const isOpen = /^\s?(?:\.\.|~)\s*$/.test(behind?.gap ?? '');
  const opening = OPENINGS.find(
    ({ tags }) =>
      has(lead, ...tags) || (tags[0] !== 'after' && has(behind, ...tags)) || (isOpen && tags === STARTS),
  );
  return {
    from: isBetween ? start : at,
    to: only.to + Number(opening !== undefined && has(behind, ...CLOSING)),
    daysIn: (inside) => {
      const days = daysIn(only.part, inside);
      return days && opening ? opening.open(days, inside) : days;
    },
    isYearless: opening === undefined && isYearless(only.part),
    isMonthless: opening === undefined && isDay(only.part),
    isYear: only.isYear && opening === undefined && !isLed,
  };
}

/** `except the 10th to the 20th`, 10일부터 20일은 빼고: days of a month that is told elsewhere. */
function isLeftOut(spans: readonly Span[], from: number, to: number): boolean {
  const before = spans.slice(0, from).findLast(({ text }) => text !== 'the');
  return (
    has(before, 'not') ||
    has(
      spans.slice(to).find((span) => !has(span, 'ending')),
      'not',
    )
  );
}

function daysIn(part: Part, calendar: Calendar): Days | null {
  const date = dateOf(part, calendar);
  return date && resolve(date, calendar);
}

/** From one date to another; what one of them leaves out is as in the other: `3 to 9 December`. */
function daysBetween(one: Part, other: Part, calendar: Calendar): Days | null {
  const start = filled(one, other);
  const from = dateOf(start, calendar);
  // 8월 10일부터 일주일간
  const first = from && other.length && resolve(from, calendar);
  if (first) return edgeOf({ ...first, to: first.from }, { length: other.length, isLast: false });
  const end = dateOf(filled(other, one), calendar);
  if (end === null) return null;
  const { weekday, days } = start;
  // `Monday to Friday`: the Monday before that Friday.
  if (weekday !== undefined && days === undefined && !isWritten(end))
    return { from: weekdayBefore(daysBefore(end.from, -1), weekday), to: end.to };
  return from && between(from, end, calendar);
}

function filled(one: Part, { year, month, months }: Part): Part {
  const isYear = one.year !== undefined && one.day === undefined;
  const isFull = isYear || (one.month ?? one.days ?? one.calendarWeek) !== undefined;
  return isFull ? one : { year, month, months, ...one };
}

const since = (from: Day, { last }: Calendar): Days => ({ from, to: last > from ? last : from });
const upTo = (to: Day, { first }: Calendar): Days => ({ from: first < to ? first : to, to });
const STARTS = ['start', 'onwards', '=들어', '=들어서'];
/** Words that open a period behind a date as well. */
const CLOSING = [...STARTS, 'before', 'till', 'ago'];

/** What opens a period at a date: `since March`, 3월 이후, `2024-06..`, `before March`, 3월까지. */
const OPENINGS: readonly {
  readonly tags: readonly string[];
  readonly open: (days: Days, calendar: Calendar) => Days;
}[] = [
  { tags: ['after'], open: ({ to }, calendar) => since(daysBefore(to, -1), calendar) },
  { tags: STARTS, open: ({ from }, calendar) => since(from, calendar) },
  { tags: ['before', 'ago'], open: ({ from }, calendar) => upTo(daysBefore(from, 1), calendar) },
  { tags: ['till'], open: ({ to }, calendar) => upTo(to, calendar) },
];

/** A day without its month. */
function isDay({ month, day, days }: Part): boolean {
  return day !== undefined && month === undefined && days === undefined;
}

function isYearless({ year, month, day, slice, calendarWeek, days }: Part): boolean {
  return year === undefined && days === undefined && (month ?? day ?? slice ?? calendarWeek) !== undefined;
}

/** Reads the second date of a period. @param to where the first date ends */
function endOf(spans: readonly Span[], to: number, isBetween: boolean, calendar: Calendar): Atom | null {
  const link = spans[to];
  const isDash = /^\.?\s*(?:[-–—~∼〜]|\.{2,3}|to)\s*$/.test(link?.gap ?? '');
  const isAnd = has(link, 'and') && !isBetween;
  const isFrom = link?.text === '에서';
  if (!isDash && !isFrom && !has(link, 'till', 'start', 'and')) return null;
  const at = overLinks(spans, isDash ? to : to + 1);
  const end = atomAt(spans, at, calendar) ?? endAt(spans, at);
  if (end === null) return null;
  const isClosed = has(spans[end.to], 'between');
  // In 6월과 9월 사이 the word that makes it a period comes last.
  return isAnd && !isClosed ? null : { ...end, to: end.to + Number(isClosed) };
}

function endAt(spans: readonly Span[], at: number): Atom | null {
  const end = endWrittenAt(spans, at);
  // 6월 이후 20표 넘는 논문
  if (end !== null && has(spans[at + end.length], 'vote', 'unit-paper')) return null;
  return end && { to: at + end.length, part: end.part, isWhole: true, isYear: false };
}

function overLinks(spans: readonly Span[], at: number): number {
  let to = at;
  while (LINKS.test(spans[to]?.text ?? '')) to += 1;
  return to;
}

/** Joins neighbouring parts into one date. */
function atomAt(spans: readonly Span[], at: number, calendar: Calendar): Atom | null {
  let all: Part = {};
  let count = 0;
  let to = at;
  for (let next = at; count < PARTS_MAX; count++) {
    if (count > 0) next = overLinks(spans, to);
    if (count > 0 && !isBeside(spans, next)) break;
    const element = elementAt(spans, next, calendar);
    const { part = {}, length = 0 } = element ?? {};
    const isTwice = Object.keys(part).some((kind) => kind in all);
    if (element === null || isTwice) break;
    all = { ...all, ...part };
    to = next + length;
  }
  if (count > 0 && (all.year ?? all.days) === undefined) all = { ...calendar.within, ...all };
  // In `the best week of October` the week is asked for.
  if (count === 0 || (all.isAround && (all.day ?? all.weekday ?? all.days) === undefined)) return null;
  const isWhole = count > 1 || standsAlone(all, spans, at, to);
  const isYear =
    all.year !== undefined && count === 1 && (all.month ?? all.slice ?? all.calendarWeek) === undefined;
  return { to, part: all, isWhole, isYear };
}

/** Whether a span goes on with a date: behind a comma, and in `Aug. 3`, `3-Aug-2026`, `mid-July`. */
function isBeside(spans: readonly Span[], at: number): boolean {
  const [before, span] = [spans[at - 1], spans[at]];
  const gap = span?.gap ?? '';
  const isOfMonth = [before, span].some((one) => has(one, 'month'));
  const isNumbered = [before, span].some((one) => has(one, 'num', 'ord'));
  return (
    /^(?:\s*[,(]?\s*|['’ ]*)$/.test(gap) ||
    (isOfMonth && isNumbered && /^(?:-|\.\s?)$/.test(gap)) ||
    (has(before, 'third') && gap === '-')
  );
}

/** Whether a single part is a date. A number is a year only where it is not part of a name. */
function standsAlone(part: Part, spans: readonly Span[], at: number, to: number): boolean {
  const isOfOther =
    (part.week ?? part.edge ?? part.nth ?? (part.slice?.[1] === 3 ? part.slice : undefined)) !== undefined;
  if (isOfOther && (part.month ?? part.days) === undefined) return false;
  if (part.year === undefined || part.days !== undefined || to > at + 1) return true;
  const [before, span] = [spans[at - 1], spans[at]];
  const isBehindName = before?.tags.length === 0 && before.isLarge && span?.gap === ' ';
  return !isBehindName && !/[-.]/.test(span?.gap ?? '');
}

/**
 * Gives a date without a year the year of the date beside it: `June and July 2026`. Of two dates, one that is only a year
 * belongs to the other.
 */
function withSharedYear(one: Found, at: number, found: readonly Found[], calendar: Calendar): Found {
  // `October papers except the 10th`
  const month = one.isMonthless ? found.find(isOfMonth)?.days : undefined;
  if (month) return { ...one, days: one.daysIn({ ...calendar, today: month.to }), isYearless: false };
  if (!one.isYearless) {
    const isYearOfOther = one.isYear && found[1 - at]?.isYearless === true;
    return { ...one, isYearOfOther };
  }
  const before = found.slice(0, at).findLast(isDated);
  const other = before ?? found.slice(at + 1).find(isDated);
  if (other === undefined || other.days === null) return one;
  const year = Number(other.days.from.slice(0, 4));
  const inYear = (of: number): Days | null => {
    const last = `${of}-12-31`;
    return one.daysIn({
      first: `${of}-01-01`,
      last,
      today: last < calendar.today ? last : calendar.today,
    });
  };
  const days = inYear(year);
  if (days === null) return one;
  // `December and January 2025` go over the end of a year, `July or June 2025` do not.
  const months = monthOf(days.from) - monthOf(other.days.from);
  const isOver = before === undefined ? months > OVER_YEAR_FROM : months < -OVER_YEAR_FROM;
  const shared = isOver && !other.isYear ? inYear(year + (before === undefined ? -1 : 1)) : days;
  return shared === null ? one : { ...one, days: shared, isYearless: false };
}

/** So many months apart, two dates are likelier of two years than turned around. */
const OVER_YEAR_FROM = 6;

const monthOf = (day: string): number => Number(day.slice(5, 7));

function isOfMonth({ days, isMonthless }: Found): boolean {
  return !isMonthless && days !== null && days.from.slice(0, 7) === days.to.slice(0, 7);
}

/** Whether a date lies in one year. */
function isDated({ days }: Found): boolean {
  return days !== null && days.from.slice(0, 4) === days.to.slice(0, 4);
}
