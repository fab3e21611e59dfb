import { dataLines, dataTable } from '../../text/data.ts';

/** Names of a zone besides its IANA name and city, by IANA name; common zones come first. */
export const ZONE_NAMES = dataTable(new URL('./zone-names.txt', import.meta.url));
/** Zones with shared names; the key is all names (`australia, 호주, 오스트레일리아`). */
export const SHARED_NAMES = dataTable(new URL('./shared-zone-names.txt', import.meta.url));
export const LOCALE_ZONES = dataTable(new URL('./locale-zones.txt', import.meta.url));
export const NAMES_WITHOUT_AREA = dataLines(new URL('./zone-names-without-area.txt', import.meta.url));

/** Current IANA names, by the old names that ICU still returns. */
export const MODERN_NAMES: ReadonlyMap<string, string> = new Map(
  Array.from(dataTable(new URL('./modern-zone-names.txt', import.meta.url)), ([old, [modern = old]]) => [
    old,
    modern,
  ]),
);

/** Zones without daylight saving time, by offsets that are not whole hours. */
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
