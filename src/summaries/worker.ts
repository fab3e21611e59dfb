import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { inputOf } from '../archive/model-summaries.ts';
import type { Day } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import type { Model, ModelFailure, Tokens } from '../model/port.ts';
import { Rounds } from '../store/leases/rounds.ts';
import { underLease } from '../store/leases/under-lease.ts';
import { dayOf } from '../text/dates/instants.ts';
import {
  type Attempt,
  estimate,
  LIMITS,
  type SummaryOutcome,
  spentOn,
  totalsOf,
  type WantedSummary,
} from './plan.ts';
import type { KeptSummary, Summaries } from './summary-store.ts';
import { planByAge, wantedIn } from './wanted.ts';
import { type Summarized, summarize, summaryKey } from './write.ts';

export interface SummaryParts {
  readonly model: Model;
  readonly archive: Archive;
  readonly summaries: Summaries;
  readonly languages: () => Promise<readonly Language[]>;
  readonly tokensADay: number;
  readonly now: () => number;
  readonly log: Logger;
  readonly summarized?: (outcome: SummaryOutcome) => void;
}

/** Time between rounds, ms; doubled after a round without an answer. */
const EVERY = 5 * 60 * 1000;
/** Summaries per plan; papers that come in meanwhile go first in the next. */
const AT_A_GO = 8;
/** A round ends after this many attempts in a row without an answer. */
const UNANSWERED_MAX = 3;
/** Failures that are not the paper's fault. */
const OF_SERVER: ReadonlySet<ModelFailure | 'problems'> = new Set(['late', 'busy', 'unreachable', 'status']);
/** Failures that cost no tokens. */
const UNUSED: ReadonlySet<ModelFailure | 'problems'> = new Set(['busy', 'unreachable', 'status']);

/** `elsewhere`: another process holds the lease. */
type End = 'done' | 'failed' | 'elsewhere';

interface Round {
  readonly signal: AbortSignal;
  /** Keys tried; none is tried twice, since attempts cost. */
  readonly tried: Set<string>;
  readonly unanswered: Set<string>;
  inARow: number;
  written: number;
  failed: number;
  waiting: number;
}

/** Lets a model write missing summaries one by one, within a day's tokens, in one process at a time. */
export class SummaryWorker {
  readonly #parts: SummaryParts;
  readonly #owner = randomUUID();
  readonly #rounds = new Rounds<End>((signal) => this.#run(signal), {
    done: EVERY,
    failed: 2 * EVERY,
    elsewhere: EVERY,
  });
  /** Keys without an answer; they come last in the next round, so that they delay no others. */
  #unanswered: ReadonlySet<string> = new Set();
  /** Troubles in the log; each is logged once until it is over. */
  readonly #reported = new Set<string>();

  constructor(parts: SummaryParts) {
    this.#parts = parts;
  }

  start(): void {
    this.look();
  }

  /** Starts a round now and repeats it. */
  look(): void {
    this.#rounds.look();
  }

  async round(): Promise<void> {
    await this.#rounds.round();
  }

  /** Drops the summary that is being written. */
  stop(): Promise<void> {
    return this.#rounds.stop();
  }

  async #run(signal: AbortSignal): Promise<End> {
    const { summaries, now, log } = this.#parts;
    try {
      const worker = { lease: summaries.lease, owner: this.#owner, first: dayOf(now()), now, signal };
      const end = await underLease(worker, (_since, held) => this.#writeAll(held));
      this.#reported.delete('store');
      return end;
    } catch (error) {
      if (!this.#reported.has('store')) log.error({ err: error }, 'summaries cannot be stored; trying again');
      this.#reported.add('store');
      return 'failed';
    }
  }

  async #writeAll(signal: AbortSignal): Promise<End> {
    const round: Round = {
      signal,
      tried: new Set(),
      unanswered: new Set(),
      inARow: 0,
      written: 0,
      failed: 0,
      waiting: 0,
    };
    while (!signal.aborted && round.inARow < UNANSWERED_MAX) {
      if (!(await this.#writeSome(round))) break;
    }
    this.#unanswered = round.unanswered;
    await this.#report(round);
    return round.unanswered.size > 0 ? 'failed' : 'done';
  }

  /** @returns whether there may be more to write */
  async #writeSome(round: Round): Promise<boolean> {
    const { archive, languages, tokensADay, now } = this.#parts;
    const today = dayOf(now());
    const wanted = wantedIn(archive, await languages());
    const attempts = await this.#attempts([...wanted.fresh, ...wanted.older], today);
    const plan = planByAge(wanted, attempts, today, { ...LIMITS, tokensADay });
    const some = this.#inOrder(plan.now.filter((one) => !round.tried.has(keyFor(one)))).slice(0, AT_A_GO);
    round.waiting = plan.now.length + plan.later.length;
    for (const one of some) {
      if (round.signal.aborted || round.inARow === UNANSWERED_MAX || dayOf(now()) !== today) break;
      // Earlier summaries may have cost more than estimated.
      if (spentOn(today, attempts) + estimate(one) > tokensADay) return false;
      const attempt = await this.#write(one, today, round);
      if (attempt !== null) attempts.push(attempt);
    }
    return some.length > 0;
  }

  /** @returns null if it was stopped or cost nothing */
  async #write(one: WantedSummary, today: Day, round: Round): Promise<Attempt | null> {
    const { model, summaries, now, summarized } = this.#parts;
    round.tried.add(keyFor(one));
    const made = await orAborted(summarize(one.source, one.language, model), round.signal);
    if (made === null) return null;
    const outcome = outcomeOf(made);
    const tokens = tokensOf(made, one);
    const attempt = { key: keyFor(one), day: today, outcome, tokens };
    const used = outcome !== 'unanswered' || tokens.in + tokens.out > 0;
    if (used) await summaries.note({ ...attempt, reason: reasonOf(made) }, keptOf(made, one), now());
    summarized?.(outcome);
    round.inARow = outcome === 'unanswered' ? round.inARow + 1 : 0;
    if (outcome === 'unanswered') round.unanswered.add(attempt.key);
    else if (outcome === 'written') round.written += 1;
    else round.failed += 1;
    if (outcome !== 'written') {
      const { id: paper } = one.source;
      const about = { paper, language: one.language, outcome, why: reasonOf(made) };
      this.#parts.log.debug(about, 'no summary was written');
    }
    return used ? attempt : null;
  }

  #attempts(wanted: readonly WantedSummary[], today: Day): Promise<Attempt[]> {
    return this.#parts.summaries.attempts(wanted.map(keyFor), today);
  }

  #inOrder(wanted: readonly WantedSummary[]): readonly WantedSummary[] {
    const isLast = (one: WantedSummary) => this.#unanswered.has(keyFor(one));
    return [...wanted.filter((one) => !isLast(one)), ...wanted.filter(isLast)];
  }

  async #report({ written, failed, waiting, unanswered }: Round): Promise<void> {
    const { log, now, tokensADay } = this.#parts;
    const left = Math.max(0, waiting - written - failed);
    if (written + failed > 0) {
      const { attempts, tokens } = totalsOf(await this.#attempts([], dayOf(now())));
      const today = { attempts, tokens: tokens.in + tokens.out, of: tokensADay };
      log.info({ written, failed, waiting: left, today }, 'wrote summaries');
    }
    if (unanswered.size === 0) this.#reported.delete('unanswered');
    else if (!this.#reported.has('unanswered')) {
      this.#reported.add('unanswered');
      const again = `trying again in ${(2 * EVERY) / 60_000} minutes`;
      const message = `the language model does not answer; ${again}, and posts go without summaries`;
      log.warn({ waiting: left }, message);
    }
  }
}

function keyFor({ source, language }: WantedSummary): string {
  return summaryKey(source, language);
}

function outcomeOf(made: Summarized): SummaryOutcome {
  if (made.is !== 'failed') return made.is;
  return OF_SERVER.has(made.why) ? 'unanswered' : 'failed';
}

function reasonOf(made: Summarized): string | null {
  if (made.is === 'written') return null;
  return made.is === 'refused' ? made.reason : made.why;
}

/** Estimated if the server does not say or the answer was lost, so that the daily limit holds. */
function tokensOf(made: Summarized, wanted: WantedSummary): Tokens {
  if (made.is === 'refused') return { in: 0, out: 0 };
  const { tokens } = made;
  const isKnown =
    made.is === 'written' || made.why === 'problems' ? tokens.in + tokens.out > 0 : UNUSED.has(made.why);
  return isKnown ? tokens : { in: tokens.in + estimate(wanted), out: tokens.out };
}

function keptOf(made: Summarized, { source }: WantedSummary): KeptSummary | null {
  return made.is === 'written' ? { ...made.summary, input: inputOf(source.title, source.abstract) } : null;
}

/** @returns null once the signal aborts; the work goes on unobserved */
function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const leave = () => resolve(null);
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
