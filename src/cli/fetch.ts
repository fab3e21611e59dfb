import type { Day } from '../archive/paper.ts';
import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import { sayPlain } from '../messages/locale.ts';
import { SourceError } from '../sources/failure.ts';
import { type FetchedDay, type FetchParts, fetchDay } from '../sources/fetch-day.ts';
import { Fetches } from '../sources/fetch-store.ts';
import { openSources } from '../sources/sources.ts';
import { ArchiveStore } from '../store/archive-store.ts';
import { withDatabase } from '../store/database.ts';
import { isDay } from '../text/dates/day.ts';
import { DAY_LENGTH, dayOf, startOf } from '../text/dates/instants.ts';
import type { Terminal } from './terminal.ts';
import { warningLine } from './warning-line.ts';

interface FetchOptions {
  /** `YYYY-MM-DD`; today in UTC by default. */
  readonly date?: string;
  /** Number of days that end with `date`; 1 by default. */
  readonly days?: string;
}

const FAILED = 1;
const WRONG_USAGE = 2;
/** Ten years, more than Hugging Face has. */
const DAYS_MAX = 3_660;

/** Fetches days into the store, oldest first; Ctrl+C stops between two days. @returns the exit code: 1 if a day failed */
export async function runFetch(options: FetchOptions, config: Config, terminal: Terminal): Promise<number> {
  const sources = openSources(config);
  if (sources.length === 0) throw new UserError('errors.fetch.off');
  const days = daysOf(options, dayOf(Date.now()));
  if (days instanceof UserError) {
    terminal.explain(days);
    return WRONG_USAGE;
  }
  const end = new AbortController();
  const stop = () => end.abort();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await withDatabase(config.databaseUrl, async (database) => {
      const parts = { store: new ArchiveStore(database), fetches: new Fetches(database), now: Date.now };
      const codes: number[] = [];
      for (const source of sources)
        codes.push(await fetchAll(days, { ...parts, source }, terminal, end.signal));
      return Math.max(...codes);
    });
  } finally {
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
      report(fetched, terminal);
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

function report({ day, outcome, papers, warnings }: FetchedDay, terminal: Terminal): void {
  terminal.print(terminal.text(`terminal.fetch.${outcome}`, { date: day, papers: terminal.papers(papers) }));
  for (const warning of warnings) {
    terminal.remark(`${day}#${warning.line}: ${warningLine(warning, terminal.locale)}`);
  }
}

function daysOf({ date, days = '1' }: FetchOptions, today: Day): readonly Day[] | UserError {
  if (date !== undefined && !(isDay(date) && date <= today))
    return new UserError('errors.fetch.date', { value: date });
  const count = /^\d{1,5}$/.test(days) ? Number(days) : 0;
  if (count < 1 || count > DAYS_MAX)
    return new UserError('errors.fetch.days', { value: days, max: DAYS_MAX });
  const last = startOf(date ?? today);
  return Array.from({ length: count }, (_, n) => dayOf(last - (count - 1 - n) * DAY_LENGTH));
}
