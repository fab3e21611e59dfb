import type { StoreProbe } from './store-probe.ts';

export interface Vitals {
  /** The archive is loaded and the bot is logged in. */
  readonly ready: boolean;
  readonly gateway: boolean;
  /** The store accepts writes. */
  readonly store: boolean;
  /** Why Discord refuses the bot; null while it does not. */
  readonly refusal: string | null;
}

export interface Health extends Vitals {
  /** Seconds that the oldest delivery has waited; null if none waits or the store does not answer. */
  readonly oldestDue: number | null;
}

const STARTING: Vitals = { ready: false, gateway: false, store: true, refusal: null };

/** Answers before the bot exists, since the port opens first. */
export class HealthMonitor {
  readonly #probe: Pick<StoreProbe, 'look'>;
  #bot: { vitals(): Vitals } = { vitals: () => STARTING };

  constructor(probe: Pick<StoreProbe, 'look'>) {
    this.#probe = probe;
  }

  watch(bot: { vitals(): Vitals }): void {
    this.#bot = bot;
  }

  get refusal(): string | null {
    return this.#bot.vitals().refusal;
  }

  async read(): Promise<Health> {
    const { store, oldestDue } = await this.#probe.look();
    const vitals = this.#bot.vitals();
    return { ...vitals, store: store && vitals.store, oldestDue };
  }
}
