import { readNumber } from '../number-words.ts';
import type { Day } from './day.ts';
import {
  type Days,
  daysBefore,
  ending,
  monthBefore,
  quarterBefore,
  weekBefore,
  weekendBefore,
  yearBefore,
} from './parts.ts';
import { MARKED } from './ranges.ts';
import { WEEKDAY, WEEKDAYS_KO, weekdayBefore, weekdayOf } from './weekdays.ts';

/** Words that count from today. */
interface RelativeForm {
  readonly pattern: RegExp;
  read(today: Day, match: RegExpExecArray): Days | null;
}

const UNITS: ReadonlyMap<string, 'days' | 'weeks' | 'months' | 'years'> = new Map([
  ['day', 'days'],
  ['week', 'weeks'],
  ['month', 'months'],
  ['year', 'years'],
  ['일', 'days'],
  ['주', 'weeks'],
  ['달', 'months'],
  ['개월', 'months'],
  ['년', 'years'],
]);

/** Days have names of their own in Korean, up to ten. */
const DAYS_KO = ['하루', '이틀', '사흘', '나흘', '닷새', '엿새', '이레', '여드레', '아흐레', '열흘'];

const one = (day: Day): Days => ({ from: day, to: day });

const fixed = (source: string, read: (today: Day) => Days): RelativeForm => ({
  pattern: new RegExp(source, 'giu'),
  read,
});

/** A period that is still running ends today: nothing later can be known. */
const upTo = ({ from }: Days, today: Day): Days => ({ from, to: today });

export const RELATIVE: readonly RelativeForm[] = [
  fixed('그끄저께|그끄제', (today) => one(daysBefore(today, 3))),
  fixed('\\b(?:the )?day before yesterday\\b|엊그저께|엊그제|그저께|그제', (today) =>
    one(daysBefore(today, 2)),
  ),
  fixed('\\byesterday\\b|어제|전날', (today) => one(daysBefore(today, 1))),
  fixed('\\btoday\\b|오늘|금일', one),
  fixed('\\btomorrow\\b|내일', (today) => one(daysBefore(today, -1))),
  fixed('\\bthe week before last\\b|지지난\\s?주|저저번\\s?주', (today) => weekBefore(today, 2)),
  fixed(`\\b(?:last|previous) week\\b(?! (?:of|in) ${MARKED})|(?:지난|저번)\\s?주(?!말)|전주`, (today) =>
    weekBefore(today, 1),
  ),
  fixed('\\b(?:this|the current) week\\b|이번\\s?주(?!말)|금주', (today) =>
    upTo(weekBefore(today, 0), today),
  ),
  fixed('\\b(?:last|previous) weekend\\b|(?:지난|저번)\\s?주말', (today) => weekendBefore(today, 1)),
  fixed('\\bthis weekend\\b|이번\\s?주말', (today) => weekendBefore(today, 0)),
  fixed('\\bnext week\\b|다음\\s?주', (today) => weekBefore(today, -1)),
  fixed('\\bthe month before last\\b|지지난\\s?달|저저번\\s?달', (today) => monthBefore(today, 2)),
  fixed('\\b(?:last|previous) month\\b|(?:지난|저번)\\s?달|전월', (today) => monthBefore(today, 1)),
  fixed('\\b(?:this|the current) month\\b|이번\\s?달|이달|금월', (today) =>
    upTo(monthBefore(today, 0), today),
  ),
  fixed('\\bnext month\\b|다음\\s?달', (today) => monthBefore(today, -1)),
  fixed('\\b(?:last|previous) quarter\\b|(?:지난|저번)\\s?분기', (today) => quarterBefore(today, 1)),
  fixed('\\b(?:this|the current) quarter\\b|이번\\s?분기', (today) => upTo(quarterBefore(today, 0), today)),
  fixed('\\bthe year before last\\b|재작년', (today) => yearBefore(today, 2)),
  fixed('\\b(?:last|previous) year\\b|작년|지난해', (today) => yearBefore(today, 1)),
  fixed('\\b(?:this|the current) year\\b|올해|금년', (today) => upTo(yearBefore(today, 0), today)),
  fixed('\\bnext year\\b|내년', (today) => yearBefore(today, -1)),
  fixed('\\bpast week\\b|최근\\s?일주일|지난\\s?일주일', (today) => ending(today, { weeks: 1 })),
  fixed('\\b(?:these days|nowadays)\\b|요즘|요새', (today) => ending(today, { weeks: 1 })),
  fixed('\\bpast month\\b', (today) => ending(today, { months: 1 })),
  fixed('\\bpast year\\b', (today) => ending(today, { years: 1 })),
  {
    pattern: /\b(?:the )?(?:last|past|previous) (\d{1,3}|[a-z]+) (day|week|month|year)s?\b/giu,
    read: (today, [, count = '', unit = '']) => period(today, count, unit),
  },
  {
    pattern: /(?:최근|지난)\s?(\d{1,3}|한|두|세|네|다섯|여섯)\s?(일|주|달|개월|년)(?:\s?(?:간|동안))?/gu,
    read: (today, [, count = '', unit = '']) => period(today, count, unit),
  },
  {
    pattern: /\b(\d{1,3}|[a-z]+) (day|week|month|year)s? ago\b/giu,
    read: (today, [, count = '', unit = '']) => before(today, count, unit),
  },
  {
    pattern: /(?<![\p{L}\p{N}])(\d{1,3}|한|두|세|네|다섯|여섯)\s?(일|주|달|개월|년)\s?전/gu,
    read: (today, [, count = '', unit = '']) => before(today, count, unit),
  },
  {
    pattern: new RegExp(`(?:최근|지난)\\s?(${DAYS_KO.join('|')})(?:\\s?(?:간|동안))?(?![\\p{L}])`, 'gu'),
    read: (today, [, name = '']) => ending(today, { days: DAYS_KO.indexOf(name) + 1 }),
  },
  { pattern: /(?<!\p{L})일주일\s?전/gu, read: (today) => weekBefore(today, 1) },
  {
    pattern: new RegExp(`(?<!\\p{L})(${DAYS_KO.join('|')})\\s?전`, 'gu'),
    read: (today, [, name = '']) => one(daysBefore(today, DAYS_KO.indexOf(name) + 1)),
  },
  {
    pattern: new RegExp(
      `(?<!${MARKED}(?:['’]s)?\\s)(?:\\b(?:last|this past)\\s+)?${WEEKDAY}(?! (?:of )?${MARKED})`,
      'giu',
    ),
    read: (today, [, name = '']) => weekday(today, weekdayOf(name)),
  },
  {
    pattern: new RegExp(`(?<!${MARKED}의?\\s?|\\p{L})(?:지난\\s?)?([월화수목금토일])요일(?:날)?`, 'gu'),
    read: (today, [, name = '']) => weekday(today, WEEKDAYS_KO.indexOf(name)),
  },
];

function period(today: Day, count: string, unit: string): Days | null {
  const name = UNITS.get(unit.toLowerCase());
  const number = readNumber(count);
  return name === undefined || number === null || number === 0 ? null : ending(today, { [name]: number });
}

/** A day so many days ago; the week, month or year that lies so many before this one. */
function before(today: Day, count: string, unit: string): Days | null {
  const number = readNumber(count);
  if (number === null) return null;
  switch (UNITS.get(unit.toLowerCase())) {
    case 'days':
      return one(daysBefore(today, number));
    case 'weeks':
      return weekBefore(today, number);
    case 'months':
      return monthBefore(today, number);
    case 'years':
      return yearBefore(today, number);
    default:
      return null;
  }
}

function weekday(today: Day, index: number): Days | null {
  return index < 0 ? null : one(weekdayBefore(today, index));
}
