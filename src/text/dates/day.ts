/** A calendar day in UTC, `YYYY-MM-DD`. */
export type Day = string;

/** The last day of a month. @param month `2024-02` */
export function lastOfMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** Whether a text is a day that exists: not `2024-02-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A day in a text, and how it is written there. */
export interface WrittenDay {
  /** null for one that does not exist. */
  readonly day: string | null;
  readonly written: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';

/** `2024-12-06`, `2024/12/6`, `2024. 12. 6.`, `2024년 12월 6일`, `20241206`. */
const YEAR_FIRST = /(?<!\d)(\d{4})(?:-|\/|\. ?|년 ?)(\d{1,2})(?:-|\/|\. ?|월 ?)(\d{1,2})(?!\d)(?:일|\.)?/;
const COMPACT = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/;

/** `December 6, 2024`, `Dec. 6th 2024`; `6 December 2024`. */
const MONTH_FIRST = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'i');
const DAY_FIRST = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (\\d{4})(?!\\d)`, 'i');

/** Finds the first day in a text, in a form that can mean one day only: not `06/12/2024`. */
export function findDay(text: string): WrittenDay | null {
  const byYear = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (byYear) return written(byYear[0], byYear[1], byYear[2], byYear[3]);
  const byMonth = MONTH_FIRST.exec(text);
  if (byMonth) return written(byMonth[0], byMonth[3], monthOf(byMonth[1]), byMonth[2]);
  const byDay = DAY_FIRST.exec(text);
  return byDay ? written(byDay[0], byDay[3], monthOf(byDay[2]), byDay[1]) : null;
}

function monthOf(name = ''): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1);
}

function written(text: string, year = '', month = '', date = ''): WrittenDay {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return { day: isDay(day) ? day : null, written: text };
}
