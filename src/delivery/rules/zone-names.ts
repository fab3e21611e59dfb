import { dataLines, dataTable } from '../../text/data.ts';

/** What people call a zone besides its IANA name and city, by IANA name; the zones suggested first come first. */
export const ZONE_NAMES = dataTable(new URL('./zone-names.txt', import.meta.url));

/** Zones that share their names; the key is all of these names (`australia, 호주, 오스트레일리아`). */
export const SHARED_NAMES = dataTable(new URL('./shared-zone-names.txt', import.meta.url));

/** The zone taken for a locale of Discord until somebody names one. */
export const LOCALE_ZONES = dataTable(new URL('./locale-zones.txt', import.meta.url));

/** Old names of zones without an area (`EST5EDT`). */
export const NAMES_WITHOUT_AREA = dataLines(new URL('./zone-names-without-area.txt', import.meta.url));

/** The names that IANA uses now, by the old ones that ICU still gives. */
export const MODERN_NAMES: ReadonlyMap<string, string> = new Map(
  Array.from(dataTable(new URL('./modern-zone-names.txt', import.meta.url)), ([old, [modern = old]]) => [
    old,
    modern,
  ]),
);

/** Zones that keep a distance from UTC all year, by those distances that are not whole hours. */
export const FIXED_OFFSETS: Readonly<Record<string, string>> = {
  '+3:30': 'Asia/Tehran',
  '+4:30': 'Asia/Kabul',
  '+5:30': 'Asia/Kolkata',
  '+5:45': 'Asia/Kathmandu',
  '+6:30': 'Asia/Yangon',
  '+8:45': 'Australia/Eucla',
  '+9:30': 'Australia/Darwin',
  '-9:30': 'Pacific/Marquesas',
};
