import { UserError } from '../../errors.ts';
import { fold } from '../../text/fold.ts';
import {
  FIXED_OFFSETS,
  LOCALE_ZONES,
  MODERN_NAMES,
  NAMES_WITHOUT_AREA,
  SHARED_NAMES,
  ZONE_NAMES,
} from './zone-names.ts';

/** Every zone that can be chosen, by its current IANA name: common zones first, then alphabetically. */
export const ZONES: readonly string[] = [
  ...new Set([
    ...ZONE_NAMES.keys(),
    ...Intl.supportedValuesOf('timeZone')
      .map((zone) => MODERN_NAMES.get(zone) ?? zone)
      .sort(),
  ]),
];

/** Names of each zone as `comparable` text: IANA name, city, others. */
const NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  ZONES.map((zone) => [zone, [zone, cityOf(zone), ...(ZONE_NAMES.get(zone) ?? [])].map(comparable)]),
);
const BY_NAME: ReadonlyMap<string, string> = new Map(
  // Common zones come last, so that they win a shared name.
  [...NAMES].reverse().flatMap(([zone, names]) => names.map((name): [string, string] => [name, zone])),
);
/** Names that several zones share: abbreviations, countries. */
const SHARED: ReadonlyMap<string, readonly string[]> = new Map(
  [...SHARED_NAMES].flatMap(([names, zones]) =>
    names.split(', ').map((name): [string, readonly string[]] => [comparable(name), zones]),
  ),
);
/** Names that suggestions search: a zone's own and shared names. */
const SOUGHT: ReadonlyMap<string, readonly string[]> = new Map(
  ZONES.map((zone) => [zone, [...(NAMES.get(zone) ?? []), ...sharedBy(zone)].map(letters)]),
);
const WITHOUT_AREA: ReadonlySet<string> = new Set(NAMES_WITHOUT_AREA.map(comparable));
/** `GMT+9`, `UTC+09:00`, `+9`, `-0330`. */
const OFFSET = /^(?:utc|gmt)?\s?([+\-−–])\s?(\d{1,2})(?::?(\d{2}))?$/;
/** IANA's zones of whole hours have POSIX signs: `Etc/GMT-9` is 9 hours ahead. */
const WHOLE_HOURS = /^Etc\/GMT([+-])(\d+)$/;
/** An IANA name with an area; only ICU knows the area `SystemV`. */
const OF_AN_AREA = /^(?!systemv\/)[a-z]+\/[\w/+-]+$/i;
/** What may follow a name: `Korea time`, `한국 표준시`. */
const SUFFIX = /\s?(?:standard time|time zone|timezone|time|표준시|시간대|시각|시간|기준)$/;

/**
 * Reads a zone: an IANA name, a city (`São Paulo`, `서울`), a country (`Korea`), an abbreviation (`KST`, `PT`) or an
 * offset (`GMT+9`).
 *
 * @returns the current IANA name (`Asia/Seoul`, `Etc/GMT-9`, `UTC`); null for anything else and for ambiguous names
 */
export function readZone(text: string): string | null {
  const name = comparable(text);
  const known = BY_NAME.get(name) ?? BY_NAME.get(name.replace(SUFFIX, ''));
  return known ?? zoneOfOffset(name) ?? olderName(text.trim());
}

/** The zone of the first Discord locale (`ko`, `en-GB`) that has one: `Asia/Seoul`; else UTC. */
export function zoneOfLocales(...locales: readonly (string | undefined)[]): string {
  const [zone = 'UTC'] = locales.flatMap((locale) => LOCALE_ZONES.get(locale ?? '') ?? []);
  return zone;
}

/** The zones of an ambiguous name (`CST`, `USA`), common ones first; none for other text. */
export function zonesSharing(text: string): readonly string[] {
  const name = comparable(text);
  return SHARED.get(name) ?? SHARED.get(name.replace(SUFFIX, '')) ?? [];
}

/** The IANA name of a time zone. @throws UserError for anything else, and for a name that several zones share */
export function zoneTyped(typed: string): string {
  const zone = readZone(typed);
  if (zone !== null) return zone;
  const zones = zonesSharing(typed);
  if (zones.length === 0) throw new UserError('errors.zone.unreadable', { value: typed });
  throw new UserError('errors.zone.several', { value: typed, zones: zones.join(', ') });
}

/** A zone for people: `Asia/Seoul`, and `UTC+9` for `Etc/GMT-9`. `readZone` reads it back. */
export function zoneLabel(zone: string): string {
  const [, sign, hours] = WHOLE_HOURS.exec(zone) ?? [];
  return hours === undefined ? zone : `UTC${sign === '-' ? '+' : '-'}${hours}`;
}

/** Zones for a partial input, best first: exact, then starts of names, starts of words, parts of words. */
export function suggestZones(typed: string, limit: number): readonly string[] {
  const exact = readZone(typed);
  const sought = letters(comparable(typed).replace(SUFFIX, ''));
  const found = ZONES.map((zone) => ({ zone, rank: rankOf(zone, sought) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((one, other) => one.rank - other.rank)
    .map(({ zone }) => zone);
  return [...new Set(exact === null ? found : [exact, ...found])].slice(0, limit);
}

const NO_MATCH = 3;

function rankOf(zone: string, sought: string): number {
  const ranks = (SOUGHT.get(zone) ?? []).map((name) => {
    if (name.startsWith(sought)) return 0;
    if (name.includes(` ${sought}`) || name.includes(`/${sought}`)) return 1;
    return name.includes(sought) && sought.length > 1 ? 2 : NO_MATCH;
  });
  return Math.min(...ranks);
}

function sharedBy(zone: string): readonly string[] {
  return [...SHARED].flatMap(([name, zones]) => (zones.includes(zone) ? [name] : []));
}

function comparable(text: string): string {
  return fold(text.trim()).replace(/[\s_]+/g, ' ');
}

/** Splits Hangul into letters, so that 서우, on the way to 서울, matches. */
function letters(name: string): string {
  return name.normalize('NFD');
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1);
}

function zoneOfOffset(name: string): string | null {
  const match = OFFSET.exec(name);
  if (match === null) return null;
  const ahead = match[1] === '+';
  const hours = Number(match[2]);
  const minutes = Number(match[3] ?? 0);
  if (minutes > 0) return FIXED_OFFSETS[`${ahead ? '+' : '-'}${hours}:${minutes}`] ?? null;
  if (hours === 0) return 'UTC';
  if (hours > (ahead ? 14 : 12)) return null;
  return `Etc/GMT${ahead ? '-' : '+'}${hours}`;
}

/** Old names that IANA keeps as links: `US/Pacific`, `Asia/Calcutta`, `EST5EDT`, `Etc/GMT-9`. */
function olderName(name: string): string | null {
  if (!OF_AN_AREA.test(name) && !WITHOUT_AREA.has(comparable(name))) return null;
  try {
    const zone = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    return MODERN_NAMES.get(zone) ?? zone;
  } catch {
    return null;
  }
}
