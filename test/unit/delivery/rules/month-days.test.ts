import { expect, test } from 'vitest';
import { readMonthDay } from '../../../../src/delivery/rules/weekdays.ts';

test.each([
  ['1', 1],
  ['the 15th', 15],
  ['31', 31],
  ['last', 31],
  ['15일', 15],
  ['매월 3일', 3],
  ['말일', 31],
  ['0', null],
  ['32', null],
  ['mon', null],
  ['', null],
])('%s is day %s of the month', (typed, day) => {
  expect(readMonthDay(typed)).toBe(day);
});
