import { Temporal } from 'temporal-polyfill';
import type { Day } from './day.ts';

export function isMonday(day: Day): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek === 1;
}

/** The last such day of the week before a day. @param index 0 for Monday */
export function weekdayBefore(day: Day, index: number): Day {
  const date = Temporal.PlainDate.from(day);
  const back = (date.dayOfWeek - 1 - index + 7) % 7;
  return date.subtract({ days: back === 0 ? 7 : back }).toString();
}
