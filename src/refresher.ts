import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { OpenLibrary } from './library.ts';
import { type Warmed, warmUp } from './warm-up.ts';

/** Time between two checks for data of other processes, such as an import, ms. */
const EVERY = 10_000;
/** How long a stop waits for a running check, ms. */
const STOP_WAIT = 5_000;

export class Refresher {
  readonly #library: Warmed & Pick<OpenLibrary, 'refresh'>;
  readonly #log: Logger;
  readonly #changed: () => void;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | null = null;
  #again = false;
  #failing = false;
  #stopped = false;

  /** @param changed called after new days */
  constructor(library: Warmed & Pick<OpenLibrary, 'refresh'>, log: Logger, changed: () => void) {
    this.#library = library;
    this.#log = log;
    this.#changed = changed;
  }

  start(): void {
    this.#timer = setInterval(() => this.look(), EVERY);
  }

  /** Reads new data. A call during a check makes another one follow. */
  look(): void {
    this.#again = this.#looking !== null;
    this.#looking ??= this.#lookWhileAsked().finally(() => {
      this.#looking = null;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await Promise.race([this.#looking, pause(STOP_WAIT, undefined, { ref: false })]);
  }

  async #lookWhileAsked(): Promise<void> {
    do {
      this.#again = false;
      await this.#look();
    } while (this.#again && !this.#stopped);
  }

  async #look(): Promise<void> {
    try {
      const days = await this.#library.refresh();
      this.#failing = false;
      if (days === 0) return;
      this.#log.info({ days }, 'took in digests from the store');
      this.#changed();
      void warmUp(this.#library);
    } catch (error) {
      if (!this.#failing && !this.#stopped)
        this.#log.error({ err: error }, 'the store could not be read; the archive stays as it is');
      this.#failing = true;
    }
  }
}
