import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds that `/healthz` and `/metrics` wait for the store. */
const LIMIT = 2_000;

/** The state of the store. */
interface StoreState {
  /** It answered in time. */
  readonly store: boolean;
  /** Seconds that the oldest delivery has waited; null when none waits or the store did not answer. */
  readonly oldestDue: number | null;
}

const SILENT: StoreState = { store: false, oldestDue: null };

/** Asks the store for its state, for `/healthz` and `/metrics`, which answer without it too. */
export class StoreProbe {
  readonly #oldestDue: () => Promise<number | null>;
  readonly #limit: number;
  #asking: Promise<StoreState> | null = null;

  /**
   * @param oldestDue asks the store when the oldest delivery was planned that waits (milliseconds since 1970), or null
   * @param limit milliseconds that a look waits for it
   */
  constructor(oldestDue: () => Promise<number | null>, limit = LIMIT) {
    this.#oldestDue = oldestDue;
    this.#limit = limit;
  }

  /** Never rejects. Concurrent calls share one query, since each query to a hanging store takes a connection. */
  look(): Promise<StoreState> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    return Promise.race([this.#asking, pause(this.#limit, SILENT, { ref: false })]);
  }

  async #ask(): Promise<StoreState> {
    try {
      const planned = await this.#oldestDue();
      return { store: true, oldestDue: planned === null ? null : (Date.now() - planned) / 1000 };
    } catch {
      return SILENT;
    }
  }
}
