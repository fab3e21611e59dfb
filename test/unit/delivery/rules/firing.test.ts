import { describe, expect, test } from 'vitest';
import {
  activeSinceAfter,
  firingAt,
  latestFiring,
  nextFiring,
} from '../../../../src/delivery/rules/firing.ts';
import { at, closesAt, HOUR, iso, settings } from './samples.ts';

describe('a planned local time', () => {
  test.each([
    // An ordinary day, ahead of UTC and behind it.
    ['2026-01-05', '09:00', 'Asia/Seoul', '2026-01-05T00:00Z'],
    ['2026-01-05', '00:00', 'Asia/Seoul', '2026-01-04T15:00Z'],
    ['2026-01-05', '09:00', 'Pacific/Kiritimati', '2026-01-04T19:00Z'],
    ['2026-01-05', '23:59', 'Pacific/Pago_Pago', '2026-01-06T10:59Z'],
    ['2026-01-05', '09:00', 'Asia/Kathmandu', '2026-01-05T03:15Z'],
    ['2026-01-01', '00:00', 'UTC', '2026-01-01T00:00Z'],
    ['2026-01-01', '00:00', 'Etc/GMT-9', '2025-12-31T15:00Z'],
    ['2025-12-31', '23:59', 'America/New_York', '2026-01-01T04:59Z'],
  ])('%s %s in %s is %s', (day, time, zone, expected) => {
    expect(iso(firingAt(day, time, zone))).toBe(expected);
  });

  test.each([
    ['2026-03-29', '01:30', 'Europe/London', '2026-03-29T01:00Z'],
    ['2026-03-08', '02:00', 'America/New_York', '2026-03-08T07:00Z'],
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:00Z'],
    ['2026-03-08', '03:00', 'America/New_York', '2026-03-08T07:00Z'],
    ['2026-03-08', '03:01', 'America/New_York', '2026-03-08T07:01Z'],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30Z'], // half an hour is left out
    ['2026-10-04', '02:45', 'Australia/Lord_Howe', '2026-10-03T15:45Z'],
    ['2026-03-29', '01:30', 'Antarctica/Troll', '2026-03-29T01:00Z'], // two hours are left out
    ['2026-03-29', '02:59', 'Antarctica/Troll', '2026-03-29T01:00Z'],
    ['2026-09-06', '00:00', 'America/Santiago', '2026-09-06T04:00Z'], // midnight is left out
    ['2026-09-06', '00:30', 'America/Santiago', '2026-09-06T04:00Z'],
    ['2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00Z'],
    ['2026-03-29', '00:30', 'Asia/Beirut', '2026-03-28T22:00Z'],
    ['2024-03-30', '23:30', 'America/Nuuk', '2024-03-31T01:00Z'], // the end of the date is left out
    ['2011-12-30', '00:00', 'Pacific/Apia', '2011-12-30T10:00Z'], // the whole date is left out
    ['2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T10:00Z'],
    ['2011-12-29', '09:00', 'Pacific/Apia', '2011-12-29T19:00Z'],
    ['2011-12-31', '09:00', 'Pacific/Apia', '2011-12-30T19:00Z'],
  ])('in a gap it is the first valid time after: %s %s in %s is %s', (day, time, zone, expected) => {
    expect(iso(firingAt(day, time, zone))).toBe(expected);
  });

  test.each([
    ['2026-10-25', '01:30', 'Europe/London', '2026-10-25T00:30Z'],
    ['2026-11-01', '01:00', 'America/New_York', '2026-11-01T05:00Z'],
    ['2026-11-01', '01:59', 'America/New_York', '2026-11-01T05:59Z'],
    ['2026-11-01', '02:00', 'America/New_York', '2026-11-01T07:00Z'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45Z'],
    ['2026-10-25', '02:30', 'Antarctica/Troll', '2026-10-25T00:30Z'],
    ['2026-04-04', '23:30', 'America/Santiago', '2026-04-05T02:30Z'],
    ['2026-10-29', '23:30', 'Africa/Cairo', '2026-10-29T20:30Z'],
  ])('that comes twice it is the first: %s %s in %s is %s', (day, time, zone, expected) => {
    expect(iso(firingAt(day, time, zone))).toBe(expected);
  });

  test('in a zone that does not exist is an error, not a guess', () => {
    expect(() => firingAt('2026-01-05', '09:00', 'Asia/Nowhere')).toThrow(RangeError);
  });
});

describe('a local date', () => {
  test.each([
    ['2026-01-05', 'Asia/Seoul', '2026-01-05T15:00Z'],
    ['2026-03-08', 'America/New_York', '2026-03-09T04:00Z'], // 23 hours
    ['2026-11-01', 'America/New_York', '2026-11-02T05:00Z'], // 25 hours
    ['2026-09-05', 'America/Santiago', '2026-09-06T04:00Z'], // the next begins at 01:00
    ['2026-04-04', 'America/Santiago', '2026-04-05T04:00Z'], // 23:00 to 24:00 comes twice
    ['2026-04-23', 'Africa/Cairo', '2026-04-23T22:00Z'],
    ['2024-03-30', 'America/Nuuk', '2024-03-31T01:00Z'],
    ['2011-12-29', 'Pacific/Apia', '2011-12-30T10:00Z'], // the next but one begins
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00Z'],
    ['2006-10-28', 'America/St_Johns', '2006-10-29T02:30Z'], // 00:01 was 23:01 again: ended by its first midnight
  ])('%s in %s ends at %s', (day, zone, expected) => {
    expect(iso(closesAt(day, zone))).toBe(expected);
  });
});

describe('the latest firing', () => {
  test('is the one of this very millisecond, or the one before', () => {
    const due = at('2026-01-05T00:00Z');
    expect(latestFiring(settings(), due)).toEqual({
      day: '2026-01-05',
      at: due,
      closes: at('2026-01-05T15:00Z'),
    });
    expect(latestFiring(settings(), due - 1)?.day).toBe('2026-01-04');
  });

  test('is on a chosen weekday, up to a week back', () => {
    const mondays = settings({ days: [1] });
    expect(latestFiring(mondays, at('2026-01-05T00:00Z'))?.day).toBe('2026-01-05');
    expect(latestFiring(mondays, at('2026-01-04T23:59Z'))?.day).toBe('2025-12-29');
  });

  test('goes by the weekday of the zone, not of UTC', () => {
    const saturdays = settings({ days: [6], zone: 'Pacific/Kiritimati', time: '00:00' });
    expect(latestFiring(saturdays, at('2026-01-02T10:00Z'))?.day).toBe('2026-01-03');
  });

  test('is the newer of two that fall on one instant, where a date was left out', () => {
    const apia = settings({ zone: 'Pacific/Apia', time: '00:00' });
    expect(latestFiring(apia, at('2011-12-30T10:00Z'))?.day).toBe('2011-12-31');
  });

  test('of a date that has begun stays when the clock goes back across midnight', () => {
    const plan = settings({ zone: 'America/St_Johns', time: '00:00' });
    expect(latestFiring(plan, at('2006-10-29T02:45Z'))?.day).toBe('2006-10-29');
  });

  test('is null without weekdays', () => {
    expect(latestFiring(settings({ days: [] }), at('2026-01-05T00:00Z'))).toBeNull();
  });
});

describe('the next firing', () => {
  test('is strictly later', () => {
    const due = at('2026-01-05T00:00Z');
    expect(nextFiring(settings(), due - 1)).toMatchObject({ day: '2026-01-05', at: due });
    expect(nextFiring(settings(), due)).toMatchObject({ day: '2026-01-06', at: due + 24 * HOUR });
  });

  test('skips weekdays that are not chosen', () => {
    const plan = settings({ days: [1, 2, 3, 4, 5], zone: 'America/New_York' });
    expect(nextFiring(plan, at('2026-01-02T14:00Z'))).toMatchObject({ day: '2026-01-05' });
  });

  test('skips a date that has a row, although its new time lies ahead', () => {
    const evening = settings({ time: '18:00' });
    const noon = at('2026-01-05T03:00Z');
    expect(nextFiring(evening, noon).day).toBe('2026-01-05');
    expect(nextFiring(evening, noon, new Set(['2026-01-05'])).day).toBe('2026-01-06');
    const weekly = settings({ days: [1], time: '18:00' });
    expect(nextFiring(weekly, noon, new Set(['2026-01-05', '2026-01-12'])).day).toBe('2026-01-19');
  });

  test('is an error without weekdays rather than a search without end', () => {
    expect(() => nextFiring(settings({ days: [] }), at('2026-01-05T00:00Z'))).toThrow(RangeError);
  });
});

describe('a change of settings', () => {
  const before = { ...settings(), activeSince: 5 };
  test.each([
    ['another time', { time: '10:00' }, 99],
    ['another zone', { zone: 'Asia/Tokyo' }, 99],
    ['other weekdays', { days: [1, 2] as const }, 99],
    ['another language and number of papers', { locale: 'ko' as const, top: 3 }, 5],
    ['nothing', {}, 5],
  ])('with %s counts firings from %o', (_, change, expected) => {
    expect(activeSinceAfter(before, settings(change), 99)).toBe(expected);
  });
});
