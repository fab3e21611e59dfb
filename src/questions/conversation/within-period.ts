import type { Invocation } from '../../answers/invocation.ts';
import { MONTHS } from '../../text/dates/day.ts';
import { unitBefore } from '../../text/dates/parts.ts';
import { unreadTime } from '../dates/unread.ts';
import type { Meaning } from '../read/meaning.ts';
import { has } from '../read/span.ts';
import { understand } from '../read/understand.ts';

/** Completes what names a part of the month that was talked of: `and the first week?`, `in the second half?`, 하순은? */
export function withinPeriod(meaning: Meaning, before: Invocation | null): Meaning {
  const { from, to } = before?.options ?? {};
  const { line, library, calendar } = meaning;
  const isKorean = /[가-힣]/.test(line);
  const isThird = meaning.spans.some((span) => has(span, 'third'));
  const isPart = unreadTime(meaning) !== null || isThird || (!isKorean && isHalfYear(meaning));
  if (!isPart || typeof from !== 'string' || typeof to !== 'string') return meaning;
  if (!from.endsWith('-01') || from.slice(0, 7) !== to.slice(0, 7)) return meaning;
  const [year = '', month = ''] = from.split('-');
  const whole = isKorean ? `${year}년 ${month}월 ${line}` : `${line} of ${MONTHS[Number(month) - 1]} ${year}`;
  const read = understand(whole, library, calendar);
  return read.periods.length === 1 && unreadTime(read) === null ? read : meaning;
}

/** Whether a question names half a year, and not which year; 상반기 always does, `first half` may be one of a month. */
function isHalfYear({ spans, options: { from, to } }: Meaning): boolean {
  const isYearless = spans.some((span) => has(span, 'yearless'));
  return (
    isYearless &&
    typeof from === 'string' &&
    unitBefore('half', from).from === from &&
    unitBefore('half', from).to === to
  );
}
