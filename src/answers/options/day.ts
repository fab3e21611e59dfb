import { Temporal } from 'temporal-polyfill';
import { type Day, monthOf } from '../../text/dates/day.ts';
import { daysOf } from '../../text/dates/parts.ts';

/** Words for a day, as days before today. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ...['today', 'now', '오늘', '금일'].map((word): [string, number] => [word, 0]),
  ...['yesterday', '어제', '전날'].map((word): [string, number] => [word, 1]),
  ...['그제', '그저께', '엊그제'].map((word): [string, number] => [word, 2]),
]);

/** Year first: `2024-12-06`, `2024.12.6.`, `2024/12/06`, `20241206`, `2024년 12월 6일`. */
const YEAR_FIRST =
  /^(\d{4})(?:\s*[-./]\s*|\s*년\s*|(?=\d{4}$))(\d{1,2})(?:\s*[-./]\s*|\s*월\s*|(?=\d{2}$))(\d{1,2})\s*[일.]?$/;
/** `6 Dec 2024`, `6th December`, with or without a year. */
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?(?:\s+(\d{4}))?$/;
/** `Dec 6, 2024`, `December 6th`. */
const MONTH_DAY = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?$/;
/** `12월 6일`, `12/6`. */
const KOREAN_MONTH_DAY = /^(\d{1,2})\s*(?:월\s*|[/.]\s*)(\d{1,2})\s*일?$/;

/**
 * Reads a day as people type it in English or Korean.
 *
 * @param today a date without a year is the last such day up to today
 * @returns null for anything else, and for a day that does not exist (2024-02-31)
 */
export function readDay(text: string, today: Day): Day | null {
  const typed = text.normalize('NFC').trim().toLowerCase();
  const back = WORDS.get(typed);
  if (back !== undefined) return Temporal.PlainDate.from(today).subtract({ days: back }).toString();

  const yearFirst = YEAR_FIRST.exec(typed);
  if (yearFirst) return existingDay(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const dayMonth = DAY_MONTH.exec(typed);
  if (dayMonth) return named(dayMonth[2], dayMonth[1], dayMonth[3], today);
  const monthDay = MONTH_DAY.exec(typed);
  if (monthDay) return named(monthDay[1], monthDay[2], monthDay[3], today);
  const korean = KOREAN_MONTH_DAY.exec(typed);
  if (korean) return lastSuch(Number(korean[1]), Number(korean[2]), today);
  return null;
}

function named(name = '', day = '', year: string | undefined, today: Day): Day | null {
  const month = monthOf(name);
  if (month === 0) return null;
  return year === undefined
    ? lastSuch(month, Number(day), today)
    : existingDay(Number(year), month, Number(day));
}

function lastSuch(month: number, day: number, today: Day): Day | null {
  const year = Number(today.slice(0, 4));
  const thisYear = existingDay(year, month, day);
  return thisYear !== null && thisYear <= today ? thisYear : existingDay(year - 1, month, day);
}

function existingDay(year: number, month: number, day: number): Day | null {
  return daysOf({ year, month, day })?.from ?? null;
}
