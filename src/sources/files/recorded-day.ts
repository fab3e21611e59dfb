import { basename } from 'node:path';
import type { Day, Digest } from '../../archive/paper.ts';
import type { ParsedDay } from '../../digest-format/read/parse.ts';
import { messageOf, UserError } from '../../errors.ts';
import { isDay } from '../../text/dates/day.ts';
import { hasSettled } from '../due-fetches.ts';
import { ENTRIES_MAX, readDailyPapers, unreadableAs } from '../huggingface/daily-papers.ts';

/** `2024-12-06.json`, `2024-12-06 (1).json`, `papers-2024-12-06.md`. */
const DAY = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g;

export function isRecordedDay(file: string): boolean {
  return /\.json$/i.test(file) && isNamedAfterDay(file);
}

/** Whether a file's name has a day, or digits that look like one (`2024-13-45`). */
export function isNamedAfterDay(file: string): boolean {
  return basename(file).search(DAY) >= 0;
}

/** The day in a file's name; null if there is none or several. */
export function dayInName(file: string): Day | null {
  const [day = '', ...others] = new Set(basename(file).match(DAY) ?? []);
  return others.length === 0 && isDay(day) ? day : null;
}

/**
 * Reads a recorded answer of `/api/daily_papers`. Its hour is unknown, so its votes have only a day, and the list is final
 * when no late papers can come.
 *
 * @param now milliseconds since 1970
 * @throws UserError if the name has no day, or most of the text cannot be read
 */
export function readRecordedDay(file: string, json: string, now: number): ParsedDay {
  const date = dayInName(file);
  if (date === null) throw new UserError('errors.import.noDay');
  const { listings, warnings, ...rest } = readList(parse(json));
  const fetched = { at: { day: date }, final: hasSettled(date, now) };
  const none = listings.length === 0 ? [{ line: 1, rule: 'no-listings', text: date }] : [];
  const digest: Digest = { date, listings, fetched };
  return { digest, ...rest, warnings: [...warnings, ...none] };
}

function readList(entries: readonly unknown[]): ReturnType<typeof readDailyPapers> {
  if (entries.length > ENTRIES_MAX) {
    throw new UserError('errors.import.manyEntries', { entries: entries.length, max: ENTRIES_MAX });
  }
  const read = readDailyPapers(entries);
  const unreadable = unreadableAs(read);
  if (unreadable !== null) throw new UserError('errors.import.mostlyUnread', { ...unreadable });
  return read;
}

function parse(json: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(json);
    if (Array.isArray(list)) return list;
  } catch (error) {
    const reason = messageOf(error);
    throw new UserError('errors.import.noList', { reason });
  }
  throw new UserError('errors.import.noList', { reason: json.trim().slice(0, 40) });
}
