import { Temporal } from 'temporal-polyfill';
import type { Turns } from './bot/turns.ts';
import type { OpenLibrary } from './library.ts';

export type Warmed = Pick<OpenLibrary, 'archive' | 'search' | 'dispatch'> & {
  readonly turns: Pick<Turns, 'quiet' | 'patient'>;
};

/** Requests that run most of the code once, so that no person waits for that. None can reach a language model. */
const REHEARSED = [
  { command: 'search', options: { query: 'diffusion models', sort: 'votes' } },
  { command: 'ask', options: { question: 'most voted papers of 2025' } },
  { command: 'ask', options: { question: '2025년에 추천을 가장 많이 받은 논문 3개' } },
];

/** Memory is freed after this time without a question, ms: whoever asks meanwhile waits for it, once in `ASKED_MIN` questions. */
const QUIET = 1_000;

/** Milliseconds between two looks, and the fewest questions since the last collection for another one. */
const LOOK_EVERY = 500;
const ASKED_MIN = 100;

/**
 * Indexes all papers and computes what the first question after new digests would have to wait for. This happens step by
 * step, so that questions are answered in between. Then it frees the memory that this took.
 */
export async function warmUp({ archive, search, dispatch, turns }: Warmed): Promise<void> {
  await archive.made();
  // The library already reported a failed index; posting works without search.
  await search.ready.catch(() => undefined);
  for (const request of search.isReady ? REHEARSED : []) {
    await turns.patient('the rehearsal');
    await dispatch({ ...request, now: Temporal.Now.instant() });
  }
  await turns.quiet(QUIET);
  collectGarbage();
}

/** Frees memory after each busy time, when it is quiet again. */
export class MemoryKeeper {
  readonly #turns: Pick<Turns, 'quiet' | 'asked'>;
  readonly #collect: () => void;
  #timer: NodeJS.Timeout | undefined;
  #asked = 0;
  #isWaiting = false;

  constructor(turns: Pick<Turns, 'quiet' | 'asked'>, collect: () => void = collectGarbage) {
    this.#turns = turns;
    this.#collect = collect;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Collects garbage once nobody asks, if enough was asked since the last time. */
  async look(): Promise<void> {
    if (this.#isWaiting || this.#turns.asked - this.#asked < ASKED_MIN) return;
    this.#isWaiting = true;
    await this.#turns.quiet(QUIET);
    this.#asked = this.#turns.asked;
    this.#isWaiting = false;
    this.#collect();
  }
}

/**
 * V8 would keep most garbage, because an idle bot never fills the heap again. `npm start` lets the bot request a collection
 * (`--expose-gc`), which blocks for about 250 ms at 10,000 papers, so it is for times when nobody asks.
 */
function collectGarbage(): void {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
