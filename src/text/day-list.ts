import type { Day } from './dates/day.ts';

/** Days in ascending order, each once. */
export class DayList {
  readonly #days: Day[] = [];

  all(): readonly Day[] {
    return this.#days;
  }

  add(day: Day): void {
    const place = this.#placeOf(day);
    if (this.#days[place] !== day) this.#days.splice(place, 0, day);
  }

  /** Removes a day if the list has it. */
  remove(day: Day): void {
    const place = this.#placeOf(day);
    if (this.#days[place] === day) this.#days.splice(place, 1);
  }

  /** The newest day; with `at`, the newest on or before that day. */
  latest(at?: Day): Day | null {
    if (at === undefined) return this.#days.at(-1) ?? null;
    return this.#days[this.#placeOf(at)] === at ? at : this.earlier(at);
  }

  /** The last day before `day`; the list need not have `day`. */
  earlier(day: Day): Day | null {
    return this.#days[this.#placeOf(day) - 1] ?? null;
  }

  /** The first day after `day`; the list need not have `day`. */
  later(day: Day): Day | null {
    const place = this.#placeOf(day);
    return this.#days[this.#days[place] === day ? place + 1 : place] ?? null;
  }

  /** The days of a period, both ends included. */
  between(from: Day, to: Day): readonly Day[] {
    const end = this.#placeOf(to);
    return this.#days.slice(this.#placeOf(from), this.#days[end] === to ? end + 1 : end);
  }

  /** The number of days before `day`: its index, or the index it would get. */
  #placeOf(day: Day): number {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#days[middle] ?? '') < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
