import { type DayFields, type Format, withCommas } from '../format.ts';

function dayOfMonth({ month, day }: DayFields): string {
  return `${month}월 ${day}일`;
}

function day(parts: DayFields): string {
  return `${parts.year}년 ${dayOfMonth(parts)}`;
}

export const formatKo: Format = {
  number: withCommas,
  plural: () => 'other',
  day,
  month: (year, month) => `${year}년 ${month}월`,
  year: (year) => `${year}년`,
  daysOfYear: (from, to) => `${day(from)} ~ ${dayOfMonth(to)}`,
  between: ' ~ ',
  beforeHour: ' ',
};
