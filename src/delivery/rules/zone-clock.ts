import { Temporal } from 'temporal-polyfill';

/** A stretch in which a zone's clocks keep one distance from UTC. Milliseconds; `until` belongs to the next. */
interface Span {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

const HOUR = 3_600_000;
/** More than any zone was ever away from UTC, so that a search begun this much before a local time finds it. */
const FARTHEST = 26 * HOUR;
/** Years kept for each zone: now, its neighbours across New Year, and one for a clock that was set. */
const YEARS_KEPT = 4;

/**
 * Asking Temporal costs 10 to 500 µs, 100,000 subscriptions ask at once: each zone's spans of a year are kept.
 * Bounded by the zones that exist, about 600 names times `YEARS_KEPT`.
 */
const kept = new Map<string, Map<number, readonly Span[]>>();

/**
 * The clock of a zone.
 *
 * @param instant milliseconds since 1970, UTC
 * @returns local date and time as if they were UTC: milliseconds since 1970
 * @throws RangeError for a zone that does not exist
 */
export function localTime(instant: number, zone: string): number {
  return instant + spanAt(instant, zone).offset;
}

/**
 * The first instant at which the clocks of a zone show this local date and time or a later one. So a time that
 * comes twice is its first coming, and one that is left out (a gap, a date that was skipped) is the instant of
 * the leap: 02:30 in a gap from 02:00 to 03:00 is 03:00. Temporal's 'compatible' would say 03:30.
 *
 * @param local date and time as if they were UTC, milliseconds since 1970
 * @returns milliseconds since 1970, UTC
 * @throws RangeError for a zone that does not exist
 */
export function firstShowing(local: number, zone: string): number {
  let span = spanAt(local - FARTHEST, zone);
  while (local - span.offset >= span.until) span = spanAt(span.until, zone);
  return Math.max(local - span.offset, span.from);
}

function spanAt(instant: number, zone: string): Span {
  const spans = spansOf(zone, new Date(instant).getUTCFullYear());
  const span = spans.find(({ until }) => instant < until);
  if (span === undefined) throw new RangeError(`${instant} is outside the time that zones are known for`);
  return span;
}

function spansOf(zone: string, year: number): readonly Span[] {
  const years = kept.get(zone) ?? new Map<number, readonly Span[]>();
  const known = years.get(year);
  if (known !== undefined) return known;
  const spans = computeSpans(zone, year);
  if (years.size >= YEARS_KEPT) years.clear();
  years.set(year, spans);
  kept.set(zone, years);
  return spans;
}

/** The spans from the beginning of a UTC year to at least its end; the first begins with the year. */
function computeSpans(zone: string, year: number): readonly Span[] {
  const end = Date.UTC(year + 1, 0, 1);
  const spans: Span[] = [];
  let from = Date.UTC(year, 0, 1);
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  while (from < end) {
    const offset = at.offsetNanoseconds / 1_000_000;
    const next = at.getTimeZoneTransition('next');
    const until = next?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
    spans.push({ from, until, offset });
    if (next === null) break;
    at = next;
    from = until;
  }
  return spans;
}
