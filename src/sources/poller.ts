import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { originName } from '../archive/merge/origins.ts';
import type { Day, Warning } from '../archive/paper.ts';
import { Rounds } from '../store/leases/rounds.ts';
import { LEASE, underLease } from '../store/leases/under-lease.ts';
import { dueFetches, firstDay } from './due-fetches.ts';
import { failedLast, SourceError, workThrough } from './failure.ts';
import { type FetchedDay, type FetchParts, fetchDay } from './fetch-day.ts';

interface PollerParts extends FetchParts {
  readonly log: Logger;
  /** Called after a round with something new. */
  readonly changed: () => void;
  /** Called after each day. */
  readonly fetched?: (outcome: FetchedDay['outcome'] | 'failed') => void;
}

/** Time between two rounds, ms; doubled after a failure. */
const EVERY = 5 * 60 * 1000;
const WARNED_MAX = 1_000;
/** Oddities of one list in the log; others are counted. */
const WARNED_EACH = 10;

/** `elsewhere`: another process holds the lease. */
type End = 'done' | 'failed' | 'elsewhere';

/** Follows one source: fetches the days that are due, in one process at a time. A day that fails stays due. */
export class Poller {
  readonly #parts: PollerParts;
  readonly #owner = randomUUID();
  readonly #rounds = new Rounds<End>((signal) => this.#run(signal), {
    done: EVERY,
    failed: 2 * EVERY,
    elsewhere: LEASE,
  });
  /** Days that failed go last in the next round. */
  #failed: ReadonlySet<Day> = new Set();
  /** Kinds of failure in the log; each is logged once until a round succeeds. */
  readonly #reported = new Set<string>();
  readonly #warned = new Set<string>();

  constructor(parts: PollerParts) {
    this.#parts = parts;
  }

  get #name(): string {
    return originName(this.#parts.source.origin);
  }

  start(): void {
    this.#rounds.look();
  }

  async round(): Promise<void> {
    await this.#rounds.round();
  }

  stop(): Promise<void> {
    return this.#rounds.stop();
  }

  async #run(signal: AbortSignal): Promise<End> {
    const { fetches, source, now } = this.#parts;
    const first = firstDay(now());
    const worker = { lease: fetches.lease(source.origin), owner: this.#owner, first, now, signal };
    try {
      return await underLease(worker, (since, held) => this.#fetchDue(since, held));
    } catch (error) {
      this.#report('store', { err: error }, 'fetched papers cannot be stored', 'error');
      return 'failed';
    }
  }

  async #fetchDue(since: Day, signal: AbortSignal): Promise<End> {
    const { fetches, source, now, changed, log } = this.#parts;
    const due = dueFetches(since, await fetches.from(source.origin, since), now());
    const sum = { days: 0, changed: 0, papers: 0 };
    const days = failedLast(due, this.#failed);
    const failed = await workThrough(days, signal, (day) => this.#fetch(day, sum, signal));
    this.#failed = failed;
    if (sum.changed > 0) {
      log.info(sum, 'fetched the daily papers');
      changed();
    }
    if (failed.size > 0) return 'failed';
    if (sum.days > 0 && this.#reported.size > 0) {
      log.info('the daily papers come in again');
      this.#reported.clear();
    }
    return 'done';
  }

  /** @returns why the day could not be fetched */
  async #fetch(
    day: Day,
    sum: { days: number; changed: number; papers: number },
    signal: AbortSignal,
  ): Promise<SourceError | null> {
    const { log, fetched } = this.#parts;
    try {
      const { outcome, papers, warnings } = await fetchDay(day, this.#parts, signal);
      fetched?.(outcome);
      sum.days += 1;
      sum.changed += outcome === 'new' || outcome === 'changed' ? 1 : 0;
      sum.papers += papers;
      this.#warn(day, warnings);
      log.debug({ day, papers, outcome }, 'fetched a day');
      return null;
    } catch (error) {
      if (signal.aborted) return null;
      if (!(error instanceof SourceError)) throw error;
      fetched?.('failed');
      this.#report(error.kind, { day, ...error.values }, `${this.#name} ${FAILED[error.kind]}`);
      return error;
    }
  }

  /** Logs each oddity once: the same list is read every hour. */
  #warn(day: Day, warnings: readonly Warning[]): void {
    const { log } = this.#parts;
    const list = `a list of ${this.#name}`;
    if (this.#warned.size > WARNED_MAX) this.#warned.clear();
    let logged = 0;
    for (const { line, rule, text } of warnings) {
      const oddity = `${day} ${rule} ${text}`;
      if (this.#warned.has(oddity)) continue;
      this.#warned.add(oddity);
      const about = { day, place: line, rule, text };
      log[logged < WARNED_EACH ? 'warn' : 'debug'](about, `part of ${list} is unreadable`);
      logged += 1;
    }
    const more = logged - WARNED_EACH;
    if (more > 0) log.warn({ day, more }, `more of ${list} is unreadable`);
  }

  /** Logs each kind of failure once, until a round succeeds. */
  #report(kind: string, about: object, what: string, level: 'warn' | 'error' = 'warn'): void {
    const { log } = this.#parts;
    const again = `; trying again in ${(2 * EVERY) / 60_000} minutes, and meanwhile the archive stays as it is`;
    if (this.#reported.has(kind)) log.debug(about, what);
    else log[level](about, `${what}${again}`);
    this.#reported.add(kind);
  }
}

const FAILED: Readonly<Record<SourceError['kind'], string>> = {
  unreachable: 'cannot be reached',
  broken: 'has an error of its own',
  limited: 'asks for a longer pause',
  refused: 'refuses the list of a day',
  odd: 'gave something that is no list of papers',
  large: 'gave a list too large to be read',
};
