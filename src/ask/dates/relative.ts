import { Temporal } from 'temporal-polyfill';
import type { Day } from '../../archive/paper.ts';
import { readNumber } from '../number-words.ts';
import { type Days, daysBefore, ending, monthBefore, weekBefore, yearBefore } from './parts.ts';

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

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAYS_KO = ['월', '화', '수', '목', '금', '토', '일'];

const one = (day: Day): Days => ({ from: day, to: day });

const fixed = (source: string, read: (today: Day) => Days): RelativeForm => ({
  pattern: new RegExp(source, 'giu'),
  read,
});

/** A period that is still running ends today: nothing later can be known. */
const upTo = ({ from }: Days, today: Day): Days => ({ from, to: today });

export const RELATIVE: readonly RelativeForm[] = [
  fixed('\\b(?:the )?day before yesterday\\b|그저께|그제|엊그제', (today) => one(daysBefore(today, 2))),
  fixed('\\byesterday\\b|어제|전날', (today) => one(daysBefore(today, 1))),
  fixed('\\btoday\\b|오늘|금일', one),
  fixed('\\btomorrow\\b|내일', (today) => one(daysBefore(today, -1))),
  fixed('\\bthe week before last\\b|지지난\\s?주|저저번\\s?주', (today) => weekBefore(today, 2)),
  fixed('\\b(?:last|previous) week\\b|(?:지난|저번)\\s?주(?!말)|전주', (today) => weekBefore(today, 1)),
  fixed('\\b(?:this|the current) week\\b|이번\\s?주(?!말)|금주', (today) =>
    upTo(weekBefore(today, 0), today),
  ),
  fixed('\\bnext week\\b|다음\\s?주', (today) => weekBefore(today, -1)),
  fixed('\\b(?:last|previous) month\\b|(?:지난|저번)\\s?달|전월', (today) => monthBefore(today, 1)),
  fixed('\\b(?:this|the current) month\\b|이번\\s?달|이달|금월', (today) =>
    upTo(monthBefore(today, 0), today),
  ),
  fixed('\\bnext month\\b|다음\\s?달', (today) => monthBefore(today, -1)),
  fixed('\\bthe year before last\\b|재작년', (today) => yearBefore(today, 2)),
  fixed('\\b(?:last|previous) year\\b|작년|지난해', (today) => yearBefore(today, 1)),
  fixed('\\b(?:this|the current) year\\b|올해|금년', (today) => upTo(yearBefore(today, 0), today)),
  fixed('\\bnext year\\b|내년', (today) => yearBefore(today, -1)),
  fixed('\\bpast week\\b|최근\\s?일주일|지난\\s?일주일', (today) => ending(today, { weeks: 1 })),
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
    pattern: /\b(\d{1,3}|[a-z]+) days? ago\b/giu,
    read: (today, [, count = '']) => before(today, count, 1),
  },
  { pattern: /(\d{1,3})\s?일\s?전/gu, read: (today, [, count = '']) => before(today, count, 1) },
  {
    pattern: /\b(?:last|this past) (mon|tue|wed|thu|fri|sat|sun)[a-z]*day\b/giu,
    read: (today, [, name = '']) => weekday(today, WEEKDAYS.indexOf(name.toLowerCase())),
  },
  {
    pattern: /지난\s?([월화수목금토일])요일/gu,
    read: (today, [, name = '']) => weekday(today, WEEKDAYS_KO.indexOf(name)),
  },
];

function period(today: Day, count: string, unit: string): Days | null {
  const name = UNITS.get(unit.toLowerCase());
  const number = readNumber(count);
  return name === undefined || number === null || number === 0 ? null : ending(today, { [name]: number });
}

function before(today: Day, count: string, days: number): Days | null {
  const number = readNumber(count);
  return number === null ? null : one(daysBefore(today, number * days));
}

/** The last such day of the week before today. */
function weekday(today: Day, index: number): Days | null {
  if (index < 0) return null;
  const back = (Temporal.PlainDate.from(today).dayOfWeek - 1 - index + 7) % 7;
  return one(daysBefore(today, back === 0 ? 7 : back));
}
