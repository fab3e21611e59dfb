import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { originName } from '../archive/merge/origins.ts';
import type { PaperId } from '../archive/paper.ts';
import { Rounds } from '../store/leases/rounds.ts';
import { LEASE, underLease } from '../store/leases/under-lease.ts';
import type { PaperRecords } from '../store/paper-records.ts';
import { dayOf } from '../text/dates/instants.ts';
import { duePapers } from './due-papers.ts';
import { failedLast, SourceError, workThrough } from './failure.ts';
import type { Outside } from './huggingface/http.ts';
import type { Source } from './source.ts';

interface PaperPollerParts extends Pick<Outside, 'now' | 'sleep'> {
  readonly source: Source;
  readonly archive: Archive;
  readonly records: PaperRecords;
  readonly log: Logger;
  /** Called after a round with something new. */
  readonly changed: () => void;
}

/** Time until the first round, ms, so that people's first questions come before it. */
const START_AFTER = 60_000;
/** Time between two papers, ms: a third of what Hugging Face allows. */
const PAUSE = 2_000;
/** Time between two rounds, ms; doubled after a failure. */
const EVERY = 10 * 60_000;
/** Papers in a round. Each round sorts again, so that new papers do not wait for a backlog. */
const AT_A_GO = 100;
/** `elsewhere`: another process holds the lease. */
type End = 'done' | 'more' | 'failed' | 'elsewhere';

/**
 * Fetches single papers by id, slowly and in one process at a time, for details that the lists lack. Each answer is stored
 * at once, so a restart loses nothing.
 */
export class PaperPoller {
  readonly #parts: PaperPollerParts;
  readonly #owner = randomUUID();
  readonly #rounds = new Rounds<End>((signal) => this.#run(signal), {
    done: EVERY,
    more: PAUSE,
    failed: 2 * EVERY,
    elsewhere: LEASE,
  });
  #timer: NodeJS.Timeout | undefined;
  /** Papers that failed lately go last. */
  #failed: ReadonlySet<PaperId> = new Set();

  constructor(parts: PaperPollerParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setTimeout(() => this.#rounds.look(), START_AFTER);
  }

  async round(): Promise<void> {
    await this.#rounds.round();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#rounds.stop();
  }

  async #run(signal: AbortSignal): Promise<End> {
    const { source, records, now, log } = this.#parts;
    const worker = {
      lease: records.lease(source.origin),
      owner: this.#owner,
      first: dayOf(now()),
      now,
      signal,
    };
    try {
      return await underLease(worker, (_, held) => this.#askDue(held));
    } catch (error) {
      log.error({ err: error }, 'answers about single papers cannot be stored');
      return 'failed';
    }
  }

  async #askDue(signal: AbortSignal): Promise<End> {
    const { source, archive, records, now, sleep, changed, log } = this.#parts;
    const due = duePapers(archive.papers(), await records.reads(source.origin), now());
    const ids = failedLast(due, this.#failed).slice(0, AT_A_GO);
    const sum = { asked: 0, changed: 0, left: due.length };
    const failed = await workThrough(ids, signal, async (id) => {
      if (sum.asked > 0) await sleep(PAUSE, signal).catch(() => undefined);
      if (signal.aborted) return null;
      sum.asked += 1;
      return this.#ask(id, sum, signal);
    });
    sum.left -= sum.asked - failed.size;
    this.#failed = failed.size === 0 ? failed : this.#failed.union(failed);
    if (sum.changed > 0) {
      log.info(sum, `read what ${originName(source.origin)} knows of single papers`);
      changed();
    }
    if (failed.size > 0) return 'failed';
    return due.length > ids.length ? 'more' : 'done';
  }

  /** @returns why the paper could not be read */
  async #ask(id: PaperId, sum: { changed: number }, signal: AbortSignal): Promise<SourceError | null> {
    const { source, records, now, log } = this.#parts;
    try {
      const at = now();
      const answer = (await source.paper?.(id, signal)) ?? null;
      signal.throwIfAborted();
      if (await records.note(source.origin, id, answer, at)) sum.changed += 1;
      for (const { rule, text } of answer?.warnings ?? [])
        log.debug({ paper: id, rule, text }, 'part of an answer about a paper is unreadable');
      return null;
    } catch (error) {
      if (signal.aborted) return null;
      if (!(error instanceof SourceError)) throw error;
      const level = this.#failed.size > 0 ? 'debug' : 'warn';
      log[level]({ paper: id, ...error.values }, `${originName(source.origin)} gave no answer about a paper`);
      return error;
    }
  }
}
