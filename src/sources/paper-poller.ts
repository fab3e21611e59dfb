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
import { SourceError } from './failure.ts';
import type { Outside } from './huggingface/http.ts';
import type { Source } from './source.ts';

export interface PaperPollerParts extends Pick<Outside, 'now' | 'sleep'> {
  readonly source: Source;
  readonly archive: Archive;
  readonly records: PaperRecords;
  readonly log: Logger;
  /** Called after a round that brought something new. */
  readonly changed: () => void;
}

/** Milliseconds from the start to the first round: people's first questions come before. */
const START_AFTER = 60_000;

/** Milliseconds between two papers: 150 in five minutes, a third of what Hugging Face allows an address. */
const PAUSE = 2_000;

/** Milliseconds between two looks for papers that are due; after a round that failed in part, twice that. */
const EVERY = 10 * 60_000;

/** Papers of one round, so that new ones come first before long. */
const AT_A_GO = 100;

/** Papers that fail one after another before the rest is left to a later round. */
const FAILURES_MAX = 3;

/** What a round ended with. */
type End = 'done' | 'more' | 'failed' | 'elsewhere';

/**
 * Asks a source for single papers by id, slowly, in one process at a time: abstracts and the like of papers that no list
 * of the source has. Each answer is kept when it comes, so that a restart goes on where the last process ended.
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
  /** Papers that failed since the last round that went well: they come last, so that they hold up no other. */
  #failed: ReadonlySet<PaperId> = new Set();

  constructor(parts: PaperPollerParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setTimeout(() => this.#rounds.look(), START_AFTER);
  }

  /** Asks for what is due, and resolves when that has ended. Never rejects. */
  async round(): Promise<void> {
    await this.#rounds.round();
  }

  /** Ends its looks, and the question under way without its answer. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#rounds.stop();
  }

  async #run(signal: AbortSignal): Promise<End> {
    const { source, records, now, log } = this.#parts;
    const lease = records.lease(source.origin);
    try {
      return await underLease({ lease, owner: this.#owner, first: dayOf(now()), now, signal }, (_, held) =>
        this.#askDue(held),
      );
    } catch (error) {
      log.error({ err: error }, 'what was told of single papers cannot be kept');
      return 'failed';
    }
  }

  async #askDue(signal: AbortSignal): Promise<End> {
    const { source, archive, records, now, sleep, changed, log } = this.#parts;
    const due = duePapers(archive.papers(), await records.reads(source.origin), now());
    const ids = [
      ...due.filter((id) => !this.#failed.has(id)),
      ...due.filter((id) => this.#failed.has(id)),
    ].slice(0, AT_A_GO);
    const failed = new Set<PaperId>();
    const sum = { asked: 0, changed: 0, left: due.length };
    let inARow = 0;
    for (const id of ids) {
      if (sum.asked > 0) await sleep(PAUSE, signal).catch(() => undefined);
      if (signal.aborted || inARow >= FAILURES_MAX) break;
      sum.asked += 1;
      const error = await this.#ask(id, sum, signal);
      if (error === null) inARow = 0;
      else {
        inARow = error.ofServer ? FAILURES_MAX : inARow + 1;
        failed.add(id);
      }
    }
    sum.left -= sum.asked - failed.size;
    if (failed.size === 0) this.#failed = new Set();
    else this.#failed = this.#failed.union(failed);
    if (sum.changed > 0) {
      log.info(sum, `read what ${originName(source.origin)} tells of single papers`);
      changed();
    }
    if (failed.size > 0) return 'failed';
    return due.length > ids.length ? 'more' : 'done';
  }

  /** @returns why the paper could not be read, or null */
  async #ask(id: PaperId, sum: { changed: number }, signal: AbortSignal): Promise<SourceError | null> {
    const { source, records, now, log } = this.#parts;
    try {
      const at = now();
      const answer = (await source.paper?.(id, signal)) ?? null;
      signal.throwIfAborted();
      if (await records.note(source.origin, id, answer, at)) sum.changed += 1;
      for (const { rule, text } of answer?.warnings ?? [])
        log.debug({ paper: id, rule, text }, 'something in an answer about a paper was not understood');
      return null;
    } catch (error) {
      if (signal.aborted) return null;
      if (!(error instanceof SourceError)) throw error;
      const level = this.#failed.size > 0 ? 'debug' : 'warn';
      log[level]({ paper: id, ...error.values }, `${originName(source.origin)} told nothing of a paper`);
      return error;
    }
  }
}
