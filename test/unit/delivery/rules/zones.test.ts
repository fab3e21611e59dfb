import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firingAt } from '../../../../src/delivery/rules/firing.ts';
import {
  FIXED_OFFSETS,
  MODERN_NAMES,
  SHARED_NAMES,
  ZONE_NAMES,
} from '../../../../src/delivery/rules/zone-names.ts';
import {
  readZone,
  suggestZones,
  ZONES,
  zoneLabel,
  zonesSharing,
} from '../../../../src/delivery/rules/zones.ts';
import { at, HOUR } from './samples.ts';

describe('the zones', () => {
  test('are those of IANA and UTC, each once, all of them known to the clock', () => {
    expect(ZONES.length).toBe(new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']).size);
    for (const zone of ZONES) expect(firingAt('2026-01-05', '09:00', zone)).toBeGreaterThan(0);
  });

  test('named in the tables all exist, by their present names', () => {
    const named = [
      ...ZONE_NAMES.keys(),
      ...[...SHARED_NAMES.values()].flat(),
      ...MODERN_NAMES.values(),
      ...Object.values(FIXED_OFFSETS),
    ];
    expect(named.filter((zone) => !ZONES.includes(zone))).toEqual([]);
  });

  test('of the table have each name for themselves', () => {
    const shared = [...SHARED_NAMES.keys()].flatMap((names) => names.split(', '));
    const names = [...[...ZONE_NAMES.values()].flat(), ...shared].map((name) => name.toLowerCase());
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('that keep a distance from UTC all year are the ones of the table', () => {
    for (const [offset, zone] of Object.entries(FIXED_OFFSETS)) {
      const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
      const away = (offset.startsWith('-') ? -1 : 1) * (hours + minutes / 60);
      for (const day of ['2026-01-05', '2026-07-06'])
        expect([zone, (at(day) - firingAt(day, '00:00', zone)) / HOUR]).toEqual([zone, away]);
    }
  });
});

describe('reading a zone', () => {
  test.each([
    ['Asia/Seoul', 'Asia/Seoul'],
    ['asia/seoul', 'Asia/Seoul'],
    ['  Seoul ', 'Asia/Seoul'],
    ['서울', 'Asia/Seoul'],
    ['한국', 'Asia/Seoul'],
    ['한국 시간', 'Asia/Seoul'],
    ['한국표준시', 'Asia/Seoul'],
    ['Korea', 'Asia/Seoul'],
    ['Korea time', 'Asia/Seoul'],
    ['KST', 'Asia/Seoul'],
    ['JST', 'Asia/Tokyo'],
    ['Japan', 'Asia/Tokyo'],
    ['도쿄', 'Asia/Tokyo'],
    ['New York', 'America/New_York'],
    ['new_york', 'America/New_York'],
    ['뉴욕', 'America/New_York'],
    ['EST', 'America/New_York'],
    ['PDT', 'America/Los_Angeles'],
    ['NDT', 'America/St_Johns'],
    ['pt', 'America/Los_Angeles'],
    ['Pacific Time', 'America/Los_Angeles'],
    ['미국 서부', 'America/Los_Angeles'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['us/east-indiana', 'America/Indiana/Indianapolis'],
    ['Canada/Newfoundland', 'America/St_Johns'],
    ['EST5EDT', 'America/New_York'],
    ['CST6CDT', 'America/Chicago'],
    ['MST7MDT', 'America/Denver'],
    ['pst8pdt', 'America/Los_Angeles'],
    ['NZ', 'Pacific/Auckland'],
    ['NZ-CHAT', 'Pacific/Chatham'],
    ['ROK', 'Asia/Seoul'],
    ['ROC', 'Asia/Taipei'],
    ['PRC', 'Asia/Shanghai'],
    ['Eire', 'Europe/Dublin'],
    ['GB-Eire', 'Europe/London'],
    ['W-SU', 'Europe/Moscow'],
    ['Navajo', 'America/Denver'],
    ['Etc/GMT', 'UTC'],
    ['GMT0', 'UTC'],
    ['CET', 'Europe/Paris'],
    ['파리', 'Europe/Paris'],
    ['런던', 'Europe/London'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['Zürich', 'Europe/Zurich'],
    ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['UTC', 'UTC'],
    ['GMT', 'UTC'],
    ['UTC+0', 'UTC'],
    ['GMT+9', 'Etc/GMT-9'],
    ['UTC+09:00', 'Etc/GMT-9'],
    ['utc +0900', 'Etc/GMT-9'],
    ['+9', 'Etc/GMT-9'],
    ['GMT-9', 'Etc/GMT+9'],
    ['Etc/GMT-9', 'Etc/GMT-9'], // said in IANA's own words, it is 9 hours ahead
    ['UTC−5', 'Etc/GMT+5'],
    ['UTC+5:30', 'Asia/Kolkata'],
    ['+14', 'Etc/GMT-14'],
  ])('%s is %s', (text, zone) => {
    expect(readZone(text)).toBe(zone);
  });

  test.each([
    '',
    ' ',
    'nowhere',
    'USA',
    '미국',
    'Canada',
    '+15',
    '-13',
    '+05:15',
    'UTC+5:99',
    '9',
    'Asia/',
    '+',
    '<@1>',
    // ICU's own, which mean something else to people or nothing.
    'AGT',
    'BET',
    'CNT',
    'CTT',
    'IET',
    'MIT',
    'NET',
    'PLT',
    'PNT',
    'PRT',
    'VST',
    'SystemV/PST8PDT',
    'Etc/Unknown',
  ])('%o is none', (text) => {
    expect(readZone(text)).toBeNull();
  });

  test('three letters are never a zone that only ICU calls so', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const all = letters.flatMap((one) => letters.flatMap((two) => letters.map((three) => one + two + three)));
    const named = new Set([...ZONE_NAMES.values()].flat().map((name) => name.toUpperCase()));
    const links = ['HST', 'MET', 'PRC', 'ROC', 'ROK', 'UCT'];
    const cities = ZONES.map((zone) => zone.slice(zone.lastIndexOf('/') + 1).toUpperCase());
    const known = new Set([...named, ...links, ...cities]);
    expect(all.filter((name) => readZone(name) !== null && !known.has(name))).toEqual([]);
  });

  test.each([
    ['NST', ['America/St_Johns', 'Asia/Kathmandu']],
    ['sst', ['Asia/Singapore', 'Pacific/Pago_Pago', 'Pacific/Guadalcanal']],
    ['IST', ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']],
    ['PST', ['America/Los_Angeles', 'Asia/Manila', 'Pacific/Pitcairn']],
    ['호주', SHARED_NAMES.get('australia, 호주, 오스트레일리아')],
  ])('%s is the time of several places: none is chosen, all are suggested', (typed, zones) => {
    expect(readZone(typed)).toBeNull();
    expect(readZone(`${typed} time`)).toBeNull();
    expect(zonesSharing(typed)).toEqual(zones);
    expect(zonesSharing(`${typed} time`)).toEqual(zones);
    expect(suggestZones(typed, 25)).toEqual(expect.arrayContaining([...(zones ?? [])]));
  });

  test('a shared name means clocks that differ', () => {
    for (const [name, zones] of SHARED_NAMES) {
      const shown = ['2026-01-05', '2026-07-06'].map(
        (day) => new Set(zones.map((zone) => firingAt(day, '09:00', zone))).size,
      );
      expect([name, Math.max(...shown) > 1]).toEqual([name, true]);
    }
  });

  test('whole hours from UTC are shown as such, and read back', () => {
    for (let hours = -12; hours <= 14; hours += 1) {
      if (hours === 0) continue;
      const shown = `UTC${hours > 0 ? '+' : ''}${hours}`;
      expect(zoneLabel(readZone(shown) ?? '')).toBe(shown);
    }
    for (const zone of ZONES) expect(readZone(zoneLabel(zone))).toBe(zone);
    expect(zoneLabel('Etc/GMT-9')).toBe('UTC+9');
    expect(zoneLabel('Etc/GMT+5')).toBe('UTC-5');
  });

  test('GMT+9 is the time of Seoul', () => {
    expect(firingAt('2026-01-05', '09:00', readZone('GMT+9') ?? '')).toBe(at('2026-01-05T00:00Z'));
  });

  test('every zone is read by its own name', () => {
    for (const zone of ZONES) expect(readZone(zone.toUpperCase())).toBe(zone);
  });

  test('whatever is typed, what is read is a zone that the clock knows, and reading it again is the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...[...ZONE_NAMES.values()].flat())), (text) => {
        const zone = readZone(text);
        if (zone === null) return;
        expect(readZone(zone)).toBe(zone);
        expect(firingAt('2026-01-05', '09:00', zone)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('suggesting zones', () => {
  test.each([
    ['', 'Asia/Seoul'],
    ['서', 'Asia/Seoul'],
    ['서우', 'Asia/Seoul'], // on its way to 서울
    ['seo', 'Asia/Seoul'],
    ['new y', 'America/New_York'],
    ['york', 'America/New_York'],
    ['sao', 'America/Sao_Paulo'],
    ['asia/to', 'Asia/Tokyo'],
    ['gmt+9', 'Etc/GMT-9'],
    ['kst', 'Asia/Seoul'],
    ['Ulaan', 'Asia/Ulaanbaatar'],
  ])('%o begins with %s', (typed, zone) => {
    expect(suggestZones(typed, 25)[0]).toBe(zone);
  });

  test.each(['USA', '미국', 'united st', 'US'])(
    '%s is a country with several zones: they come first',
    (typed) => {
      expect(suggestZones(typed, 4)).toEqual([
        'America/New_York',
        'America/Los_Angeles',
        'America/Chicago',
        'America/Denver',
      ]);
    },
  );

  test('gives at most the requested number, each once, and none for unknown text', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 25 }), (typed, limit) => {
        const zones = suggestZones(typed, limit);
        expect(zones.length).toBeLessThanOrEqual(limit);
        expect(new Set(zones).size).toBe(zones.length);
        for (const zone of zones) expect(readZone(zone)).toBe(zone);
      }),
    );
    expect(suggestZones('zzzz', 25)).toEqual([]);
  });
});
