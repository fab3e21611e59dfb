import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTime } from '../../../../src/delivery/rules/times.ts';

test.each([
  ['9', '09:00'],
  ['09', '09:00'],
  ['9:00', '09:00'],
  ['09:00', '09:00'],
  [' 9.30 ', '09:30'],
  ['0930', '09:30'],
  ['0', '00:00'],
  ['23:59', '23:59'],
  ['９：３０', '09:30'],
  ['9am', '09:00'],
  ['9 AM', '09:00'],
  ['9 a.m.', '09:00'],
  ['9:30 pm', '21:30'],
  ['9:30pm', '21:30'],
  ['12am', '00:00'],
  ['12pm', '12:00'],
  ['12:30 am', '00:30'],
  ['noon', '12:00'],
  ['midnight', '00:00'],
  ['9시', '09:00'],
  ['21시', '21:00'],
  ['21시 5분', '21:05'],
  ['9시 반', '09:30'],
  ['오전 9시', '09:00'],
  ['오전9시30분', '09:30'],
  ['오후 9시 30분', '21:30'],
  ['오후 9:30', '21:30'],
  ['아침 8시', '08:00'],
  ['저녁 7시', '19:00'],
  ['오전 12시', '00:00'],
  ['오후 12시', '12:00'],
  ['오전 0시', '00:00'],
  ['오후 21시', '21:00'],
  ['정오', '12:00'],
  ['자정', '00:00'],
])('%o is %s', (text, time) => {
  expect(readTime(text)).toBe(time);
});

test.each([
  '',
  ' ',
  '24:00',
  '24시',
  '25',
  '9:60',
  '9:5',
  '-1',
  '930',
  '9:00:00',
  '오전 21시',
  '13am',
  'am',
  '오전',
  '9 o',
  '오전 9 pm',
  'soon',
  '9시 99분',
])('%o is no time', (text) => {
  expect(readTime(text)).toBeNull();
});

test('what is read is a time of day, and reads as itself', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^(오전|오후)? ?\d{1,2}(:\d\d|시( \d{1,2}분)?)?( ?[ap]m)?$/)),
      (text) => {
        const time = readTime(text);
        if (time === null) return;
        expect(time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        expect(readTime(time)).toBe(time);
      },
    ),
  );
});
