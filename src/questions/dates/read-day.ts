import { Archive } from '../../archive/archive.ts';
import { createSearch } from '../../search/index.ts';
import { type Day, isDay } from '../../text/dates/day.ts';
import { has } from '../read/span.ts';
import { tag } from '../read/tag.ts';

/** A day is read without the names of the archive. */
const NO_NAMES = { archive: Archive.of([]), search: createSearch([]) };
const EARLIEST: Day = '1900-01-01';

/**
 * Reads a day as people type it in English or Korean: as in a question, where a period begins.
 *
 * @param today a date without a year is the last such day up to today
 * @returns null for anything else, and for a day that does not exist (2024-02-31)
 */
export function readDay(text: string, today: Day): Day | null {
  if (isDay(text)) return text;
  // Alone, `Sept. 6` is no end of a sentence and 12월 6 no number of papers.
  const typed = text
    .normalize('NFC')
    .trim()
    .replace(/([a-z])\./gi, '$1')
    .replace(/(월\s?\d+)$/, '$1일');
  const line = `from ${typed}`;
  const spans = tag(line, { ...NO_NAMES, today }, { today, first: EARLIEST, last: today });
  const [date] = spans;
  const [from, to] = date?.values ?? [];
  return spans.length === 1 && has(date, 'DATE') && from !== undefined && from === to ? from : null;
}
