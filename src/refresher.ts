import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { OpenLibrary } from './library.ts';
import { warmUp } from './warm-up.ts';

/** How often the store is searched for digests that another process (an import) has added, in milliseconds. */
const EVERY = 10_000;

/** How long a stop waits for a look under way, in milliseconds: a store that hangs must not hold it up. */
const STOP_WAIT = 5_000;

/** Keeps the library in step with its store. */
export class Refresher {
  readonly #library: Pick<OpenLibrary, 'refresh' | 'archive' | 'search'>;
  readonly #log: Logger;
  readonly #changed: () => void;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | null = null;
  #again = false;
  #failing = false;
  #stopped = false;

  /** @param changed called after days were read again */
  constructor(
    library: Pick<OpenLibrary, 'refresh' | 'archive' | 'search'>,
    log: Logger,
    changed: () => void,
  ) {
    this.#library = library;
    this.#log = log;
    this.#changed = changed;
  }

  start(): void {
    this.#timer = setInterval(() => this.look(), EVERY);
  }

  /** Reads what is new in the store; a look that is asked for while one runs follows it. */
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
      if (!this.#failing && !this.#stopped) {
        this.#log.error({ err: error }, 'the store could not be read; the archive stays as it is');
      }
      this.#failing = true;
    }
  }
}
