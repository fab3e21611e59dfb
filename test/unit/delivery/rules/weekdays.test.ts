import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDays } from '../../../../src/delivery/rules/weekdays.ts';

test.each([
  ['every day', '1234567'],
  ['Daily', '1234567'],
  ['매일', '1234567'],
  ['weekdays', '12345'],
  ['평일', '12345'],
  ['weekend', '67'],
  ['주말', '67'],
  ['mon', '1'],
  ['Fridays', '5'],
  ['tues, thur', '24'],
  ['mon,wed,fri', '135'],
  ['mon wed fri', '135'],
  ['fri, mon, fri', '15'],
  ['mon, wed and fri', '135'],
  ['mon-fri', '12345'],
  ['Monday to Friday', '12345'],
  ['mon – wed, sat', '1236'],
  ['fri-mon', '1567'], // over the end of the week
  ['weekdays, sat', '123456'],
  ['월수금', '135'],
  ['월,수,금', '135'],
  ['월·수·금', '135'],
  ['월요일', '1'],
  ['매주 월요일', '1'],
  ['월요일, 수요일', '13'],
  ['월-금', '12345'],
  ['월~금', '12345'],
  ['월요일부터 금요일까지', '12345'],
  ['토일', '67'],
])('%o is %s', (text, days) => {
  expect(readDays(text)?.join('')).toBe(days);
});

test.each([
  '',
  ' ',
  ',',
  '-',
  'm',
  'mo',
  'mon-',
  '-fri',
  'mon-wed-fri',
  'mon,,',
  'never',
  '월x',
  'monthly',
  '1,3',
  '월요',
])('%o is no choice of weekdays', (text) => {
  expect(readDays(text)).toBeNull();
});

test('what is read is ascending, each once, never empty', () => {
  const words = fc.constantFrom(
    'mon',
    'tuesday',
    'Sun',
    '월',
    '수금',
    '토요일',
    '평일',
    'weekend',
    'fri-tue',
    '일-화',
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1 }), fc.constantFrom(', ', ' ', '/', '·'), (parts, between) => {
      const days = readDays(parts.join(between)) ?? [];
      expect(days.length).toBeGreaterThan(0);
      expect(days).toEqual([...new Set(days)].sort());
    }),
  );
});
