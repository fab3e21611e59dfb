import type { TimeStyle } from '../markdown/ast.ts';

const DATE_AND_TIME: Readonly<Record<Exclude<TimeStyle, 'R'>, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** The last second of JavaScript's dates. Discord shows a later timestamp as it was written. */
const UNIX_MAX = 8_640_000_000_000;

/**
 * A timestamp in the reader's language and time zone.
 *
 * @param unix seconds since 1970
 * @param now milliseconds since 1970, for `R`
 * @see Discord docs, Reference, Timestamp Styles
 */
export function formatTime(unix: number, style: TimeStyle, locale: string, now: number): string {
  if (Math.abs(unix) > UNIX_MAX) return `<t:${unix}:${style}>`;
  if (style === 'R') return fromNow(unix - Math.round(now / 1000), locale);
  return new Intl.DateTimeFormat(locale, DATE_AND_TIME[style]).format(unix * 1000);
}

function fromNow(seconds: number, locale: string): string {
  const distance = Math.abs(seconds);
  const [unit, size] = UNITS.find(([, one]) => distance >= one) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(seconds / size), unit);
}

/** How many calendar days ago a moment was, in the reader's time zone. */
export function daysAgo(at: Date, now: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(now) - midnight(at)) / 86_400_000);
}
