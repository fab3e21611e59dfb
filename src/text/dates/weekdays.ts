import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.ts';

const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** From Monday to Sunday. */
export const WEEKDAYS_KO = ['월', '화', '수', '목', '금', '토', '일'];

/** The name of a day of the week, in a pattern. */
export const WEEKDAY = '\\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b';

/** @returns 0 for Monday to 6 for Sunday, -1 for anything else */
export function weekdayOf(name: string): number {
  return NAMES.indexOf(name.slice(0, 3).toLowerCase());
}

export function isMonday(day: Day): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek === 1;
}

/** The last such day of the week before a day. @param index 0 for Monday */
export function weekdayBefore(day: Day, index: number): Day {
  const date = Temporal.PlainDate.from(day);
  const back = (date.dayOfWeek - 1 - index + 7) % 7;
  return date.subtract({ days: back === 0 ? 7 : back }).toString();
}
