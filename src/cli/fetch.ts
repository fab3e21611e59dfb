import type { Day } from '../archive/paper.ts';
import type { Config } from '../config.ts';
import { DAY_LENGTH, dayOf, startOf } from '../delivery/rules/date-arithmetic.ts';
import { UserError } from '../errors.ts';
import { sayPlain } from '../messages/locale.ts';
import { SourceError } from '../sources/failure.ts';
import { type FetchedDay, type FetchParts, fetchDay } from '../sources/fetch-day.ts';
import { Fetches } from '../sources/fetch-store.ts';
import { HuggingFace } from '../sources/huggingface/client.ts';
import { ArchiveStore } from '../store/archive-store.ts';
import { openDatabase, storeError } from '../store/database.ts';
import { isDay } from '../text/dates/day.ts';
import type { Terminal } from './terminal.ts';
import { warningLine } from './warning-line.ts';

export interface FetchOptions {
  /** `YYYY-MM-DD`; today, in UTC, without it. */
  readonly date?: string;
  /** So many days that end with `date`; one without it. */
  readonly days?: string;
}

const FAILED = 1;
const WRONG_USAGE = 2;

/** Ten years: more than Hugging Face has. */
const DAYS_MAX = 3_660;

/**
 * Fetches days into the store, oldest first, and tells each; Ctrl+C ends it between two of them.
 *
 * @returns the exit code: 1 when a day was not fetched; the others are in the store all the same
 */
export async function runFetch(options: FetchOptions, config: Config, terminal: Terminal): Promise<number> {
  if (config.huggingfaceUrl === null) throw new UserError('errors.fetch.off');
  const days = daysOf(options, dayOf(Date.now()));
  if (days instanceof UserError) {
    terminal.explain(days);
    return WRONG_USAGE;
  }
  const end = new AbortController();
  const stop = () => end.abort();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const database = await openDatabase(config.databaseUrl);
  try {
    const source = new HuggingFace(config.huggingfaceUrl);
    const store = new ArchiveStore(database);
    const parts = { source, store, fetches: new Fetches(database), now: Date.now };
    return await fetchAll(days, parts, terminal, end.signal);
  } catch (error) {
    throw storeError(error, database);
  } finally {
    await database.destroy();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function fetchAll(
  days: readonly Day[],
  parts: FetchParts,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const sum = { days: 0, changed: 0, failed: 0, papers: 0, warnings: 0 };
  for (const day of days) {
    try {
      const fetched = await fetchDay(day, parts, signal);
      sum.days += 1;
      sum.changed += fetched.outcome === 'new' || fetched.outcome === 'changed' ? 1 : 0;
      sum.papers += fetched.papers;
      sum.warnings += fetched.warnings.length;
      tell(fetched, terminal);
    } catch (error) {
      if (signal.aborted) break;
      if (!(error instanceof SourceError)) throw error;
      sum.failed += 1;
      const reason = sayPlain(error, terminal.locale);
      terminal.remark(terminal.text('terminal.fetch.failed', { date: day, reason }));
      if (error.ofServer) break;
    }
  }
  const left = days.length - sum.days - sum.failed;
  if (left > 0) terminal.remark(terminal.text('terminal.fetch.stopped', { left }));
  terminal.print(terminal.text('terminal.fetch.done', sum));
  return left > 0 || sum.failed > 0 ? FAILED : 0;
}

function tell({ day, outcome, papers, warnings }: FetchedDay, terminal: Terminal): void {
  terminal.print(terminal.text(`terminal.fetch.${outcome}`, { date: day, papers: terminal.papers(papers) }));
  for (const warning of warnings) {
    terminal.remark(`${day}#${warning.line}: ${warningLine(warning, terminal.locale)}`);
  }
}

/** @returns the days that are asked for, oldest first */
function daysOf({ date, days = '1' }: FetchOptions, today: Day): readonly Day[] | UserError {
  if (date !== undefined && !(isDay(date) && date <= today))
    return new UserError('errors.fetch.date', { value: date });
  const count = /^\d{1,5}$/.test(days) ? Number(days) : 0;
  if (count < 1 || count > DAYS_MAX)
    return new UserError('errors.fetch.days', { value: days, max: DAYS_MAX });
  const last = startOf(date ?? today);
  return Array.from({ length: count }, (_, n) => dayOf(last - (count - 1 - n) * DAY_LENGTH));
}
