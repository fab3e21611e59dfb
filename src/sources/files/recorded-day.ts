import { basename } from 'node:path';
import type { Day, Digest, Warning } from '../../archive/paper.ts';
import { UserError } from '../../errors.ts';
import { isDay } from '../../text/dates/day.ts';
import { hasSettled } from '../due-fetches.ts';
import { readDailyPapers } from '../huggingface/daily-papers.ts';

/** A recorded day's file, by its name. */
const NAME = /^(\d{4}-\d{2}-\d{2})\.json$/i;

/** Whether a file is a recorded day by its name: `YYYY-MM-DD.json`. */
export function isRecordedDay(file: string): boolean {
  return dayOf(file) !== null;
}

/**
 * Reads a day as `/api/daily_papers` gave it. A recording is a snapshot of some hour that it does not tell: its votes
 * are of some hour of the day, and the list counts as final only when the day is so long past that none would be read
 * again.
 *
 * @param now milliseconds since 1970
 * @throws UserError where the name has no day, or the text is no list
 */
export function readRecordedDay(
  file: string,
  json: string,
  now: number,
): { digest: Digest; warnings: readonly Warning[] } {
  const date = dayOf(file);
  if (date === null) throw new UserError('errors.import.noDay');
  const { listings, warnings } = readDailyPapers(parse(json));
  const fetched = { at: { day: date }, final: hasSettled(date, now) };
  const none = listings.length === 0 ? [{ line: 1, rule: 'no-listings', text: date }] : [];
  return { digest: { date, listings, fetched }, warnings: [...warnings, ...none] };
}

function dayOf(file: string): Day | null {
  const day = NAME.exec(basename(file))?.[1];
  return day !== undefined && isDay(day) ? day : null;
}

function parse(json: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(json);
    if (Array.isArray(list)) return list;
  } catch (error) {
    throw new UserError('errors.import.noList', {
      reason: error instanceof Error ? error.message : String(error),
    });
  }
  throw new UserError('errors.import.noList', { reason: json.trim().slice(0, 40) });
}
