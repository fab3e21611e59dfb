import { Temporal } from 'temporal-polyfill';

/** A stretch in which a zone has one offset from UTC. Milliseconds; `until` is exclusive. */
interface Span {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

const HOUR = 3_600_000;
/** More than any zone's offset, so that a search that starts this much before a local time finds it. */
const FARTHEST = 26 * HOUR;
/** Per zone: this year, its neighbours, and one more for a clock that was set. */
const YEARS_KEPT = 4;
/** Temporal takes 10 to 500 µs and 100,000 subscriptions ask at once, so each zone's spans are kept by year. */
const kept = new Map<string, Map<number, readonly Span[]>>();

/** @returns local date and time as if in UTC, milliseconds since 1970. @throws RangeError for an unknown zone */
export function localTime(instant: number, zone: string): number {
  return instant + spanAt(instant, zone).offset;
}

/**
 * The first instant at which a zone's clocks show a local time or a later one, milliseconds since 1970, UTC. A repeated
 * time is its first occurrence; a skipped one (a gap, a skipped date) is the end of the gap: 02:30 in a gap from 02:00 to
 * 03:00 is 03:00, where Temporal's 'compatible' says 03:30.
 *
 * @param local date and time as if in UTC, milliseconds since 1970
 * @throws RangeError for an unknown zone
 */
export function firstShowing(local: number, zone: string): number {
  let span = spanAt(local - FARTHEST, zone);
  while (local - span.offset >= span.until) span = spanAt(span.until, zone);
  return Math.max(local - span.offset, span.from);
}

function spanAt(instant: number, zone: string): Span {
  const spans = spansOf(zone, new Date(instant).getUTCFullYear());
  const span = spans.find(({ until }) => instant < until);
  if (span === undefined) throw new RangeError(`${instant} is outside the range of time zones`);
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

/** The spans from the start of a UTC year to at least its end. */
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
