import type { StoreProbe } from './store-probe.ts';

/** What the parts of a running bot say of themselves. */
export interface Vitals {
  /** The archive is loaded and the login has been done. */
  readonly ready: boolean;
  /** Connected to Discord's gateway. */
  readonly gateway: boolean;
  /** The store takes what is written to it. */
  readonly store: boolean;
  /** Why Discord refuses the bot's requests; null while it takes them. */
  readonly refusal: string | null;
}

/** How a running bot is. */
export interface Health extends Vitals {
  /** Seconds that the oldest delivery has waited; null when none waits, or where the store does not say. */
  readonly oldestDue: number | null;
}

const STARTING: Vitals = { ready: false, gateway: false, store: true, refusal: null };

/** Answers for a bot's health from before the bot exists: the port opens first. */
export class HealthMonitor {
  readonly #probe: Pick<StoreProbe, 'look'>;
  #bot: { vitals(): Vitals } = { vitals: () => STARTING };

  constructor(probe: Pick<StoreProbe, 'look'>) {
    this.#probe = probe;
  }

  /** From now on the bot is asked. */
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
