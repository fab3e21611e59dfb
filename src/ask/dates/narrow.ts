import { type Days, daysOf } from './parts.ts';
import { ONE } from './ranges.ts';

/** A part of a month or year: `the first week of December 2024`, `2024년 3분기`. */
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

const QUARTERS: readonly Narrow[] = [
  {
    pattern: new RegExp(
      `(?:\\b(?:in|during|of) )?(?:\\bthe )?\\b${ORDINAL} (quarter|half) (?:of|in) ${ONE}`,
      'iu',
    ),
    read: ([, which = '', unit = '', mark = '']) => ({
      mark,
      cut: (days) => months(days, ORDINALS.get(which.toLowerCase()), unit.toLowerCase() === 'half' ? 6 : 3),
    }),
  },
  {
    pattern: new RegExp(`(?:\\b(?:in|during|of) )?\\bQ([1-4])\\s*(?:of )?${ONE}`, 'iu'),
    read: ([, which = '', mark = '']) => ({ mark, cut: (days) => months(days, ORDINALS.get(which), 3) }),
  },
  {
    pattern: new RegExp(`${ONE}\\s*(?:Q([1-4])|([1-4])\\s?분기)(?:에는|에|의)?`, 'iu'),
    read: ([, mark = '', en, ko]) => ({ mark, cut: (days) => months(days, ORDINALS.get(en ?? ko ?? ''), 3) }),
  },
  {
    pattern: new RegExp(`${ONE}의?\\s*(상반기|하반기)(?:에는|에|의)?`, 'u'),
    read: ([, mark = '', which]) => ({ mark, cut: (days) => months(days, which === '상반기' ? 0 : 1, 6) }),
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
  for (const one of [...WEEKS, ...QUARTERS, ...THIRDS]) {
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
