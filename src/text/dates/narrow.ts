import { type Days, daysBefore, daysOf, monthBefore } from './parts.ts';
import { ONE } from './ranges.ts';
import { isMonday, WEEKDAY, WEEKDAYS_KO, weekdayOf } from './weekdays.ts';

/** A part of a week, month or year: `the first week of December 2024`, `지난주 화요일`, `2024년 초`. */
export interface Narrow {
  readonly pattern: RegExp;
  read(match: RegExpExecArray): { readonly mark: string; cut(days: Days): Days | null } | null;
}

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...['first', 'second', 'third', 'fourth', 'fifth'].map((word, at): [string, number] => [word, at]),
  ...['1st', '2nd', '3rd', '4th', '5th'].map((word, at): [string, number] => [word, at]),
  ...['첫째', '둘째', '셋째', '넷째', '다섯째'].map((word, at): [string, number] => [word, at]),
  ...['첫', '두', '세', '네', '다섯'].map((word, at): [string, number] => [word, at]),
  ...['1', '2', '3', '4', '5'].map((word, at): [string, number] => [word, at]),
]);
const ORDINAL = '(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th)';

const WEEKS: readonly Narrow[] = [
  {
    pattern: new RegExp(`(?:\\b(?:in|during|of) )?(?:\\bthe )?\\b${ORDINAL} week (?:of|in) ${ONE}`, 'iu'),
    read: ([, which = '', mark = '']) => ({
      mark,
      cut: (days) => week(days, ORDINALS.get(which.toLowerCase())),
    }),
  },
  {
    pattern: new RegExp(
      `${ONE}의?\\s*(첫째|둘째|셋째|넷째|다섯째|첫|두|세|네)\\s?번?째?\\s?주(?:에|의|차)?`,
      'u',
    ),
    read: ([, mark = '', which = '']) => ({ mark, cut: (days) => week(days, ORDINALS.get(which)) }),
  },
];

const LAST_WEEKS: readonly Narrow[] = [
  new RegExp(`(?:\\b(?:in|during|of) )?(?:\\bthe )?\\blast week (?:of|in) ${ONE}`, 'iu'),
  new RegExp(`${ONE}의?\\s*마지막\\s?주(?:에|의|차)?`, 'u'),
].map((pattern) => ({ pattern, read: ([, mark = '']) => ({ mark, cut: lastWeek }) }));

const DAYS: readonly Narrow[] = [
  {
    pattern: new RegExp(`${ONE}의?\\s*([월화수목금토일])요일(?:날)?(?:에|의)?`, 'u'),
    read: ([, mark = '', name = '']) => ({ mark, cut: (days) => weekdayIn(days, WEEKDAYS_KO.indexOf(name)) }),
  },
  {
    pattern: new RegExp(`${ONE}(?:['’]s)?\\s+${WEEKDAY}(?:['’]s)?`, 'iu'),
    read: ([, mark = '', name = '']) => ({ mark, cut: (days) => weekdayIn(days, weekdayOf(name)) }),
  },
  {
    pattern: new RegExp(`(?:\\bon )?${WEEKDAY} (?:of )?${ONE}`, 'iu'),
    read: ([, name = '', mark = '']) => ({ mark, cut: (days) => weekdayIn(days, weekdayOf(name)) }),
  },
  {
    pattern: new RegExp(`${ONE}의?\\s*(\\d{1,2})\\s?일(?!\\s?(?:전|간|동안))(?:에|의)?`, 'u'),
    read: ([, mark = '', day = '']) => ({
      mark,
      cut: (days) => {
        const one = isMonth(days) ? within(days.from, Number(day), Number(day)) : null;
        return one !== null && one.to <= lastOf(days.from) && Number(day) > 0 ? one : null;
      },
    }),
  },
];

const THIRDS: readonly Narrow[] = [
  {
    pattern: new RegExp(`(?:\\bin )?\\b(early|mid|late)[- ]${ONE}`, 'iu'),
    read: ([, which = '', mark = '']) => ({
      mark,
      cut: (days) => third(days, ['early', 'mid', 'late'].indexOf(which.toLowerCase())),
    }),
  },
  {
    pattern: new RegExp(`${ONE}\\s*(초|중순|말)(?:에는|에|의)?(?=\\s|$)`, 'u'),
    read: ([, mark = '', which = '']) => ({
      mark,
      cut: (days) => third(days, ['초', '중순', '말'].indexOf(which)),
    }),
  },
];

/** Tries one form after the other until one is found. */
export function narrow<Result>(text: string, attempt: (one: Narrow) => Result | null): Result | null {
  for (const one of [...WEEKS, ...LAST_WEEKS, ...DAYS, ...THIRDS]) {
    const found = one.pattern.test(text) ? attempt(one) : null;
    if (found !== null) return found;
  }
  return null;
}

/** Days 1 to 7, 8 to 14 … of a month. */
function week({ from, to }: Days, index: number | undefined): Days | null {
  if (index === undefined || !isMonth({ from, to })) return null;
  const start = 1 + index * 7;
  const end = Math.min(start + 6, Number(to.slice(8)));
  return start > end ? null : within(from, start, end);
}

/** The last seven days of a month. */
function lastWeek({ from, to }: Days): Days | null {
  return isMonth({ from, to }) ? { from: daysBefore(lastOf(from), 6), to: lastOf(from) } : null;
}

/** A day of a week that begins with Monday. */
function weekdayIn({ from, to }: Days, index: number): Days | null {
  if (index < 0 || daysBefore(to, 6) > from || !isMonday(from)) return null;
  const day = daysBefore(from, -index);
  return { from: day, to: day };
}

/** The last day of a day's month. */
function lastOf(day: string): string {
  return monthBefore(day, 0).to;
}

/** Days 1 to 10, 11 to 20, and the rest of a month. */
function third({ from, to }: Days, index: number): Days | null {
  if (!isMonth({ from, to })) return months({ from, to }, index, 4);
  return within(from, 1 + index * 10, index === 2 ? Number(to.slice(8)) : 10 + index * 10);
}

/** So many months of a year. */
function months({ from, to }: Days, index: number | undefined, length: number): Days | null {
  if (index === undefined || !from.endsWith('-01-01') || !to.endsWith('-12-31')) return null;
  const year = Number(from.slice(0, 4));
  const first = daysOf({ year, month: 1 + index * length, day: null });
  const last = daysOf({ year, month: (index + 1) * length, day: null });
  return first && last && { from: first.from, to: last.to };
}

function isMonth({ from, to }: Days): boolean {
  return from.slice(0, 7) === to.slice(0, 7) && from !== to;
}

function within(day: string, from: number, to: number): Days {
  const written = (number: number) => `${day.slice(0, 8)}${String(number).padStart(2, '0')}`;
  return { from: written(from), to: written(to) };
}
