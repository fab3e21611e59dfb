import { readTime } from '../../delivery/rules/times.ts';
import { readZone, zonesSharing } from '../../delivery/rules/zones.ts';
import { UserError } from '../../errors.ts';

/** A time of day as `HH:MM`. @throws UserError for anything else */
export function timeTyped(typed: string): string {
  const time = readTime(typed);
  if (time === null) throw new UserError('errors.time.unreadable', { value: typed });
  return time;
}

/** The IANA name of a time zone. @throws UserError for anything else, and for a name that several zones share */
export function zoneTyped(typed: string): string {
  const zone = readZone(typed);
  if (zone !== null) return zone;
  const zones = zonesSharing(typed);
  if (zones.length === 0) throw new UserError('errors.zone.unreadable', { value: typed });
  throw new UserError('errors.zone.several', { value: typed, zones: zones.join(', ') });
}
