import { MONTHS } from '../../../text/dates/day.ts';
import { type DayFields, type Format, withCommas } from '../format.ts';

function dayOfMonth({ month, day }: DayFields): string {
  return `${day} ${MONTHS[month - 1] ?? month}`;
}

function day(parts: DayFields): string {
  return `${dayOfMonth(parts)} ${parts.year}`;
}

export const formatEn: Format = {
  number: withCommas,
  plural: (count) => (Math.abs(count) === 1 ? 'one' : 'other'),
  day,
  month: (year, month) => `${MONTHS[month - 1] ?? ''} ${year}`,
  year: (year) => year,
  daysOfYear: (from, to) => `${dayOfMonth(from)} – ${day(to)}`,
  between: ' – ',
  beforeHour: ', ',
};
