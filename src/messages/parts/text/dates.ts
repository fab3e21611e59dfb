import { instantOf } from '../../../archive/merge/merge.ts';
import type { AsOf, Day } from '../../../archive/paper.ts';
import type { Language } from '../../../language.ts';
import type { DayFields } from '../../locales/format.ts';
import { FORMATS } from '../../locales/index.ts';
import { escapeText } from './escape.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

function partsOf(day: Day): DayFields | null {
  const match = DAY.exec(day);
  return match === null ? null : { year: match[1] ?? '', month: Number(match[2]), day: Number(match[3]) };
}

/** `6 Dec 2024`, `2024년 12월 6일`. Returns anything that is not a day as it is. */
export function day(date: Day, locale: Language): string {
  const parts = partsOf(date);
  return parts === null ? date : FORMATS[locale].day(parts);
}

/** `6 Dec 2024 (Friday)`, `2024년 12월 6일 (금요일)`. */
export function dayOfWeek(date: Day, locale: Language): string {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return `${day(date, locale)} (${weekday.format(new Date(`${date}T00:00:00Z`))})`;
}

/** `30 Nov – 6 Dec 2024`, `2024년 11월 30일 ~ 12월 6일`; just the day if both are the same. */
export function range(from: Day, to: Day, locale: Language): string {
  if (from === to) return day(from, locale);
  const [start, end] = [partsOf(from), partsOf(to)];
  if (start !== null && end !== null && start.year === end.year)
    return FORMATS[locale].daysOfYear(start, end);
  return [day(from, locale), day(to, locale)].join(FORMATS[locale].between);
}

/** The name of a whole month (`Dec 2024`, `2024년 12월`) or year; any other period as in `range`. */
export function wholePeriod(from: Day, to: Day, locale: Language): string {
  const [start, end] = [partsOf(from), partsOf(to)];
  if (start === null || end === null || start.year !== end.year || start.day !== 1)
    return range(from, to, locale);
  const next = new Date(`${to}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  if (next.getUTCDate() !== 1) return range(from, to, locale);
  if (start.month === 1 && end.month === 12) return FORMATS[locale].year(start.year);
  return start.month === end.month ? month(from.slice(0, 7), locale) : range(from, to, locale);
}

/** `Dec 2024`, `2024년 12월`. @param name `2024-12` */
export function month(name: string, locale: Language): string {
  const parts = partsOf(`${name}-01`);
  return parts === null ? name : FORMATS[locale].month(parts.year, parts.month);
}

/** The day on which votes were counted. */
export function dayOfVotes(asOf: Exclude<AsOf, number>): Day {
  return typeof asOf === 'string' ? asOf : asOf.day;
}

/** `6 Dec 2024, 23:40 UTC`, for places without Markdown; only the day for a Markdown digest or an unknown hour. */
export function moment(asOf: AsOf, locale: Language): string {
  if (typeof asOf !== 'number') return day(dayOfVotes(asOf), locale);
  const iso = new Date(asOf).toISOString();
  return `${day(iso.slice(0, 10), locale)}${FORMATS[locale].beforeHour}${iso.slice(11, 16)} UTC`;
}

/**
 * When votes were counted, as a timestamp that Discord shows in each reader's own time, or as a day if the hour is
 * unknown. Works only in contents, descriptions and values of fields.
 *
 * @see https://discord.com/developers/docs/reference#message-formatting-timestamp-styles
 */
export function counted(asOf: AsOf, locale: Language): string {
  if (typeof asOf === 'object') return escapeText(day(asOf.day, locale));
  const time = instantOf(asOf);
  return Number.isNaN(time) ? escapeText(String(asOf)) : `<t:${Math.floor(time / 1000)}:f>`;
}
