import { setTimeout as pause } from 'node:timers/promises';

/** How long `/healthz` and `/metrics` wait for the store, ms. */
const LIMIT = 2_000;

interface StoreState {
  readonly store: boolean;
  /** Seconds that the oldest delivery has waited; null if none waits or the store did not answer. */
  readonly oldestDue: number | null;
}

const SILENT: StoreState = { store: false, oldestDue: null };

/** Asks the store for its state; a store that does not answer holds up nobody. */
export class StoreProbe {
  readonly #oldestDue: () => Promise<number | null>;
  readonly #limit: number;
  #asking: Promise<StoreState> | null = null;

  /** @param oldestDue when the oldest open delivery was planned, milliseconds since 1970 @param limit of a look, ms */
  constructor(oldestDue: () => Promise<number | null>, limit = LIMIT) {
    this.#oldestDue = oldestDue;
    this.#limit = limit;
  }

  /** Never rejects. Concurrent calls share a query, since each query to a hanging store takes a connection. */
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
