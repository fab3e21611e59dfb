import type { Day } from './paper.ts';

/** Where `day` stands, or would stand, among days in ascending order: the number of days before it. */
export function placeOf(day: Day, days: readonly Day[]): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts a day in its place; days stay in ascending order, each once. */
export function addDay(day: Day, days: Day[]): void {
  const place = placeOf(day, days);
  if (days[place] !== day) days.splice(place, 0, day);
}

/** Takes a day out, where it is in. */
export function removeDay(day: Day, days: Day[]): void {
  const place = placeOf(day, days);
  if (days[place] === day) days.splice(place, 1);
}
