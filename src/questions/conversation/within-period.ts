import type { Invocation, Options } from '../../answers/invocation.ts';
import { type TimeUnit, unitBefore } from '../../text/dates/parts.ts';
import { unreadTime } from '../dates/unread.ts';
import type { Meaning } from '../read/meaning.ts';
import { has } from '../read/span.ts';
import { understand } from '../read/understand.ts';

/** Completes what names a part of the month or year that was talked of: `and the first week?`, `in week 30?`, 하순은? */
export function withinPeriod(meaning: Meaning, before: Invocation | null): Meaning {
  const { line, library, calendar, spans, options } = meaning;
  const isOf = (unit: TimeUnit, { from, to }: Options): boolean => {
    if (typeof from !== 'string') return false;
    const whole = unitBefore(unit, from);
    return whole.from === from && (to === whole.to || to === calendar.today);
  };
  const period = before?.options ?? {};
  const isUnread = unreadTime(meaning) !== null || spans.some((span) => has(span, 'third'));
  const isYearless = spans.some((span) => has(span, 'yearless'));
  // 상반기 is always one of a year, `first half` may be one of a month.
  const isKorean = /[가-힣]/.test(line);
  const isHalf = isYearless && !isKorean && isOf('half', options);
  const isOfMonth = isOf('month', period) && (isUnread || isHalf);
  if (!isOfMonth && !(isOf('year', period) && (isUnread || isYearless))) return meaning;
  const to = String(period.to);
  const [year, month] = to.split('-').map(Number);
  const within = { ...calendar, today: to, within: isOfMonth ? { year, month } : { year } };
  const read = understand(line, library, within);
  return read.periods.length === 1 && unreadTime(read) === null ? { ...read, calendar } : meaning;
}
