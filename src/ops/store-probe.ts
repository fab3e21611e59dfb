import { setTimeout as pause } from 'node:timers/promises';

/** How long an answer of `/healthz` and `/metrics` waits for the store, in milliseconds. */
const LIMIT = 2_000;

/** What the store says of itself. */
interface StoreState {
  /** It answered in time. */
  readonly store: boolean;
  /** Seconds that the oldest delivery has waited; null when none waits, or where the store did not answer. */
  readonly oldestDue: number | null;
}

const SILENT: StoreState = { store: false, oldestDue: null };

/** Asks the store how it is, for `/healthz` and `/metrics`, which answer whatever becomes of that. */
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

  /** Never rejects. A store that hangs is asked once, however many look: each question takes a connection. */
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
